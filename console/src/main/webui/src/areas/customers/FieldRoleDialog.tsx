import { Content, FormSelect, FormSelectOption, Stack, StackItem } from "@patternfly/react-core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ok, segments } from "../../api/client";
import { PROFILES } from "../../api/segments";
import type { Field, FieldRole, Rule } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Loaded } from "../../ui/Loaded";

type Role = FieldRole | "";
const ROLES: Role[] = ["", "EMAIL", "OPT_OUT"];

/** Says what a field is for. Whom that opts out is said before, because no later change takes it back. */
export function FieldRoleDialog({ field, close }: { field: Field; close: () => void }) {
  const say = useText();
  const queries = useQueryClient();
  const [role, setRole] = useState<Role>(field.role ?? field.suggestedRole ?? "");
  return (
    <ConfirmDialog
      title={say("fieldRole.title", { field: field.name })}
      action={say("action.save")}
      danger={role === "OPT_OUT" && field.role !== "OPT_OUT"}
      isDisabled={role === (field.role ?? "")}
      isUnsaved={role !== (field.role ?? "")}
      act={() =>
        ok(
          segments.PATCH("/profiles/fields/{name}", {
            params: {
              path: { name: field.name },
              // The dialog says of how many people before.
              query: { confirm: true },
              header: { "If-Match": `"${field.version}"` },
            },
            body: { role: role === "" ? null : role },
            headers: { "Content-Type": "application/merge-patch+json" },
          }),
        )
      }
      done={() => {
        void queries.invalidateQueries({ queryKey: PROFILES });
        close();
      }}
      close={close}
    >
      <Stack hasGutter>
        <StackItem>
          <FormSelect
            aria-label={say("field.role")}
            value={role}
            onChange={(_event, chosen) => setRole(chosen as Role)}
          >
            {ROLES.map((one) => (
              <FormSelectOption
                key={one}
                value={one}
                label={say(one === "" ? "fieldRole.none" : `fieldRole.${one}`)}
              />
            ))}
          </FormSelect>
        </StackItem>
        <StackItem>
          <Content component="p">
            {say(role === "" ? "fieldRole.none.text" : `fieldRole.${role}.text`)}
          </Content>
          {role === "OPT_OUT" && field.role !== "OPT_OUT" && <OptedOut field={field} />}
        </StackItem>
      </Stack>
    </ConfirmDialog>
  );
}

/** How many would be opted out: for a field of yes and no exactly, for others so many at most. */
function OptedOut({ field }: { field: Field }) {
  const say = useText();
  const rule: Rule =
    field.type === "boolean"
      ? { field: field.name, op: "eq", value: true }
      : { field: field.name, op: "exists" };
  const count = useQuery({
    queryKey: ["segments", "preview", rule],
    retry: false,
    queryFn: ({ signal }) => ok(segments.POST("/segments/preview", { body: { rule }, signal })),
  });
  return (
    <Loaded query={count} lines={1}>
      {(counted) =>
        say(field.type === "boolean" ? "fieldRole.optsOut" : "fieldRole.optsOutAtMost", {
          count: counted.count,
        })
      }
    </Loaded>
  );
}
