import type { FieldType, Operator, Rule } from "../../api/types";
import type { Numbers } from "../../ui/numbers";

/** A rule while it is edited: every part has a key of its own, and may still lack something. */
export type Part = GroupPart | ConditionPart | SegmentPart | EverybodyPart;

export interface GroupPart {
  key: string;
  kind: "group";
  mode: "all" | "any";
  /** Whoever does not match. */
  not: boolean;
  parts: Part[];
}

export interface ConditionPart {
  key: string;
  kind: "condition";
  field: string;
  op: Operator;
  /** As it was typed; what it becomes depends on the field. */
  values: string[];
}

export interface SegmentPart {
  key: string;
  kind: "segment";
  segment: string;
  not: boolean;
}

export interface EverybodyPart {
  key: string;
  kind: "everybody";
}

export type FieldTypes = Record<string, FieldType>;

/** What one must know to read what was typed: the types of the fields, and how the person writes numbers. */
export interface Reader {
  types: FieldTypes;
  numbers: Numbers;
}

const NONE: Operator[] = ["exists", "missing"];
const MANY: Operator[] = ["in", "notIn"];
const DAYS: Operator[] = ["withinDays", "olderThanDays"];

const OPERATORS: Record<FieldType, Operator[]> = {
  string: ["eq", "ne", "in", "notIn", "contains", "startsWith", "endsWith", "exists", "missing"],
  number: ["eq", "ne", "gt", "gte", "lt", "lte", "between", "in", "notIn", "exists", "missing"],
  boolean: ["eq", "exists", "missing"],
  date: ["withinDays", "olderThanDays", "before", "after", "between", "eq", "exists", "missing"],
  datetime: ["withinDays", "olderThanDays", "before", "after", "between", "exists", "missing"],
};

let keys = 0;
const newKey = () => `part-${++keys}`;

export function operatorsOf(type: FieldType | undefined): Operator[] {
  return OPERATORS[type ?? "string"];
}

/** How many values an operator takes: none, one, two, a number of days, or as many as one likes. */
export function arity(op: Operator): "none" | "one" | "two" | "days" | "many" {
  if (NONE.includes(op)) {
    return "none";
  }
  if (MANY.includes(op)) {
    return "many";
  }
  if (DAYS.includes(op)) {
    return "days";
  }
  return op === "between" ? "two" : "one";
}

export function newCondition(field = "", type?: FieldType): ConditionPart {
  const op = operatorsOf(type)[0] ?? "eq";
  return { key: newKey(), kind: "condition", field, op, values: type === "boolean" ? ["true"] : [] };
}

export function newGroup(parts: Part[] = [], mode: "all" | "any" = "all"): GroupPart {
  return { key: newKey(), kind: "group", mode, not: false, parts };
}

export function newSegmentPart(segment = ""): SegmentPart {
  return { key: newKey(), kind: "segment", segment, not: false };
}

/** A rule of the API as parts to be edited; the whole is always a group. */
export function partsOf(rule: Rule | undefined, numbers: Numbers): GroupPart {
  const part = rule === undefined ? newGroup([newCondition()]) : read(rule, numbers);
  return part.kind === "group" ? part : newGroup([part]);
}

function read(rule: Rule, numbers: Numbers): Part {
  const readOne = (one: Rule) => read(one, numbers);
  if ("all" in rule) {
    return newGroup(rule.all.map(readOne), "all");
  }
  if ("any" in rule) {
    return newGroup(rule.any.map(readOne), "any");
  }
  if ("not" in rule) {
    const inner = readOne(rule.not);
    if (inner.kind === "group" || inner.kind === "segment") {
      return { ...inner, not: !inner.not };
    }
    return { ...newGroup([inner]), not: true };
  }
  if ("segment" in rule) {
    return newSegmentPart(rule.segment);
  }
  if ("everybody" in rule) {
    return { key: newKey(), kind: "everybody" };
  }
  const { value } = rule;
  const values = (value === undefined ? [] : Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === "number" ? numbers.write(one) : String(one),
  );
  return { key: newKey(), kind: "condition", field: rule.field, op: rule.op, values };
}

