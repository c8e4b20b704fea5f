import { Alert } from "@patternfly/react-core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { exportsApi, ok } from "../../api/client";
import { EXPORTS, RUNS } from "../../api/exports";
import type { Export } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { ErrorCard } from "../../ui/ErrorCard";

/** Runs all exports that have a schedule, and tells which were not queued, and why. */
export function RunAllDialog({ exports: shown, close }: { exports: Export[]; close: () => void }) {
  const say = useText();
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: () =>
      ok(
        exportsApi.POST("/exports/runs", {
          params: { header: { "Idempotency-Key": crypto.randomUUID() } },
          body: {},
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: EXPORTS });
      void queries.invalidateQueries({ queryKey: RUNS });
    },
  });
  const scheduled = shown.filter((one) => one.schedule.kind !== "OFF").length;
  if (run.data) {
    return (
      <ConfirmDialog
        title={say("export.runAll")}
        action={say("action.close")}
        act={async () => {}}
        done={close}
        close={close}
      >
        <Alert
          variant="success"
          isInline
          title={say("export.runAll.queued", { count: run.data.queued.length })}
        />
        {run.data.notQueued.length > 0 && (
          <>
            <p>{say("export.runAll.notQueued", { count: run.data.notQueued.length })}</p>
            <ul>
              {run.data.notQueued.map((one) => (
                <li key={one.exportId}>
                  {one.displayName}: <span lang="en">{one.detail}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog
      title={say("export.runAll")}
      action={say("export.runAll")}
      act={() => run.mutateAsync()}
      done={() => {}}
      close={close}
    >
      {run.isError && <ErrorCard error={run.error} />}
      {say("export.runAll.text", { count: scheduled })}
    </ConfirmDialog>
  );
}
