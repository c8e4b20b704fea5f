import { DropdownItem } from "@patternfly/react-core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { exportsApi, ok } from "../../api/client";
import { copied } from "../../api/copies";
import { EXPORTS } from "../../api/exports";
import type { Export } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ActionMenu } from "../../ui/ActionMenu";
import { Failure } from "../../ui/Failure";
import { useTellAt } from "../../ui/told";
import { DetachExport, RemoveExport } from "./ExportRemoval";
import { RunDialog } from "./RunDialog";
import { SchedulePanel } from "./SchedulePanel";
import type { EditState } from "./SetUpPage";

type Asked = "run" | "schedule" | "detach" | "remove" | undefined;

/** What can be done with an export by whoever may. */
export function ExportActions({ export: one }: { export: Export }) {
  const say = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const changed = () => {
    void queries.invalidateQueries({ queryKey: EXPORTS });
    close();
  };
  const duplicate = useMutation({
    mutationFn: () =>
      copied(say("action.copyOf", { name: one.displayName }), (body) =>
        ok(
          exportsApi.POST("/exports/{id}/duplicate", {
            params: { path: { id: one.id } },
            // It is to be changed before anything of it is sent.
            body: { ...body, schedule: { kind: "OFF" } },
          }),
        ),
      ),
    onSuccess: (made) => {
      changed();
      void navigate(`/exports/${made.id}/edit`, { state: { isCopy: true } satisfies EditState });
    },
  });
  const tellAt = useTellAt();
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
      {duplicate.isError && <Failure error={duplicate.error} />}
      {asked === "run" && <RunDialog export={one} close={close} />}
      {asked === "schedule" && <SchedulePanel exports={[one]} close={close} done={close} />}
      {asked === "detach" && <DetachExport export={one} close={close} done={changed} />}
      {asked === "remove" && (
        <RemoveExport
          export={one}
          close={close}
          done={(takesOff) => {
            changed();
            tellAt(
              "/exports",
              say(takesOff ? "export.isRemoved" : "list.removed", { name: one.displayName }),
            );
          }}
        />
      )}
    </>
  );
}
