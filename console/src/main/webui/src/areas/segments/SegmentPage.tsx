import { Card, CardBody, CardTitle, Content, Stack, StackItem } from "@patternfly/react-core";
import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { FEW, useExports } from "../../api/exports";
import {
  REFRESHES,
  startRefresh,
  useAllSegments,
  useFields,
  useRefreshes,
  useSegment,
  useSegmentSizes,
} from "../../api/segments";
import type { Segment } from "../../api/types";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Loaded } from "../../ui/Loaded";
import { useNumbers } from "../../ui/numbers";
import { PageFrame } from "../../ui/PageFrame";
import { Alert, Button, Table } from "../../ui/patternfly";
import { Line } from "../../ui/plots";
import { RunStatus } from "../../ui/RunStatus";
import { When } from "../../ui/time";
import { partsOf } from "./rule";
import { SegmentActions } from "./SegmentActions";
import { SegmentState } from "./SegmentsPage";
import { useSentence } from "./sentence";

/** Of refreshes only the latest can be under way. */
const FOLLOWED = 3;

/** One segment: who is in it, in words and over time, and which exports send it. */
export function SegmentPage() {
  const say = useText();
  const { id = "" } = useParams();
  const query = useSegment(id);
  useRefreshes(FOLLOWED);
  const segment = query.data?.value;
  const mayAdd = useMay("contributor");
  const mayEdit = segment?.permissions.includes("EDIT") ?? false;
  return (
    <PageFrame
      title={segment?.displayName ?? say("rule.segment")}
      crumbs={[{ to: "/segments", text: say("nav.segments") }]}
      actions={
        segment && (
          <>
            {mayEdit && segment.kind === "RULE" && (
              <Button component={(props) => <Link {...props} to={`/segments/${id}/edit`} />}>
                {say("action.edit")}
              </Button>
            )}
            {mayAdd && (
              <Button
                variant="secondary"
                component={(props) => <Link {...props} to={`/exports/new?segmentId=${id}`} />}
              >
                {say("segment.addToExport")}
              </Button>
            )}
            <SegmentActions segment={segment} />
          </>
        )
      }
    >
      <Loaded query={query}>{({ value }) => <Details segment={value} />}</Loaded>
    </PageFrame>
  );
}

function Details({ segment }: { segment: Segment }) {
  const say = useText();
  const intl = useIntl();
  const fields = useFields();
  const others = useAllSegments();
  const numbers = useNumbers();
  const sentence = useSentence(
    Object.fromEntries((fields.data ?? []).map((field) => [field.name, field.type])),
    Object.fromEntries((others.data?.items ?? []).map((one) => [one.id, one.displayName])),
  );
  return (
    <Stack hasGutter>
      {segment.failure && (
        <StackItem>
          <Alert variant="danger" isInline title={say("segment.failed")}>
            <span lang="en">{segment.failure.detail}</span>
          </Alert>
        </StackItem>
      )}
      <StackItem>
        <Card>
          <CardTitle component="h2">{say("rule.rule")}</CardTitle>
          <CardBody>
            <Content component="p">
              {segment.rule
                ? say("segment.sentence", { rule: sentence(partsOf(segment.rule, numbers)) })
                : say("segment.static", {
                    given: segment.listed?.given ?? 0,
                    known: segment.listed?.known ?? 0,
                  })}
            </Content>
            <SegmentState segment={segment} />
          </CardBody>
        </Card>
      </StackItem>
      <StackItem>
        <Card>
          <CardTitle component="h2">{say("segment.members")}</CardTitle>
          <CardBody>
            {segment.size === undefined ? (
              <NotRefreshed />
            ) : (
              <>
                <div className="insights-count">{intl.formatNumber(segment.size)}</div>
                {say("segment.lastRefreshed")} <When at={segment.refreshedAt} />
                <div className="insights-apart">
                  <Trend id={segment.id} />
                </div>
              </>
            )}
          </CardBody>
        </Card>
      </StackItem>
      <StackItem>
        <Card>
          <CardTitle component="h2">{say("segment.usage")}</CardTitle>
          <CardBody>
            <Users id={segment.id} />
          </CardBody>
        </Card>
      </StackItem>
    </Stack>
  );
}

function NotRefreshed() {
  const say = useText();
  const queries = useQueryClient();
  const mayRefresh = useMay("contributor");
  const refresh = useMutation({
    mutationFn: startRefresh,
    onSuccess: () => queries.invalidateQueries({ queryKey: REFRESHES }),
  });
  return (
    <Empty
      title={say("segment.notRefreshed")}
      action={
        mayRefresh ? (
          <Button isLoading={refresh.isPending} onClick={() => refresh.mutate()}>
            {say("refresh.now")}
          </Button>
        ) : undefined
      }
    >
      {say("segment.notRefreshed.text")}
      {refresh.isError && <Failure error={refresh.error} />}
      {refresh.isSuccess && <Link to="/refreshes">{say("refresh.started")}</Link>}
    </Empty>
  );
}

function Trend({ id }: { id: string }) {
  const say = useText();
  const intl = useIntl();
  const sizes = useSegmentSizes(id);
  return (
    <Loaded query={sizes} lines={3}>
      {(points) => (
        <Line
          title={say("segment.trend")}
          rowsAre={say("refresh.one")}
          series={[
            { name: say("segment.members"), look: "plain" },
            { name: say("segment.joined"), look: "good" },
            { name: say("segment.left"), look: "bad" },
          ]}
          rows={points
            .toSorted((a, b) => a.at.localeCompare(b.at))
            .map((point) => ({
              short: intl.formatDate(point.at, { dateStyle: "short", timeStyle: "short" }),
              name: intl.formatDate(point.at, { dateStyle: "medium", timeStyle: "medium" }),
              values: [point.size, point.joined, point.left],
            }))}
        />
      )}
    </Loaded>
  );
}

function Users({ id }: { id: string }) {
  const say = useText();
  const users = useExports({ segmentId: [id], limit: FEW, sort: "displayName" });
  return (
    <Loaded query={users} lines={2}>
      {({ items, after }) =>
        items.length === 0 ? (
          <Content component="p">{say("segment.unused")}</Content>
        ) : (
          <>
            <Table variant="compact" aria-label={say("segment.usage")}>
              <Thead>
                <Tr>
                  <Th>{say("run.export")}</Th>
                  <Th>{say("export.connectionUsed")}</Th>
                  <Th>{say("export.lastRun")}</Th>
                </Tr>
              </Thead>
              <Tbody>
                {items.map((one) => (
                  <Tr key={one.id}>
                    <Td dataLabel={say("run.export")}>
                      <Link to={`/exports/${one.id}`}>{one.displayName}</Link>
                    </Td>
                    <Td dataLabel={say("export.connectionUsed")}>
                      {one.connection?.displayName ?? say("export.noConnection")}
                    </Td>
                    <Td dataLabel={say("export.lastRun")}>
                      {one.lastRun ? <RunStatus status={one.lastRun.status} /> : "–"}
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
            {after && <Link to={`/exports?segmentId=${id}`}>{say("segment.allExports")}</Link>}
          </>
        )
      }
    </Loaded>
  );
}
