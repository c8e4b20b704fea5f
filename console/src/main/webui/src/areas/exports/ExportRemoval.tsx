import { Checkbox, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { exportsApi, ok } from "../../api/client";
import { useRuns } from "../../api/exports";
import type { Export } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";

interface ExportRemovalProps {
  export: Export;
  done: () => void;
  close: () => void;
}

interface RemoveExportProps extends Omit<ExportRemovalProps, "done"> {
  /** @param takesOff whether a run takes off first what it put there */
  done: (takesOff: boolean) => void;
}

/** Removes an export; what it put at the destination stays there, or is taken off first. */
export function RemoveExport({ export: one, done, close }: RemoveExportProps) {
  const say = useText();
  const [takeOff, setTakeOff] = useState(false);
  return (
    <ConfirmDialog
      title={say("export.remove.title", { name: one.displayName })}
      action={say("action.remove")}
      danger
      act={() => ok(exportsApi.DELETE("/exports/{id}", { params: { ...matching(one), query: { takeOff } } }))}
      done={() => done(takeOff)}
      close={close}
    >
      <Stack hasGutter>
        <StackItem>
          {say("export.remove.text")} <There export={one} />
        </StackItem>
        {one.connection && (
          <StackItem>
            <Checkbox
              id="take-off"
              label={say("export.remove.takeOff")}
              description={say("export.remove.takeOff.text")}
              isChecked={takeOff}
              onChange={(_event, chosen) => setTakeOff(chosen)}
            />
          </StackItem>
        )}
      </Stack>
    </ConfirmDialog>
  );
}

/** Takes an export off its connection. */
export function DetachExport({ export: one, done, close }: ExportRemovalProps) {
  const say = useText();
  return (
    <ConfirmDialog
      title={say("export.detach")}
      action={say("export.detach")}
      act={() => ok(exportsApi.DELETE("/exports/{id}/connection", { params: matching(one) }))}
      done={done}
      close={close}
    >
      {say("export.detach.text", {
        name: one.displayName,
        connection: one.connection?.displayName ?? "",
      })}{" "}
      <There export={one} />
    </ConfirmDialog>
  );
}

function matching(one: Export) {
  return { path: { id: one.id }, header: { "If-Match": `"${one.version}"` } };
}

/** How many contacts are at the destination, as the last run that went to its end left them. */
function There({ export: one }: { export: Export }) {
  const say = useText();
  const runs = useRuns({
    exportId: [one.id],
    status: ["SUCCESSFUL", "COMPLETED_WITH_WARNINGS"],
    limit: 10,
  });
  const last = runs.data?.items.find((run) => run.purpose === "DELIVER");
  if (!runs.data) {
    return null;
  }
  const count = last ? last.totals.contactsUpserted + last.totals.contactsUnchanged : 0;
  return <strong>{say("export.there", { count })}</strong>;
}
