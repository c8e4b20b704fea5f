import { Content, FormSelect, FormSelectOption, Stack, StackItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { destinations, ok } from "../../api/client";
import { CONNECTIONS } from "../../api/connections";
import { EXPORTS, useExportsOf } from "../../api/exports";
import type { Connection } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Loaded } from "../../ui/Loaded";
import { labelOf } from "./DestinationType";

type Fate = "DETACH" | "REMOVE";

interface RemoveConnectionProps {
  connection: Connection;
  close: () => void;
  removed?: () => void;
}

/** Removes a connection: for each export that uses it the person says what becomes of it. */
export function RemoveConnection({ connection, close, removed }: RemoveConnectionProps) {
  const say = useText();
  const queries = useQueryClient();
  const users = useExportsOf(connection.id);
  const [fates, setFates] = useState<Record<string, Fate>>({});
  const all = users.data ?? [];
  const fate = (id: string): Fate => fates[id] ?? "DETACH";
  const act = () =>
    ok(
      destinations.DELETE("/connections/{id}", {
        params: {
          path: { id: connection.id },
          header: { "If-Match": `"${connection.version}"` },
          query: {
            detach: all.filter((one) => fate(one.id) === "DETACH").map((one) => one.id),
            remove: all.filter((one) => fate(one.id) === "REMOVE").map((one) => one.id),
          },
        },
      }),
    );
  return (
    <ConfirmDialog
      title={say("connection.remove.title", { name: connection.displayName })}
      action={say("connection.remove.action")}
      danger
      isDisabled={users.data === undefined}
      act={act}
      close={close}
      done={() => {
        void queries.invalidateQueries({ queryKey: CONNECTIONS });
        void queries.invalidateQueries({ queryKey: EXPORTS });
        (removed ?? close)();
      }}
    >
      <Stack hasGutter>
        <StackItem>
          <Content component="p">
            {say("connection.remove.text", { exports: all.length, type: labelOf(connection.type) })}
          </Content>
        </StackItem>
        <Loaded query={users} lines={2}>
          {(items) =>
            items.length > 0 && (
              <Table variant="compact" aria-label={say("nav.exports")}>
                <Thead>
                  <Tr>
                    <Th>{say("run.export")}</Th>
                    <Th>{say("connection.remove.fate")}</Th>
                  </Tr>
                </Thead>
                <Tbody>
                  {items.map((one) => (
                    <Tr key={one.id}>
                      <Td dataLabel={say("run.export")}>{one.displayName}</Td>
                      <Td dataLabel={say("connection.remove.fate")}>
                        <FormSelect
                          aria-label={`${say("connection.remove.fate")}: ${one.displayName}`}
                          value={fate(one.id)}
                          onChange={(_event, value) => setFates({ ...fates, [one.id]: value as Fate })}
                        >
                          <FormSelectOption value="DETACH" label={say("connection.remove.DETACH")} />
                          <FormSelectOption value="REMOVE" label={say("connection.remove.REMOVE")} />
                        </FormSelect>
                      </Td>
                    </Tr>
                  ))}
                </Tbody>
              </Table>
            )
          }
        </Loaded>
      </Stack>
    </ConfirmDialog>
  );
}
