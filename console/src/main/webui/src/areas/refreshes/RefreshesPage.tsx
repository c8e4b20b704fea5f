import { Card, CardBody, CardHeader, CardTitle, Stack, StackItem } from "@patternfly/react-core";
import { SyncAltIcon } from "@patternfly/react-icons";
import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { ok, segments as segmentsApi, type Versioned } from "../../api/client";
import { REFRESHES, SEGMENTS, startRefresh, useRefreshes, useRefreshSchedule } from "../../api/segments";
import type { Refresh, RefreshSchedule, Schedule } from "../../api/types";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { isNone, useListAddress } from "../../ui/address";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Fields } from "../../ui/Fields";
import { Loaded } from "../../ui/Loaded";
import { PageFrame } from "../../ui/PageFrame";
import { Pages } from "../../ui/Pages";
import { Alert, Button, Table } from "../../ui/patternfly";
import { StackedBars } from "../../ui/plots";
import { RefreshStatus } from "../../ui/RunStatus";
import { missingIn, NextTimes, SCHEDULE_MEMBERS, ScheduleForm, useScheduleWords } from "../../ui/schedule";
import { useSegmentNames } from "../../ui/segmentNames";
import { useDuration, When } from "../../ui/time";

/** When members were computed, what that changed, and when it happens next. */
export function RefreshesPage() {
  const say = useText();
  const queries = useQueryClient();
  const mayRefresh = useMay("contributor");
  const address = useListAddress("");
  const query = useRefreshes(30, address.after);
  const refresh = useMutation({
    mutationFn: startRefresh,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: REFRESHES });
      void queries.invalidateQueries({ queryKey: SEGMENTS });
    },
  });
  const now = (
    <Button variant="primary" isLoading={refresh.isPending} onClick={() => refresh.mutate()}>
      {say("refresh.now")}
    </Button>
  );
  return (
    <PageFrame title={say("nav.refreshes")} lead={say("refresh.lead")} actions={mayRefresh ? now : undefined}>
      <Stack hasGutter>
        {refresh.isError && (
          <StackItem>
            <Failure error={refresh.error} retry={() => refresh.mutate()} />
          </StackItem>
        )}
        <StackItem>
          <ScheduleCard />
        </StackItem>
        <StackItem>
          <Loaded query={query}>
            {({ items, after }) =>
              isNone(items, query, address) ? (
                <Empty title={say("refresh.empty")} icon={SyncAltIcon} action={mayRefresh ? now : undefined}>
                  {say("refresh.empty.text")}
                </Empty>
              ) : (
                <>
                  <Plot refreshes={items} />
                  <RefreshTable refreshes={items} />
                  <Pages after={after} address={address} />
                </>
              )
            }
          </Loaded>
        </StackItem>
      </Stack>
    </PageFrame>
  );
}

function sum(refresh: Refresh, of: "joined" | "left"): number {
  return (refresh.segments ?? []).reduce((all, segment) => all + segment[of], 0);
}

function Plot({ refreshes }: { refreshes: Refresh[] }) {
  const say = useText();
  const intl = useIntl();
  return (
    <StackedBars
      title={say("refresh.plot")}
      rowsAre={say("refresh.one")}
      series={[
        { name: say("segment.joined"), look: "good" },
        { name: say("segment.left"), look: "bad" },
      ]}
      rows={refreshes.toReversed().map((refresh) => ({
        short: intl.formatDate(refresh.requestedAt, { dateStyle: "short", timeStyle: "short" }),
        name: intl.formatDate(refresh.requestedAt, { dateStyle: "medium", timeStyle: "medium" }),
        values: [sum(refresh, "joined"), sum(refresh, "left")],
      }))}
    />
  );
}

