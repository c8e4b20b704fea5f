import { DropdownItem } from "@patternfly/react-core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { ok, segments } from "../../api/client";
import { copied } from "../../api/copies";
import { SEGMENTS } from "../../api/segments";
import type { Segment } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ActionMenu } from "../../ui/ActionMenu";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Failure } from "../../ui/Failure";
import { useTellAt } from "../../ui/told";

/** What can be done with a segment by whoever may: duplicate, activate, deactivate, remove. */
export function SegmentActions({ segment }: { segment: Segment }) {
  const say = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<"remove" | "deactivate">();
  const match = { path: { id: segment.id }, header: { "If-Match": `"${segment.version}"` } };
  const again = () => queries.invalidateQueries({ queryKey: SEGMENTS });
  const isActive = segment.status === "ACTIVE";
  const duplicate = useMutation({
    mutationFn: () =>
      copied(say("action.copyOf", { name: segment.displayName }), (body) =>
        ok(segments.POST("/segments/{id}/duplicate", { params: { path: { id: segment.id } }, body })),
      ),
    onSuccess: (made) => {
      void again();
      void navigate(`/segments/${made.id}/edit`);
    },
  });
  const toggle = useMutation({
    mutationFn: () =>
      ok(
        segments.PATCH("/segments/{id}", {
          params: match,
          body: { status: isActive ? "INACTIVE" : "ACTIVE" },
          headers: { "Content-Type": "application/merge-patch+json" },
        }),
      ),
    onSuccess: again,
  });
  const tellAt = useTellAt();
  const mayEdit = segment.permissions.includes("EDIT");
  if (segment.permissions.length === 0) {
    return null;
  }
  const usage =
    segment.exportCount === undefined
      ? say("segment.exportsUnknown")
      : say("segment.exportsSend", { exports: segment.exportCount });
  const failed = [duplicate, toggle].find((one) => one.isError && asked === undefined);
  return (
    <>
      <ActionMenu name={segment.displayName}>
        {mayEdit && (
          <DropdownItem onClick={() => void navigate(`/segments/${segment.id}/edit`)}>
            {say("action.edit")}
          </DropdownItem>
        )}
        <DropdownItem onClick={() => duplicate.mutate()}>{say("action.duplicate")}</DropdownItem>
        {mayEdit && (
          <DropdownItem
            onClick={() => (isActive && segment.exportCount !== 0 ? setAsked("deactivate") : toggle.mutate())}
          >
            {say(isActive ? "segment.deactivate" : "segment.activate")}
          </DropdownItem>
        )}
        {segment.permissions.includes("REMOVE") && (
          <DropdownItem isDanger onClick={() => setAsked("remove")}>
            {say("action.remove")}
          </DropdownItem>
        )}
      </ActionMenu>
      {failed && <Failure error={failed.error} />}
      {asked === "remove" && (
        <ConfirmDialog
          title={say("segment.remove.title", { name: segment.displayName })}
          action={say("action.remove")}
          danger
          act={() => ok(segments.DELETE("/segments/{id}", { params: match }))}
          done={() => {
            setAsked(undefined);
            void again();
            tellAt("/segments", say("list.removed", { name: segment.displayName }));
          }}
          close={() => setAsked(undefined)}
        >
          {segment.size === undefined
            ? say("segment.remove.notRefreshed")
            : say("segment.remove.members", { members: segment.size })}{" "}
          {usage} {say("segment.remove.text")}
        </ConfirmDialog>
      )}
      {asked === "deactivate" && (
        <ConfirmDialog
          title={say("segment.deactivate.title", { name: segment.displayName })}
          action={say("segment.deactivate")}
          act={() => toggle.mutateAsync()}
          done={() => setAsked(undefined)}
          close={() => setAsked(undefined)}
        >
          {usage} {say("segment.deactivate.text")}
        </ConfirmDialog>
      )}
    </>
  );
}
