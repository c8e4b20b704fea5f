import { Label, Progress } from "@patternfly/react-core";
import { UsersIcon } from "@patternfly/react-icons";
import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useFields } from "../../api/segments";
import type { Field } from "../../api/types";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { Button, Table } from "../../ui/patternfly";
import { FieldRoleDialog } from "./FieldRoleDialog";

/** What is known of the customers: each field with its type, how full it is, and how many values look like addresses. */
export function FieldsTab({ start }: { start: () => void }) {
  const say = useText();
  const intl = useIntl();
  const administers = useMay("admin");
  const fields = useFields();
  const [edited, setEdited] = useState<Field>();
  return (
    <Loaded query={fields}>
      {(items) =>
        items.length === 0 ? (
          <Empty
            title={say("customer.empty")}
            icon={UsersIcon}
            action={
              administers ? (
                <>
                  <Button onClick={start}>{say("import.title")}</Button>
                  <a href="/console/sample-customers.csv" download>
                    {say("customer.sample")}
                  </a>
                </>
              ) : undefined
            }
          >
            {say(administers ? "customer.empty.text" : "customer.empty.viewer")}
          </Empty>
        ) : (
          <>
            {edited && <FieldRoleDialog field={edited} close={() => setEdited(undefined)} />}
            <Table variant="compact" aria-label={say("customer.fields")}>
              <Thead>
                <Tr>
                  <Th>{say("field.name")}</Th>
                  <Th>{say("field.type")}</Th>
                  <Th>{say("field.fill")}</Th>
                  <Th className="insights-number">{say("field.distinct")}</Th>
                  <Th className="insights-number">{say("field.addressShare")}</Th>
                  <Th>{say("field.role")}</Th>
                </Tr>
              </Thead>
              <Tbody>
                {items.map((field) => (
                  <Tr key={field.name}>
                    <Td dataLabel={say("field.name")}>{field.name}</Td>
                    <Td dataLabel={say("field.type")}>{say(`fieldType.${field.type}`)}</Td>
                    <Td dataLabel={say("field.fill")}>
                      <Progress
                        size="sm"
                        aria-label={say("field.fill")}
                        value={field.filled * 100}
                        label={intl.formatNumber(field.filled, { style: "percent" })}
                      />
                    </Td>
                    <Td dataLabel={say("field.distinct")} className="insights-number">
                      {intl.formatNumber(field.distinctEstimate)}
                    </Td>
                    <Td dataLabel={say("field.addressShare")} className="insights-number">
                      {intl.formatNumber(field.email, { style: "percent" })}
                    </Td>
                    <Td dataLabel={say("field.role")}>
                      {field.role ? (
                        <Label status="info">{say(`fieldRole.${field.role}`)}</Label>
                      ) : (
                        field.suggestedRole &&
                        say("fieldRole.suggested", { role: say(`fieldRole.${field.suggestedRole}`) })
                      )}{" "}
                      {administers && (
                        <Button
                          variant="link"
                          isInline
                          aria-label={say("fieldRole.changeOf", { field: field.name })}
                          onClick={() => setEdited(field)}
                        >
                          {say("fieldRole.change")}
                        </Button>
                      )}
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          </>
        )
      }
    </Loaded>
  );
}
