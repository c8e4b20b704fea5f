import { describe, expect, it } from "vitest";
import type { Rule } from "../../api/types";
import { isComplete, newCondition, newGroup, partsOf, pointersOf, ruleOf, withPart } from "./rule";

const TYPES = { city: "string", orders: "number", newsletter: "boolean", signed_up: "date" } as const;

describe("a rule that is edited", () => {
  const rules: Rule[] = [
    {
      all: [
        { field: "city", op: "eq", value: "Milano" },
        { field: "orders", op: "between", value: [1, 5] },
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
    expect(ruleOf(partsOf(rule), TYPES)).toEqual(rule);
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
    expect(isComplete(condition)).toBe(false);
    expect(isComplete({ ...condition, values: ["3"] })).toBe(true);
    expect(isComplete({ ...condition, op: "between", values: ["3"] })).toBe(false);
    expect(isComplete({ ...condition, op: "missing" })).toBe(true);
    expect(isComplete(newGroup([]))).toBe(false);
  });

  it("changes at one place, however deep", () => {
    const deep = newCondition("city", "string");
    const whole = newGroup([newGroup([deep])]);
    const changed = withPart(whole, deep.key, { ...deep, values: ["Lecce"] });
    expect(ruleOf(changed, TYPES)).toEqual({ field: "city", op: "eq", value: "Lecce" });
    expect(withPart(whole, deep.key, undefined).parts[0]).toMatchObject({ parts: [] });
  });
});
