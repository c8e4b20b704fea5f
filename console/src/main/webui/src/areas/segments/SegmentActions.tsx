import { Dropdown, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import { EllipsisVIcon } from "@patternfly/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { ok, segments } from "../../api/client";
import { SEGMENTS } from "../../api/segments";
import type { Segment } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { ErrorCard } from "../../ui/ErrorCard";

/** What can be done with a segment by whoever may: duplicate, activate, deactivate, remove. */
export function SegmentActions({ segment, removed }: { segment: Segment; removed?: () => void }) {
  const say = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [removing, setRemoving] = useState(false);
  const match = { path: { id: segment.id }, header: { "If-Match": `"${segment.version}"` } };
  const again = () => queries.invalidateQueries({ queryKey: SEGMENTS });
  const isActive = segment.status === "ACTIVE";
  const duplicate = useMutation({
    mutationFn: () =>
      ok(segments.POST("/segments/{id}/duplicate", { params: { path: { id: segment.id } }, body: {} })),
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
  const mayEdit = segment.permissions.includes("EDIT");
  if (segment.permissions.length === 0) {
    return null;
  }
  const failed = [duplicate, toggle].find((one) => one.isError);
  return (
    <>
      <Dropdown
        isOpen={open}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        popperProps={{ position: "right" }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            variant="plain"
            isExpanded={open}
            onClick={() => setOpen(!open)}
            aria-label={say("action.more", { name: segment.displayName })}
            icon={<EllipsisVIcon />}
          />
        )}
      >
        <DropdownList>
          {mayEdit && (
            <DropdownItem onClick={() => void navigate(`/segments/${segment.id}/edit`)}>
              {say("action.edit")}
            </DropdownItem>
          )}
          <DropdownItem onClick={() => duplicate.mutate()}>{say("action.duplicate")}</DropdownItem>
          {mayEdit && (
            <DropdownItem onClick={() => toggle.mutate()}>
              {say(isActive ? "segment.deactivate" : "segment.activate")}
            </DropdownItem>
          )}
          {segment.permissions.includes("REMOVE") && (
            <DropdownItem isDanger onClick={() => setRemoving(true)}>
              {say("action.remove")}
            </DropdownItem>
          )}
        </DropdownList>
      </Dropdown>
      {failed && <ErrorCard error={failed.error} />}
      {removing && (
        <ConfirmDialog
          title={say("segment.remove.title", { name: segment.displayName })}
          action={say("action.remove")}
          danger
          act={() => ok(segments.DELETE("/segments/{id}", { params: match }))}
          done={() => {
            setRemoving(false);
            void again();
            removed?.();
          }}
          close={() => setRemoving(false)}
        >
          {say("segment.remove.text", { members: segment.size ?? 0, exports: segment.exports ?? 0 })}
        </ConfirmDialog>
      )}
    </>
  );
}
