import { Checkbox, Content, Stack, StackItem } from "@patternfly/react-core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { exportsApi, ok } from "../../api/client";
import { EXPORTS, RUNS, startRun } from "../../api/exports";
import type { Export, Run, RunPreview, RunRequest, StopReason } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Loaded } from "../../ui/Loaded";
import { Alert } from "../../ui/patternfly";
import { PreviewFacts } from "./PreviewFacts";

/** What a guard wants to hear before it lets a run through. */
const CONFIRMATIONS: Partial<Record<StopReason, Exclude<keyof RunRequest, "retryRejected">>> = {
  MASS_REMOVAL: "confirmRemovals",
  MASS_GROWTH: "confirmGrowth",
  EMPTIES_FIELDS: "confirmEmptying",
};

/** What would happen, in numbers, before anything is sent; then the run. What a guard would stop is confirmed by name. */
export function RunDialog({ export: one, close }: { export: Export; close: () => void }) {
  const say = useText();
  const intl = useIntl();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [confirmed, setConfirmed] = useState(false);
  const started = useRef<Run>(undefined);
  const preview = useQuery({
    queryKey: [...EXPORTS, "preview", one.id],
    queryFn: ({ signal }) =>
      ok(exportsApi.POST("/exports/{id}/preview", { params: { path: { id: one.id } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
  const stop = preview.data?.stop;
  const confirmation = stop && CONFIRMATIONS[stop.reason];
  return (
    <ConfirmDialog
      title={say("export.run.title", { name: one.displayName })}
      action={say(confirmation ? "export.confirmAndRun" : "export.run")}
      danger={stop?.reason === "MASS_REMOVAL"}
      isDisabled={preview.data === undefined || (stop !== undefined && !(confirmation && confirmed))}
      act={async () => {
        started.current = await startRun(one.id, confirmation ? { [confirmation]: true } : {});
      }}
      done={() => {
        void queries.invalidateQueries({ queryKey: EXPORTS });
        void queries.invalidateQueries({ queryKey: RUNS });
        close();
        if (started.current) {
          void navigate(`/exports/${one.id}/runs/${started.current.id}`);
        }
      }}
      close={close}
    >
      <Loaded query={preview}>
        {(shown: RunPreview) => (
          <Stack hasGutter>
            {stop && (
              <StackItem>
                <Alert variant="warning" isInline title={say(`stop.${stop.reason}`)}>
                  <Content component="p">{say(`stop.${stop.reason}.todo`)}</Content>
                  <Content component="small" lang="en">
                    {stop.detail}
                  </Content>
                </Alert>
              </StackItem>
            )}
            <StackItem>
              <PreviewFacts preview={shown} mode={one.audienceMode} />
            </StackItem>
            {confirmation && (
              <StackItem>
                {/* A list is joined and left by a membership each; a field or a tag comes and goes with the contact. */}
                <Checkbox
                  id="confirm-stop"
                  isChecked={confirmed}
                  onChange={(_event, chosen) => setConfirmed(chosen)}
                  label={say(`export.${confirmation}`, {
                    removals: intl.formatNumber(Math.max(shown.toRemove, shown.leaves)),
                    additions: intl.formatNumber(Math.max(shown.toAdd, shown.joins)),
                  })}
                />
              </StackItem>
            )}
          </Stack>
        )}
      </Loaded>
    </ConfirmDialog>
  );
}
