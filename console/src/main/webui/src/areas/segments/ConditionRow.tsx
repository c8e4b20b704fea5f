import { FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useIntl } from "react-intl";
import { ok, segments } from "../../api/client";
import type { Field, FieldType, Operator } from "../../api/types";
import { useText } from "../../lang/Texts";
import { useNumberFault, useNumbers } from "../../ui/numbers";
import { Button } from "../../ui/patternfly";
import { isWrong, type PartError } from "./errors";
import { PartErrors } from "./PartErrors";
import { useLiveCount, useSettled } from "./preview";
import {
  arity,
  type ConditionPart,
  type FieldTypes,
  isComplete,
  numberKind,
  operatorsOf,
  ruleOf,
  unreadable,
} from "./rule";
import { SeveralValues } from "./SeveralValues";

interface ConditionRowProps {
  part: ConditionPart;
  fields: Field[];
  timeZone: string | undefined;
  /** What the service says of it. */
  errors: PartError[];
  change: (part: ConditionPart) => void;
  remove: () => void;
}

const A_NUMBER_OF_DAYS = { least: 0, example: 30 };

const INPUTS: Partial<Record<FieldType, "date" | "datetime-local">> = { date: "date" };

/** One condition: field, how it is compared, with what; and how many it selects alone. */
export function ConditionRow({ part, fields, timeZone, errors, change, remove }: ConditionRowProps) {
  const say = useText();
  const id = useId();
  const type = fields.find((field) => field.name === part.field)?.type;
  const fault = useFault(part, type);
  const marked = (place: string) =>
    isWrong(errors, place) || (fault !== undefined && place.startsWith("/value")) ? "error" : "default";
  const chooseField = (name: string) => {
    const next = fields.find((field) => field.name === name)?.type;
    const kept = next === type && operatorsOf(next).includes(part.op);
    const op = kept ? part.op : (operatorsOf(next)[0] ?? "eq");
    change({ ...part, field: name, op, values: kept ? part.values : next === "boolean" ? ["true"] : [] });
  };
  return (
    <fieldset>
      <legend className="pf-v6-u-screen-reader">{say("rule.condition")}</legend>
      <div className="insights-rule-row">
        <FormSelect
          aria-label={say("rule.field")}
          value={part.field}
          validated={marked("/field")}
          aria-describedby={id}
          onChange={(_event, name) => chooseField(name)}
        >
          <FormSelectOption value="" label={say("rule.chooseField")} isPlaceholder />
          {fields.map((field) => (
            <FormSelectOption
              key={field.name}
              value={field.name}
              label={`${field.name} (${say(`fieldType.${field.type}`)})`}
            />
          ))}
        </FormSelect>
        <FormSelect
          aria-label={say("rule.operator")}
          value={part.op}
          isDisabled={part.field === ""}
          validated={marked("/op")}
          aria-describedby={id}
          onChange={(_event, op) => change({ ...part, op: op as Operator })}
        >
          {operatorsOf(type).map((op) => (
            <FormSelectOption key={op} value={op} label={say(`operator.${op}`)} />
          ))}
        </FormSelect>
        <Values
          part={part}
          type={type}
          change={(values) => change({ ...part, values })}
          marked={marked}
          describedBy={id}
        />
        <CountOfCondition part={part} type={type} timeZone={timeZone} />
        <Button
          variant="link"
          onClick={remove}
          aria-label={say("rule.removeCondition", { field: part.field })}
        >
          {say("action.remove")}
        </Button>
      </div>
      <PartErrors id={id} errors={errors} fault={fault} />
    </fieldset>
  );
}

/** What is wrong with a number, once nothing more is typed for a moment. */
function useFault(part: ConditionPart, type: FieldType | undefined): string | undefined {
  const numbers = useNumbers();
  const faultOf = useNumberFault();
  const days = numberKind(part.op, type) === "days";
  const [first] = unreadable(part, { types: typesOf(part, type), numbers });
  const fault = first === undefined ? null : (faultOf(first, days ? A_NUMBER_OF_DAYS : undefined) ?? null);
  const settled = useSettled(fault);
  return fault !== null && settled === fault ? fault : undefined;
}

function typesOf(part: ConditionPart, type: FieldType | undefined): FieldTypes {
  return type ? { [part.field]: type } : {};
}

