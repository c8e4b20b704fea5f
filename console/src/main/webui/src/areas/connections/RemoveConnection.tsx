import { Content, FormSelect, FormSelectOption, Stack, StackItem } from "@patternfly/react-core";
import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { destinations, ok } from "../../api/client";
import { CONNECTIONS } from "../../api/connections";
import { EXPORTS, useExportsOf } from "../../api/exports";
import type { Connection } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Loaded } from "../../ui/Loaded";
import { Table } from "../../ui/patternfly";
import { useTellAt } from "../../ui/told";
import { labelOf } from "./DestinationType";

type Fate = "DETACH" | "REMOVE";

interface RemoveConnectionProps {
  connection: Connection;
  close: () => void;
}

/** Removes a connection: for each export that uses it, or for all where they are many, the person says what becomes of it. */
export function RemoveConnection({ connection, close }: RemoveConnectionProps) {
  const say = useText();
  const queries = useQueryClient();
  const tellAt = useTellAt();
  const { list, many, count } = useExportsOf(connection);
  const [fates, setFates] = useState<Record<string, Fate>>({});
  const [fateOfAll, setFateOfAll] = useState<Fate>("DETACH");
  const all = list.data?.items ?? [];
  const fate = (id: string): Fate => fates[id] ?? "DETACH";
  const of = (wanted: Fate) => all.filter((one) => fate(one.id) === wanted).map((one) => one.id);
  const act = () =>
    ok(
      destinations.DELETE("/connections/{id}", {
        params: {
          path: { id: connection.id },
          header: { "If-Match": `"${connection.version}"` },
          query: many ? { exports: fateOfAll } : { detach: of("DETACH"), remove: of("REMOVE") },
        },
      }),
    );
  return (
    <ConfirmDialog
      title={say("connection.remove.title", { name: connection.displayName })}
      action={say("connection.remove.action")}
      danger
      isUnsaved={Object.keys(fates).length > 0 || fateOfAll !== "DETACH"}
      isDisabled={count === undefined}
      act={act}
      close={close}
      done={() => {
        void queries.invalidateQueries({ queryKey: CONNECTIONS });
        void queries.invalidateQueries({ queryKey: EXPORTS });
        close();
        tellAt("/connections", say("list.removed", { name: connection.displayName }));
      }}
    >
      <Stack hasGutter>
        {count !== undefined && (
          <StackItem>
            <Content component="p">
              {say("connection.remove.text", { exports: count, type: labelOf(connection.type) })}
            </Content>
          </StackItem>
        )}
        <Loaded query={list} lines={2}>
          {({ items }) =>
            many ? (
              <FateChoice
                label={say("connection.remove.fateOfAll", { exports: count ?? 0 })}
                value={fateOfAll}
                change={setFateOfAll}
                isShown
              />
            ) : (
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
                          <FateChoice
                            label={`${say("connection.remove.fate")}: ${one.displayName}`}
                            value={fate(one.id)}
                            change={(value) => setFates({ ...fates, [one.id]: value })}
                          />
                        </Td>
                      </Tr>
                    ))}
                  </Tbody>
                </Table>
              )
            )
          }
        </Loaded>
      </Stack>
    </ConfirmDialog>
  );
}

interface FateChoiceProps {
  label: string;
  value: Fate;
  change: (fate: Fate) => void;
  /** Whether the label is there to be seen too. */
  isShown?: boolean;
}

function FateChoice({ label, value, change, isShown }: FateChoiceProps) {
  const say = useText();
  return (
    <>
      {isShown && <Content component="p">{label}</Content>}
      <FormSelect aria-label={label} value={value} onChange={(_event, chosen) => change(chosen as Fate)}>
        <FormSelectOption value="DETACH" label={say("connection.remove.DETACH")} />
        <FormSelectOption value="REMOVE" label={say("connection.remove.REMOVE")} />
      </FormSelect>
    </>
  );
}
