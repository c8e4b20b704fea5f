import { describe, expect, it } from "vitest";
import type { Rule } from "../../api/types";
import { numbersOf } from "../../ui/numbers";
import {
  isComplete,
  newCondition,
  newGroup,
  partsOf,
  pointersOf,
  ruleOf,
  unreadable,
  withPart,
} from "./rule";

const TYPES = { city: "string", orders: "number", newsletter: "boolean", signed_up: "date" } as const;
const ENGLISH = { types: TYPES, numbers: numbersOf("en-GB") };
const ITALIAN = { types: TYPES, numbers: numbersOf("it-IT") };

describe("a rule that is edited", () => {
  const rules: Rule[] = [
    {
      all: [
        { field: "city", op: "eq", value: "Milano" },
        { field: "orders", op: "between", value: [1.5, 50_000] },
      ],
    },
    { any: [{ field: "city", op: "in", value: ["Roma", "Bari"] }, { not: { segment: "7" } }] },
    {
      not: {
        all: [
          { field: "city", op: "missing" },
          { field: "newsletter", op: "eq", value: true },
        ],
      },
    },
    {
      all: [
        { any: [{ field: "signed_up", op: "withinDays", value: 30 }, { segment: "8" }] },
        { everybody: true },
      ],
    },
  ];
  it.each(rules)("stays what it was: %j", (rule) => {
    for (const reader of [ENGLISH, ITALIAN]) {
      expect(ruleOf(partsOf(rule, reader.numbers), reader)).toEqual(rule);
    }
  });

  it("says where each part of it is", () => {
    const city = newCondition("city", "string");
    const orders = newCondition("orders", "number");
    const inner = { ...newGroup([orders, newCondition("city", "string")], "any"), not: true };
    const whole = newGroup([city, inner]);
    const pointers = pointersOf(whole, "/rule");
    expect(pointers.get(city.key)).toBe("/rule/all/0");
    expect(pointers.get(orders.key)).toBe("/rule/all/1/not/any/0");
  });

  it("is complete when nothing is missing", () => {
    const condition = newCondition("orders", "number");
    expect(isComplete(condition, ENGLISH)).toBe(false);
    expect(isComplete({ ...condition, values: ["3"] }, ENGLISH)).toBe(true);
    expect(isComplete({ ...condition, op: "between", values: ["3"] }, ENGLISH)).toBe(false);
    expect(isComplete({ ...condition, op: "missing" }, ENGLISH)).toBe(true);
    expect(isComplete(newGroup([]), ENGLISH)).toBe(false);
  });

  it.each([
    [ITALIAN, "gte", ["1.500"], 1500],
    [ITALIAN, "gte", ["2,5"], 2.5],
    [ENGLISH, "gte", ["1,500"], 1500],
    [ENGLISH, "in", ["2.5", "1,500"], [2.5, 1500]],
    [ITALIAN, "between", ["1,5", "50.000"], [1.5, 50_000]],
  ] as const)("has the numbers that were meant: %#", (reader, op, values, value) => {
    const part = { ...newCondition("orders", "number"), op, values: [...values] };
    expect(ruleOf(part, reader)).toEqual({ field: "orders", op, value });
  });

  it.each([
    [ITALIAN, "orders", "gte", "1,500"],
    [ITALIAN, "orders", "gte", "2.5"],
    [ENGLISH, "orders", "in", "2,5"],
    [ENGLISH, "orders", "gte", "20k"],
    [ENGLISH, "signed_up", "withinDays", "2.5"],
    [ENGLISH, "signed_up", "olderThanDays", "-1"],
  ] as const)("is not complete with a number that cannot be read: %#", (reader, field, op, value) => {
    const part = { ...newCondition(field, TYPES[field]), op, values: ["3", value] };
    expect(isComplete(part, reader)).toBe(false);
    expect(unreadable(part, reader)).toEqual([value]);
  });

  it("changes at one place, however deep", () => {
    const deep = newCondition("city", "string");
    const whole = newGroup([newGroup([deep])]);
    const changed = withPart(whole, deep.key, { ...deep, values: ["Lecce"] });
    expect(ruleOf(changed, ENGLISH)).toEqual({ field: "city", op: "eq", value: "Lecce" });
    expect(withPart(whole, deep.key, undefined).parts[0]).toMatchObject({ parts: [] });
  });
});
