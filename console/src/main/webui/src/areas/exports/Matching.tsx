import { Content, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useMutation } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { exportsApi, ok } from "../../api/client";
import { useConnectionFields } from "../../api/connections";
import type { Problem } from "../../api/problem";
import type { Field, FieldMatch } from "../../api/types";
import { useText } from "../../lang/Texts";
import { Failure } from "../../ui/Failure";
import { Alert, Button, Table } from "../../ui/patternfly";
import { errorAt } from "../../ui/ServiceWords";
import { isEmailTarget, useTargetNames } from "../../ui/targets";

interface MatchingProps {
  connectionId: string;
  fields: Field[];
  value: FieldMatch[];
  change: (value: FieldMatch[]) => void;
  problem: Problem | undefined;
}

/** Which field of the customers fills which one at the destination. Suggested by their names, to be confirmed. */
export function Matching({ connectionId, fields, value, change, problem }: MatchingProps) {
  const say = useText();
  const targets = useConnectionFields(connectionId);
  const suggest = useMutation({
    mutationFn: () => ok(exportsApi.POST("/exports/matching-suggestion", { body: { connectionId } })),
    onSuccess: (suggestion) => change(suggestion.dataMatching),
  });
  const set = (index: number, changed: Partial<FieldMatch>) =>
    change(value.map((match, place) => (place === index ? { ...match, ...changed } : match)));
  const known = targets.data?.items ?? [];
  const targetName = useTargetNames();
  return (
    <>
      {suggest.isError && <Failure error={suggest.error} />}
      {targets.isError && <Failure error={targets.error} retry={() => void targets.refetch()} />}
      <Table variant="compact" aria-label={say("export.matching")}>
        <Thead>
          <Tr>
            <Th>{say("export.target")}</Th>
            <Th>{say("export.field")}</Th>
            <Th>{say("export.fieldFacts")}</Th>
            <Th>{say("field.actions")}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {value.map((match, index) => {
            const error = errorAt(problem, `/dataMatching/${index}`);
            const isEmail = isEmailTarget(match.target);
            const isListed =
              isEmail || match.target === "" || known.some((one) => one.target === match.target);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <Tr key={index}>
                <Td dataLabel={say("export.target")}>
                  {isEmail ? (
                    <strong>{targetName(match.target)}</strong>
                  ) : isListed ? (
                    <FormSelect
                      aria-label={say("export.targetOf", { number: index + 1 })}
                      value={match.target}
                      validated={error ? "error" : "default"}
                      onChange={(_event, target) => set(index, { target: target === OWN ? " " : target })}
                    >
                      <FormSelectOption value="" label={say("export.chooseTarget")} isPlaceholder />
                      {known
                        .filter((one) => !isEmailTarget(one.target))
                        .map((one) => (
                          <FormSelectOption
                            key={one.target}
                            value={one.target}
                            label={one.custom ? one.name : targetName(one.target)}
                            isDisabled={value.some((other) => other.target === one.target && other !== match)}
                          />
                        ))}
                      <FormSelectOption value={OWN} label={say("export.ownTarget")} />
                    </FormSelect>
                  ) : (
                    <TextInput
                      aria-label={say("export.targetOf", { number: index + 1 })}
                      placeholder={targets.data?.customField.example}
                      value={match.target.trimStart()}
                      onChange={(_event, target) => set(index, { target: target || " " })}
                    />
                  )}
                </Td>
                <Td dataLabel={say("export.field")}>
                  <FormSelect
                    aria-label={say("export.fieldOf", { target: targetName(match.target) })}
                    value={match.field}
                    isRequired={isEmail}
                    validated={error ? "error" : "default"}
                    onChange={(_event, field) => set(index, { field })}
                  >
                    <FormSelectOption value="" label={say("rule.chooseField")} isPlaceholder />
                    {fields.map((field) => (
                      <FormSelectOption key={field.name} value={field.name} label={field.name} />
                    ))}
                  </FormSelect>
                  {error && <Alert variant="danger" isInline isPlain title={error} />}
                </Td>
                <Td dataLabel={say("export.fieldFacts")}>
                  <Facts field={fields.find((field) => field.name === match.field)} isEmail={isEmail} />
                </Td>
                <Td dataLabel={say("field.actions")}>
                  {!isEmail && (
                    <Button
                      variant="link"
                      isInline
                      aria-label={say("export.removeMatch", { target: targetName(match.target) })}
                      onClick={() => change(value.filter((_match, place) => place !== index))}
                    >
                      {say("action.remove")}
                    </Button>
                  )}
                </Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
      <div>
        <Button
          variant="secondary"
          isDisabled={connectionId === ""}
          onClick={() => change([...value, { target: "", field: "" }])}
        >
          {say("export.addField")}
        </Button>{" "}
        <Button
          variant="link"
          isDisabled={connectionId === ""}
          isLoading={suggest.isPending}
          onClick={() => suggest.mutate()}
        >
          {say("export.suggest")}
        </Button>
        {connectionId === "" && <Content component="small">{say("export.missing.connection")}</Content>}
      </div>
    </>
  );
}

const OWN = "+";

function Facts({ field, isEmail }: { field: Field | undefined; isEmail: boolean }) {
  const say = useText();
  const intl = useIntl();
  if (!field) {
    return null;
  }
  const percent = (value: number) => intl.formatNumber(value, { style: "percent" });
  return (
    <small>
      {say(`fieldType.${field.type}`)}, {say("field.filled", { share: percent(field.filled) })}
      {isEmail && `, ${say("field.addresses", { share: percent(field.email) })}`}
    </small>
  );
}