interface ValuesProps {
  part: ConditionPart;
  type: FieldType | undefined;
  change: (values: string[]) => void;
  /** Whether what is at a place of the condition is wrong. */
  marked: (place: string) => "error" | "default";
  /** Where it is said what is wrong. */
  describedBy: string;
}

function Values({ part, type, change, marked, describedBy }: ValuesProps) {
  const say = useText();
  const kind = arity(part.op);
  const set = (index: number, value: string) => {
    const values = [...part.values];
    values[index] = value;
    change(values.map((one) => one ?? ""));
  };
  if (kind === "none") {
    return null;
  }
  if (type === "boolean") {
    return (
      <FormSelect
        aria-label={say("rule.value")}
        value={part.values[0] ?? "true"}
        validated={marked("/value")}
        aria-describedby={describedBy}
        onChange={(_event, value) => change([value])}
      >
        <FormSelectOption value="true" label={say("value.true")} />
        <FormSelectOption value="false" label={say("value.false")} />
      </FormSelect>
    );
  }
  if (kind === "many") {
    return (
      <SeveralValues
        key={type}
        values={part.values}
        numeric={type === "number"}
        validated={
          part.values.some((_value, index) => marked(`/value/${index}`) === "error")
            ? "error"
            : marked("/value")
        }
        describedBy={describedBy}
        change={change}
      />
    );
  }
  const numeric = numberKind(part.op, type) !== undefined;
  const input = numeric ? "text" : ((type && INPUTS[type]) ?? "text");
  return (
    <>
      <ValueInput
        field={type === "string" ? part.field : ""}
        label={say(kind === "days" ? "rule.daysLabel" : "rule.value")}
        input={input}
        numeric={numeric}
        value={part.values[0] ?? ""}
        validated={marked(kind === "two" ? "/value/0" : "/value")}
        describedBy={describedBy}
        change={(value) => set(0, value)}
      />
      {kind === "two" && (
        <ValueInput
          field=""
          label={say("rule.secondValue")}
          input={input}
          numeric={numeric}
          value={part.values[1] ?? ""}
          validated={marked("/value/1")}
          describedBy={describedBy}
          change={(value) => set(1, value)}
        />
      )}
    </>
  );
}

interface ValueInputProps {
  /** Whose values are suggested; none for an empty name. */
  field: string;
  label: string;
  input: "text" | "date" | "datetime-local";
  numeric: boolean;
  value: string;
  validated: "error" | "default";
  describedBy: string;
  change: (value: string) => void;
}

function ValueInput({
  field,
  label,
  input,
  numeric,
  value,
  validated,
  describedBy,
  change,
}: ValueInputProps) {
  const id = useId();
  const suggestions = useSuggestions(field);
  return (
    <>
      <TextInput
        aria-label={label}
        placeholder={label}
        type={input}
        inputMode={numeric ? "decimal" : undefined}
        list={suggestions.length > 0 ? id : undefined}
        value={value}
        validated={validated}
        aria-describedby={describedBy}
        onChange={(_event, typed) => change(typed)}
      />
      {suggestions.length > 0 && (
        <datalist id={id}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** The most frequent values of a field; none where they say who somebody is, which the service decides. */
function useSuggestions(field: string): string[] {
  const values = useQuery({
    queryKey: ["profiles", "values", field],
    enabled: field !== "",
    retry: false,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      ok(
        segments.GET("/profiles/fields/{name}/values", {
          params: { path: { name: field }, query: { limit: 20 } },
          signal,
        }),
      ),
  });
  return values.data?.items.map((one) => String(one.value)) ?? [];
}

interface CountOfConditionProps {
  part: ConditionPart;
  type: FieldType | undefined;
  timeZone: string | undefined;
}

function CountOfCondition({ part, type, timeZone }: CountOfConditionProps) {
  const say = useText();
  const intl = useIntl();
  const reader = { types: typesOf(part, type), numbers: useNumbers() };
  const complete = isComplete(part, reader);
  const count = useLiveCount(complete && type ? ruleOf(part, reader) : undefined, timeZone);
  // The service refuses to count what holds for everybody by its form; alone it needs no number.
  return complete && count.data && !count.isError ? (
    <small>{say("rule.alone", { count: intl.formatNumber(count.data.count) })}</small>
  ) : null;
}