/** Whether everything is there that a part needs, and can be read. */
export function isComplete(part: Part, reader: Reader): boolean {
  switch (part.kind) {
    case "group":
      return part.parts.length > 0 && part.parts.every((one) => isComplete(one, reader));
    case "segment":
      return part.segment !== "";
    case "everybody":
      return true;
    case "condition": {
      const given = part.values.filter((value) => value.trim() !== "").length;
      const wanted = { none: 0, one: 1, two: 2, days: 1, many: 1 }[arity(part.op)];
      return part.field !== "" && given >= wanted && unreadable(part, reader).length === 0;
    }
  }
}

/** What numbers a condition is compared with: none, any, or whole ones of days. */
export function numberKind(op: Operator, type: FieldType | undefined): "days" | "any" | undefined {
  if (arity(op) === "none") {
    return undefined;
  }
  return DAYS.includes(op) ? "days" : type === "number" ? "any" : undefined;
}

/** Those values of a condition that are to be numbers and are none. */
export function unreadable({ field, op, values }: ConditionPart, { types, numbers }: Reader): string[] {
  const kind = numberKind(op, types[field]);
  if (kind === undefined) {
    return [];
  }
  return values
    .map((value) => value.trim())
    .filter((value) => {
      const { number } = numbers.read(value);
      return value !== "" && (number === undefined || (kind === "days" && !isDays(number)));
    });
}

function isDays(number: number): boolean {
  return Number.isInteger(number) && number >= 0;
}

/** The rule as the API takes it. */
export function ruleOf(part: Part, reader: Reader): Rule {
  switch (part.kind) {
    case "group": {
      const parts = part.parts.map((one) => ruleOf(one, reader));
      const only = parts.length === 1 ? parts[0] : undefined;
      const rule: Rule = only ?? (part.mode === "all" ? { all: parts } : { any: parts });
      return part.not ? { not: rule } : rule;
    }
    case "segment":
      return part.not ? { not: { segment: part.segment } } : { segment: part.segment };
    case "everybody":
      return { everybody: true };
    case "condition":
      return conditionOf(part, reader);
  }
}

function conditionOf(part: ConditionPart, { types, numbers }: Reader): Rule {
  const { field, op } = part;
  const type = types[field];
  const numeric = numberKind(op, type) !== undefined;
  const typed = (value: string) =>
    numeric ? (numbers.read(value).number ?? value) : type === "boolean" ? value === "true" : value;
  const given = part.values
    .map((value) => value.trim())
    .filter((value) => value !== "")
    .map(typed);
  switch (arity(op)) {
    case "none":
      return { field, op };
    case "many":
      return { field, op, value: given };
    case "two":
      return { field, op, value: given.slice(0, 2) };
    default:
      return { field, op, value: given[0] ?? "" };
  }
}

/** Where each part is in the rule that {@link ruleOf} makes, by RFC 6901: what the API says of a place is shown there. */
export function pointersOf(part: Part, at: string): Map<string, string> {
  const pointers = new Map([[part.key, at]]);
  if (part.kind !== "group") {
    return pointers;
  }
  const inner = part.not ? `${at}/not` : at;
  part.parts.forEach((one, index) => {
    const place = part.parts.length === 1 ? inner : `${inner}/${part.mode}/${index}`;
    for (const [key, pointer] of pointersOf(one, place)) {
      pointers.set(key, pointer);
    }
  });
  return pointers;
}

/** The whole with one part replaced, or left out. */
export function withPart(whole: GroupPart, key: string, changed: Part | undefined): GroupPart {
  const parts = whole.parts.flatMap((one): Part[] => {
    if (one.key === key) {
      return changed ? [changed] : [];
    }
    return [one.kind === "group" ? withPart(one, key, changed) : one];
  });
  return whole.key === key && changed?.kind === "group" ? changed : { ...whole, parts };
}
