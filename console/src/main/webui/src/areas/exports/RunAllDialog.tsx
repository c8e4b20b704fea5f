import { useMutation, useQueryClient } from "@tanstack/react-query";
import { exportsApi, ok } from "../../api/client";
import { EXPORTS, FEW, RUNS, useExportsOverview } from "../../api/exports";
import { problemOf } from "../../api/problem";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { useProblemText } from "../../ui/ErrorCard";
import { Loaded } from "../../ui/Loaded";
import { Alert } from "../../ui/patternfly";

/** Runs all exports that have a schedule, and tells which were not queued, and why. */
export function RunAllDialog({ close }: { close: () => void }) {
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
  const problem = useProblemText();
  const overview = useExportsOverview();
  if (run.data) {
    return (
      <ConfirmDialog
        title={say("export.runAll")}
        action={say("action.close")}
        isTold
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
              {run.data.notQueued.slice(0, FEW).map((one) => (
                <li key={one.exportId}>
                  {one.displayName}: {problem(problemOf(0, one, null)).title}{" "}
                  <small lang="en">{one.detail}</small>
                </li>
              ))}
              {run.data.notQueued.length > FEW && (
                <li>{say("list.andMore", { count: run.data.notQueued.length - FEW })}</li>
              )}
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
      isDisabled={!overview.data || overview.data.active === 0}
      act={() => run.mutateAsync()}
      done={() => {}}
      close={close}
    >
      <Loaded query={overview} lines={1}>
        {({ active }) => say(active === 0 ? "export.runAll.none" : "export.runAll.text", { active })}
      </Loaded>
    </ConfirmDialog>
  );
}
