import { Checkbox, DropdownItem, Stack, StackItem } from "@patternfly/react-core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { exportsApi, ok } from "../../api/client";
import { EXPORTS } from "../../api/exports";
import type { Export } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ActionMenu } from "../../ui/ActionMenu";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { ErrorCard } from "../../ui/ErrorCard";
import { RunDialog } from "./RunDialog";
import { SchedulePanel } from "./SchedulePanel";

type Asked = "run" | "schedule" | "detach" | "remove" | undefined;

/** What can be done with an export by whoever may. */
export function ExportActions({ export: one, removed }: { export: Export; removed?: () => void }) {
  const say = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const [takeOff, setTakeOff] = useState(false);
  const match = { path: { id: one.id }, header: { "If-Match": `"${one.version}"` } };
  const close = () => setAsked(undefined);
  const changed = () => {
    void queries.invalidateQueries({ queryKey: EXPORTS });
    close();
  };
  const duplicate = useMutation({
    mutationFn: () =>
      ok(exportsApi.POST("/exports/{id}/duplicate", { params: { path: { id: one.id } }, body: {} })),
    onSuccess: (made) => {
      changed();
      void navigate(`/exports/${made.id}/edit`);
    },
  });
  const may = one.permissions;
  if (may.length === 0) {
    return null;
  }
  return (
    <>
      <ActionMenu name={one.displayName}>
        {may.includes("RUN") && (
          <DropdownItem onClick={() => setAsked("run")}>{say("export.run")}</DropdownItem>
        )}
        {may.includes("EDIT") && (
          <>
            <DropdownItem onClick={() => void navigate(`/exports/${one.id}/edit`)}>
              {say("action.edit")}
            </DropdownItem>
            <DropdownItem onClick={() => setAsked("schedule")}>{say("export.schedule")}</DropdownItem>
            <DropdownItem onClick={() => duplicate.mutate()}>{say("action.duplicate")}</DropdownItem>
            {one.connection && (
              <DropdownItem onClick={() => setAsked("detach")}>{say("export.detach")}</DropdownItem>
            )}
          </>
        )}
        {may.includes("REMOVE") && (
          <DropdownItem isDanger onClick={() => setAsked("remove")}>
            {say("action.remove")}
          </DropdownItem>
        )}
      </ActionMenu>
      {duplicate.isError && <ErrorCard error={duplicate.error} />}
      {asked === "run" && <RunDialog export={one} close={close} />}
      {asked === "schedule" && <SchedulePanel exports={[one]} close={close} done={close} />}
      {asked === "detach" && (
        <ConfirmDialog
          title={say("export.detach")}
          action={say("export.detach")}
          act={() => ok(exportsApi.DELETE("/exports/{id}/connection", { params: match }))}
          done={changed}
          close={close}
        >
          {say("export.detach.text", {
            name: one.displayName,
            connection: one.connection?.displayName ?? "",
          })}
        </ConfirmDialog>
      )}
      {asked === "remove" && (
        <ConfirmDialog
          title={say("export.remove.title", { name: one.displayName })}
          action={say("action.remove")}
          danger
          act={() => ok(exportsApi.DELETE("/exports/{id}", { params: { ...match, query: { takeOff } } }))}
          done={() => {
            changed();
            removed?.();
          }}
          close={close}
        >
          <Stack hasGutter>
            <StackItem>{say("export.remove.text")}</StackItem>
            <StackItem>
              <Checkbox
                id="take-off"
                label={say("export.remove.takeOff")}
                description={say("export.remove.takeOff.text")}
                isChecked={takeOff}
                onChange={(_event, chosen) => setTakeOff(chosen)}
              />
            </StackItem>
          </Stack>
        </ConfirmDialog>
      )}
    </>
  );
}
