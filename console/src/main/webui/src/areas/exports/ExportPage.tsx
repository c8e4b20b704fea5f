import { DescriptionList, Tab, TabTitleText } from "@patternfly/react-core";
import { useMemo, useState } from "react";
import { Link, useLocation, useParams, useSearchParams } from "react-router";
import { useExport, useRuns } from "../../api/exports";
import { ApiError, type Problem } from "../../api/problem";
import type { Export } from "../../api/types";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { AuditTrail } from "../../ui/AuditTrail";
import { isNone, useListAddress } from "../../ui/address";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Loaded } from "../../ui/Loaded";
import { PageFrame } from "../../ui/PageFrame";
import { Pages } from "../../ui/Pages";
import { Alert, Button, Tabs } from "../../ui/patternfly";
import { NextTimes, useScheduleWords } from "../../ui/schedule";
import { useSegmentNames } from "../../ui/segmentNames";
import { Term } from "../../ui/Term";
import { useTargetNames } from "../../ui/targets";
import { ExportActions } from "./ExportActions";
import { RunDialog } from "./RunDialog";
import { RunsOfExport } from "./RunsOfExport";

/** One export: what it says in words, its runs, and who changed what of it. */
export function ExportPage() {
  const say = useText();
  const { id = "" } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const administers = useMay("admin");
  const query = useExport(id);
  const [running, setRunning] = useState(false);
  const one = query.data?.value;
  const problem = useLocation().state as Problem | null;
  const failed = useMemo(() => problem && new ApiError(problem), [problem]);
  return (
    <PageFrame
      title={one?.displayName ?? say("run.export")}
      crumbs={[{ to: "/exports", text: say("nav.exports") }]}
      actions={
        one && (
          <>
            {one.permissions.includes("RUN") && (
              <Button variant="primary" onClick={() => setRunning(true)}>
                {say("export.run")}
              </Button>
            )}
            <ExportActions export={one} />
          </>
        )
      }
    >
      <Loaded query={query}>
        {({ value }) => (
          <>
            {failed && <Failure error={failed}>{say("export.savedNotRun")}</Failure>}
            <State export={value} />
            <Tabs
              activeKey={parameters.get("tab") ?? "overview"}
              onSelect={(_event, tab) => setParameters({ tab: String(tab) }, { replace: true })}
              aria-label={value.displayName}
              mountOnEnter
              unmountOnExit
            >
              <Tab eventKey="overview" title={<TabTitleText>{say("export.overview")}</TabTitleText>}>
                <Overview export={value} />
              </Tab>
              <Tab eventKey="runs" title={<TabTitleText>{say("export.runs")}</TabTitleText>}>
                <Runs export={value} run={() => setRunning(true)} />
              </Tab>
              {administers && (
                <Tab eventKey="changes" title={<TabTitleText>{say("export.changes")}</TabTitleText>}>
                  <AuditTrail service="exports" target={value.id} />
                </Tab>
              )}
            </Tabs>
            {running && <RunDialog export={value} close={() => setRunning(false)} />}
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

/** What keeps it from running, or did last time. */
function State({ export: one }: { export: Export }) {
  const say = useText();
  const administers = useMay("admin");
  const last = one.lastRun;
  return (
    <>
      {one.removing && <Alert variant="warning" isInline title={say("export.removing")} />}
      {!one.connection && <Alert variant="warning" isInline title={say("export.detached")} />}
      {one.connection && one.connection.status !== "CONNECTED" && one.connection.status !== "UNKNOWN" && (
        <Alert variant="warning" isInline title={say(`connection.status.${one.connection.status}`)}>
          {administers ? (
            <Link to={`/connections/${one.connection.id}`}>{one.connection.displayName}</Link>
          ) : (
            say("problem.connection-not-ready.help")
          )}
        </Alert>
      )}
      {last?.reason && (
        <Alert
          variant={last.status === "FAILED_PERMANENT" ? "danger" : "warning"}
          isInline
          title={say(`stop.${last.reason}`)}
        >
          <p>{say(`stop.${last.reason}.todo`)}</p>
          <Link to={`/exports/${one.id}/runs/${last.id}`}>{say("run.details")}</Link>
        </Alert>
      )}
    </>
  );
}

function Overview({ export: one }: { export: Export }) {
  const say = useText();
  const words = useScheduleWords();
  const nameOf = useSegmentNames();
  const targetName = useTargetNames();
  return (
    <DescriptionList columnModifier={{ default: "1Col", lg: "2Col" }}>
      <Term name={say("export.connectionUsed")}>
        {one.connection?.displayName ?? say("export.noConnection")}
      </Term>
      <Term name={say("nav.segments")}>
        <ul>
          {one.segmentIds.map((id) => (
            <li key={id}>
              <Link to={`/segments/${id}`}>{nameOf(id)}</Link>
            </li>
          ))}
        </ul>
      </Term>
      <Term name={say("export.matching")}>
        <ul>
          {one.dataMatching.map((match) => (
            <li key={match.target}>
              {targetName(match.target)} ← {match.field}
            </li>
          ))}
        </ul>
      </Term>
      <Term name={say("export.audience")}>
        {say(`export.audience.${one.audienceMode}`)}
        {one.audiences && one.audiences.length > 0 && (
          <ul>
            {one.audiences.map((there) => (
              <li key={there.segmentId}>
                {nameOf(there.segmentId)} → {there.name}
              </li>
            ))}
          </ul>
        )}
      </Term>
      <Term name={say("export.optOut")}>{one.optOutField ?? say("export.optOut.any")}</Term>
      <Term name={say("schedule.noun")}>
        {words(one.schedule)}
        <NextTimes schedule={one.schedule} />
      </Term>
      <Term name={say("export.hooks")}>{say(one.notifyHooks ? "value.true" : "value.false")}</Term>
      <Term name={say("export.clearEmptied")}>{say(one.clearEmptied ? "value.true" : "value.false")}</Term>
    </DescriptionList>
  );
}

function Runs({ export: one, run }: { export: Export; run: () => void }) {
  const say = useText();
  const address = useListAddress("");
  const runs = useRuns({ exportId: [one.id], limit: 30, after: address.after });
  const mayRun = one.permissions.includes("RUN");
  return (
    <Loaded query={runs}>
      {({ items, after }) =>
        isNone(items, runs, address) ? (
          <Empty
            title={say("export.neverRun")}
            action={mayRun ? <Button onClick={run}>{say("export.previewIt")}</Button> : undefined}
          >
            {say("export.neverRun.text")}
          </Empty>
        ) : (
          <>
            <RunsOfExport runs={items} mode={one.audienceMode} />
            <Pages after={after} address={address} />
          </>
        )
      }
    </Loaded>
  );
}
