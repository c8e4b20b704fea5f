import { Card, CardBody, CardTitle, Content, Stack, StackItem } from "@patternfly/react-core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { exportsApi, ok } from "../../api/client";
import { EXPORTS, isMoving, RUNS, startRun, useExport } from "../../api/exports";
import type { Run } from "../../api/types";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Failure } from "../../ui/Failure";
import { Loaded } from "../../ui/Loaded";
import { PageFrame } from "../../ui/PageFrame";
import { Alert, Button } from "../../ui/patternfly";
import { RunStatus } from "../../ui/RunStatus";
import { useDuration, When } from "../../ui/time";
import { Funnel } from "./Funnel";
import { useLiveRun } from "./live";
import { Phases } from "./Phases";
import { RejectionsCard } from "./RejectionsCard";

/** One run: live while it works, afterwards what became of everybody. */
export function RunPage() {
  const say = useText();
  const { exportId = "", runId = "" } = useParams();
  const query = useLiveRun(exportId, runId);
  const run = query.data;
  return (
    <PageFrame
      title={say("run.title")}
      lead={
        run && (
          <>
            <RunStatus status={run.status} /> {say(`run.trigger.${run.trigger}`)},{" "}
            <When at={run.startedAt ?? run.requestedAt} />
          </>
        )
      }
      crumbs={[
        { to: "/exports", text: say("nav.exports") },
        { to: `/exports/${exportId}?tab=runs`, text: run?.exportName ?? say("run.export") },
      ]}
      actions={run && <Actions run={run} />}
    >
      <Loaded query={query}>{(shown) => <Details run={shown} />}</Loaded>
    </PageFrame>
  );
}

function Actions({ run }: { run: Run }) {
  const say = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const owner = useExport(run.exportId);
  const [cancelling, setCancelling] = useState(false);
  const may = owner.data?.value.permissions ?? [];
  const retry = useMutation({
    mutationFn: () => startRun(run.exportId, { retryRejected: true }),
    onSuccess: (started) => {
      void queries.invalidateQueries({ queryKey: EXPORTS });
      void navigate(`/exports/${run.exportId}/runs/${started.id}`);
    },
  });
  if (may.length === 0) {
    return null;
  }
  return (
    <>
      {(isMoving(run.status) || run.status === "FAILED_RETRYING") && (
        <Button variant="secondary" isDanger onClick={() => setCancelling(true)}>
          {say("run.cancel")}
        </Button>
      )}
      {may.includes("RUN") && run.status === "COMPLETED_WITH_WARNINGS" && run.totals.rejected > 0 && (
        <Button variant="secondary" isLoading={retry.isPending} onClick={() => retry.mutate()}>
          {say("run.retryRejected")}
        </Button>
      )}
      {retry.isError && <Failure error={retry.error} />}
      {cancelling && (
        <ConfirmDialog
          title={say("run.cancel")}
          action={say("run.cancel")}
          leaveIt={say("run.goOn")}
          danger
          act={() =>
            ok(
              exportsApi.POST("/exports/{id}/runs/{runId}/cancel", {
                params: { path: { id: run.exportId, runId: run.id } },
              }),
            )
          }
          done={() => {
            setCancelling(false);
            void queries.invalidateQueries({ queryKey: RUNS });
          }}
          close={() => setCancelling(false)}
        >
          {say("run.cancel.text", {
            written: run.totals.contactsUpserted,
            joined: run.totals.membershipsJoined,
          })}
        </ConfirmDialog>
      )}
    </>
  );
}

function Details({ run }: { run: Run }) {
  const say = useText();
  const duration = useDuration();
  const contributes = useMay("contributor");
  // Whom it did not export is told to those who may do something about it.
  const owner = useExport(run.exportId);
  const isOthers = owner.data?.value.permissions.length === 0;
  const nothingToDo = run.status === "SUCCESSFUL" && run.totals.requests === 0;
  return (
    <Stack hasGutter>
      <StackItem>
        {run.purpose === "FORMER_CONNECTION" && (
          <Content component="p">{say("run.formerConnection")}</Content>
        )}
        <Why run={run} />
        {nothingToDo && <Alert variant="success" isInline title={say("run.nothingChanged")} />}
      </StackItem>
      {!nothingToDo && (
        <StackItem>
          <Phases run={run} mode={owner.data?.value.audienceMode} />
        </StackItem>
      )}
      {run.purpose === "DELIVER" && run.totals.profiles > 0 && (
        <StackItem>
          <Card>
            <CardTitle component="h2">{say("run.everybody")}</CardTitle>
            <CardBody>
              <Funnel run={run} />
            </CardBody>
          </Card>
        </StackItem>
      )}
      {run.totals.rejected > 0 &&
        (contributes && !isOthers ? (
          <StackItem>
            <RejectionsCard run={run} />
          </StackItem>
        ) : (
          <StackItem>
            <Content component="p">
              {contributes
                ? say("export.notYours")
                : say("run.rejectionsHidden", { role: say("role.contributor") })}
            </Content>
          </StackItem>
        ))}
      <StackItem>
        <Content component="small">
          {say("run.duration")}: {duration(run.startedAt, run.finishedAt)} · {say("run.id")}{" "}
          <code>{run.id}</code>
        </Content>
      </StackItem>
    </Stack>
  );
}

/** Why it ended early or waits, and what somebody can do about it. */
function Why({ run }: { run: Run }) {
  const say = useText();
  return (
    <>
      {run.reason && (
        <Alert
          variant={run.status === "FAILED_PERMANENT" ? "danger" : "warning"}
          isInline
          title={say(`stop.${run.reason}`)}
        >
          <p>{say(`stop.${run.reason}.todo`)}</p>
          {run.nextAttemptAt && (
            <p>
              {say("run.nextAttempt")} <When at={run.nextAttemptAt} />
            </p>
          )}
          {run.detail && (
            <Content component="small" lang="en">
              {run.detail}
            </Content>
          )}
        </Alert>
      )}
      {run.waiting && (
        <Alert variant="info" isInline title={say(`run.waiting.${run.waiting.reason}`)}>
          {say("run.waitingSince")} <When at={run.waiting.since} />
        </Alert>
      )}
      {run.warnings.map((warning) => (
        <Alert
          key={`${warning.reason}-${warning.segmentId}`}
          variant="warning"
          isInline
          title={say(`run.warning.${warning.reason}`)}
        >
          <Content component="small" lang="en">
            {warning.detail}
          </Content>
        </Alert>
      ))}
    </>
  );
}
