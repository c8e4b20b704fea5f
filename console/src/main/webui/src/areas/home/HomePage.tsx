import { Card, CardBody, CardTitle, Gallery, Skeleton, Stack, StackItem } from "@patternfly/react-core";
import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { useAllConnections } from "../../api/connections";
import { useExports, useExportsOverview, useRuns } from "../../api/exports";
import { useRefreshSchedule } from "../../api/segments";
import {
  type Export,
  type ExportsOverview,
  isWhole,
  type Run,
  type RunStatus as Status,
} from "../../api/types";
import { useMay, usePerson } from "../../app/session";
import { useText } from "../../lang/Texts";
import { Loaded } from "../../ui/Loaded";
import { PageFrame } from "../../ui/PageFrame";
import { Table } from "../../ui/patternfly";
import { RunStatus } from "../../ui/RunStatus";
import { RunsPlot } from "../../ui/RunsPlot";
import { When } from "../../ui/time";
import { Checklist } from "./Checklist";
import { useFacts } from "./facts";
import { checklist } from "./steps";

const SHOWN_RUNS = 5;
/** The longest lists here; who wants all of it goes to the exports. */
const SHOWN = 10;
export const TROUBLE: Status[] = ["FAILED_PERMANENT", "FAILED_RETRYING", "SKIPPED"];
const WARNED: Status = "COMPLETED_WITH_WARNINGS";

/** The checklist until everything ran once; then what happened, what needs somebody, and what comes next. */
export function HomePage() {
  const say = useText();
  const { name } = usePerson();
  const { facts, isAsked, isKnown } = useFacts();
  const steps = checklist(facts);
  const isBeginning = steps.some((step) => !step.done);
  return (
    <PageFrame title={say("nav.home")} lead={say("home.welcome", { name })}>
      <Stack hasGutter>
        {!isAsked && (
          <StackItem>
            <Skeleton height="12rem" screenreaderText={say("state.loading")} />
          </StackItem>
        )}
        {isKnown && isBeginning && (
          <StackItem>
            <Checklist steps={steps} />
          </StackItem>
        )}
        {isAsked && (
          <StackItem>
            <Tiles />
          </StackItem>
        )}
      </Stack>
    </PageFrame>
  );
}

function Tiles() {
  const say = useText();
  const runs = useRuns({ limit: 30 });
  const overview = useExportsOverview();
  const troubled = useExports({ status: TROUBLE, limit: SHOWN, sort: "displayName" });
  return (
    <Stack hasGutter>
      <StackItem>
        <Card>
          <CardTitle component="h2">{say("home.lastRuns")}</CardTitle>
          <CardBody>
            <Loaded query={runs}>
              {({ items }) =>
                items.length === 0 ? (
                  say("home.noRuns")
                ) : (
                  <Stack hasGutter>
                    <RunsPlot
                      runs={items}
                      rowsAre={say("export.runs")}
                      before={(run) => `${run.exportName}, `}
                    />
                    <RunsTable runs={items.slice(0, SHOWN_RUNS)} />
                  </Stack>
                )
              }
            </Loaded>
          </CardBody>
        </Card>
      </StackItem>
      <StackItem>
        <Gallery hasGutter minWidths={{ default: "100%", lg: "45%" }}>
          <Card>
            <CardTitle component="h2">{say("home.attention")}</CardTitle>
            <CardBody>
              <Loaded query={overview} lines={1}>
                {(counts) => (
                  <Loaded query={troubled} lines={3}>
                    {({ items }) => <Attention counts={counts} troubled={items} />}
                  </Loaded>
                )}
              </Loaded>
            </CardBody>
          </Card>
          <Card>
            <CardTitle component="h2">{say("home.next")}</CardTitle>
            <CardBody>
              <Loaded query={overview} lines={3}>
                {({ next }) => <NextTimes next={next} />}
              </Loaded>
            </CardBody>
          </Card>
        </Gallery>
      </StackItem>
    </Stack>
  );
}