function RefreshTable({ refreshes }: { refreshes: Refresh[] }) {
  const say = useText();
  const intl = useIntl();
  const duration = useDuration();
  const nameOf = useSegmentNames();
  const troubled = refreshes.some((one) => one.detail || (one.failures ?? []).length > 0);
  return (
    <Table variant="compact" aria-label={say("nav.refreshes")}>
      <Thead>
        <Tr>
          <Th>{say("run.when")}</Th>
          <Th>{say("run.status")}</Th>
          <Th>{say("run.trigger")}</Th>
          <Th>{say("run.duration")}</Th>
          <Th className="insights-number">{say("segment.joined")}</Th>
          <Th className="insights-number">{say("segment.left")}</Th>
          {troubled && <Th>{say("refresh.failures")}</Th>}
        </Tr>
      </Thead>
      <Tbody>
        {refreshes.map((refresh) => (
          <Tr key={refresh.id}>
            <Td dataLabel={say("run.when")}>
              <When at={refresh.startedAt ?? refresh.requestedAt} />
            </Td>
            <Td dataLabel={say("run.status")}>
              <RefreshStatus status={refresh.status} />
            </Td>
            <Td dataLabel={say("run.trigger")}>
              {say(`refresh.trigger.${refresh.trigger}`)}
              {refresh.requestedBy && ` (${refresh.requestedBy.name})`}
            </Td>
            <Td dataLabel={say("run.duration")}>{duration(refresh.startedAt, refresh.finishedAt)}</Td>
            <Td dataLabel={say("segment.joined")} className="insights-number">
              {intl.formatNumber(sum(refresh, "joined"))}
            </Td>
            <Td dataLabel={say("segment.left")} className="insights-number">
              {intl.formatNumber(sum(refresh, "left"))}
            </Td>
            {troubled && (
              <Td dataLabel={say("refresh.failures")}>
                {refresh.detail && <span lang="en">{refresh.detail}</span>}
                {(refresh.failures ?? []).map((failure) => (
                  <div key={failure.id}>
                    <Link to={`/segments/${failure.id}`}>{nameOf(failure.id)}</Link>:{" "}
                    <span lang="en">{failure.detail}</span>
                  </div>
                ))}
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function ScheduleCard() {
  const say = useText();
  const administers = useMay("admin");
  const words = useScheduleWords();
  const query = useRefreshSchedule();
  const [editing, setEditing] = useState(false);
  return (
    <Card>
      <CardHeader
        actions={{
          actions: administers && (
            <Button variant="secondary" onClick={() => setEditing(true)}>
              {say("refresh.schedule")}
            </Button>
          ),
        }}
      >
        <CardTitle component="h2">{say("refresh.systemSchedule")}</CardTitle>
      </CardHeader>
      <CardBody>
        <Loaded query={query} lines={2}>
          {(found) => (
            <>
              {words(found.value)}
              <NextTimes schedule={found.value} />
              {editing && <EditSchedule found={found} close={() => setEditing(false)} />}
            </>
          )}
        </Loaded>
      </CardBody>
    </Card>
  );
}

function EditSchedule({ found, close }: { found: Versioned<RefreshSchedule>; close: () => void }) {
  const say = useText();
  const queries = useQueryClient();
  const { kind, times, days, timeZone } = found.value;
  const first: Schedule = { kind, times, days, timeZone };
  const [schedule, setSchedule] = useState(first);
  const act = () =>
    ok(
      segmentsApi.PUT("/refreshes/schedule", {
        params: { header: { "If-Match": found.etag } },
        body: {
          kind: schedule.kind === "DAILY" || schedule.kind === "WEEKLY" ? schedule.kind : "OFF",
          times: schedule.times,
          days: schedule.days,
          timeZone: schedule.timeZone,
        },
      }),
    );
  return (
    <ConfirmDialog
      title={say("refresh.systemSchedule")}
      action={say("action.save")}
      isUnsaved={JSON.stringify(schedule) !== JSON.stringify(first)}
      isDisabled={missingIn(schedule).length > 0}
      act={act}
      done={() => {
        void queries.invalidateQueries({ queryKey: REFRESHES });
        close();
      }}
      close={close}
      marked={SCHEDULE_MEMBERS.map((member) => `/${member}`)}
    >
      {(problem) => (
        <Fields>
          <Alert variant="info" isInline isPlain title={say("refresh.setsOff")} />
          <ScheduleForm
            kinds={["OFF", "DAILY", "WEEKLY"]}
            value={schedule}
            change={setSchedule}
            problem={problem}
            at=""
          />
        </Fields>
      )}
    </ConfirmDialog>
  );
}