function RunsTable({ runs }: { runs: Run[] }) {
  const say = useText();
  const intl = useIntl();
  return (
    <Table variant="compact" aria-label={say("home.lastRuns")}>
      <Thead>
        <Tr>
          <Th>{say("run.export")}</Th>
          <Th>{say("run.status")}</Th>
          <Th>{say("run.trigger")}</Th>
          <Th>{say("run.when")}</Th>
          <Th className="insights-number">{say("run.written")}</Th>
          <Th className="insights-number">{say("run.rejected")}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {runs.map((run) => (
          <Tr key={run.id}>
            <Td dataLabel={say("run.export")}>
              <Link to={`/exports/${run.exportId}/runs/${run.id}`}>{run.exportName}</Link>
            </Td>
            <Td dataLabel={say("run.status")}>
              <RunStatus status={run.status} />
            </Td>
            <Td dataLabel={say("run.trigger")}>{say(`run.trigger.${run.trigger}`)}</Td>
            <Td dataLabel={say("run.when")}>
              <When at={run.startedAt ?? run.requestedAt} />
            </Td>
            <Td dataLabel={say("run.written")} className="insights-number">
              {intl.formatNumber(run.totals.contactsUpserted)}
            </Td>
            <Td dataLabel={say("run.rejected")} className="insights-number">
              {intl.formatNumber(run.totals.rejected)}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** How many exports last ran how, and which of them, or of the connections, want somebody. */
function Attention({ counts, troubled }: { counts: ExportsOverview; troubled: Export[] }) {
  const say = useText();
  const intl = useIntl();
  const broken = useBrokenConnections();
  const count = counts.lastRuns
    .filter((one) => TROUBLE.includes(one.status))
    .reduce((sum, one) => sum + one.exportCount, 0);
  const warned = counts.lastRuns.find((one) => one.status === WARNED)?.exportCount ?? 0;
  return (
    <>
      <p>
        {[
          say("home.exports", { count: counts.exportCount }),
          ...counts.lastRuns.map(
            (one) => `${say(`run.status.${one.status}`)}: ${intl.formatNumber(one.exportCount)}`,
          ),
        ].join(", ")}
      </p>
      {troubled.length + broken.length + warned === 0 ? (
        say("home.allWell")
      ) : (
        <ul>
          {broken.map((one) => (
            <li key={one.id}>
              <Link to={`/connections/${one.id}`}>{one.displayName}</Link>:{" "}
              {one.status !== "NEEDS_ATTENTION" && isWhole(one) && one.exportUser?.lapse
                ? say(`connection.lapse.${one.exportUser.lapse}`)
                : say(`connection.status.${one.status}`)}
            </li>
          ))}
          {troubled.map((one) => (
            <li key={one.id}>
              <Link to={`/exports/${one.id}`}>{one.displayName}</Link>:{" "}
              {one.lastRun?.reason
                ? say(`stop.${one.lastRun.reason}`)
                : say(`run.status.${one.lastRun?.status ?? "SKIPPED"}`)}
            </li>
          ))}
          {count > troubled.length && (
            <li>
              <Link to={`/exports?${TROUBLE.map((status) => `status=${status}`).join("&")}`}>
                {say("home.moreTrouble", { count })}
              </Link>
            </li>
          )}
          {warned > 0 && (
            <li>
              <Link to={`/exports?status=${WARNED}`}>{say("home.warned", { count: warned })}</Link>
            </li>
          )}
        </ul>
      )}
    </>
  );
}

/** Connections that exports cannot use until an administrator does something: told to administrators, who can. */
function useBrokenConnections() {
  const connections = useAllConnections(useMay("admin"));
  return (connections.data?.items ?? [])
    .filter((one) => one.status === "NEEDS_ATTENTION" || (isWhole(one) && one.exportUser?.lapse))
    .slice(0, SHOWN);
}

function NextTimes({ next }: Pick<ExportsOverview, "next">) {
  const say = useText();
  const refreshes = useRefreshSchedule();
  return (
    <ul>
      <li>
        <Link to="/refreshes">{say("home.nextRefresh")}</Link>{" "}
        <Loaded query={refreshes} lines={1}>
          {({ value: { nextFireTimes } }) =>
            nextFireTimes[0] ? <When at={nextFireTimes[0].utc} /> : say("home.noRefresh")
          }
        </Loaded>
      </li>
      {next.map((one) => (
        <li key={one.exportId}>
          <Link to={`/exports/${one.exportId}`}>{one.displayName}</Link> <When at={one.at} />
        </li>
      ))}
    </ul>
  );
}
