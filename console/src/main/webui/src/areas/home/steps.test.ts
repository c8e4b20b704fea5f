import { expect, it } from "vitest";
import { checklist, type Facts } from "./steps";

const NOTHING: Facts = {
  fields: 0,
  imported: undefined,
  segment: undefined,
  members: undefined,
  connected: undefined,
  exportUser: undefined,
  export: undefined,
  run: undefined,
};

it("begins with nothing done", () => {
  expect(checklist(NOTHING).filter((step) => step.done)).toEqual([]);
});

it("says what came of each step", () => {
  const steps = checklist({
    ...NOTHING,
    fields: 9,
    imported: 2000,
    segment: { name: "Italian newsletter", count: 3, isMore: false },
    members: 252,
  });
  expect(steps.filter((step) => step.done).map((step) => step.name)).toEqual([
    "import",
    "segment",
    "refresh",
  ]);
  expect(steps[0]?.outcome).toEqual({ id: "checklist.import.done", values: { profiles: 2000, fields: 9 } });
  expect(steps[1]?.outcome?.values).toEqual({ name: "Italian newsletter", others: 2 });
});

it("takes a connection for made where an export is there, for who may not see connections", () => {
  const steps = checklist({ ...NOTHING, export: { name: "Newsletter", segments: 1, fields: 2 } });
  expect(steps.filter((step) => step.done).map((step) => step.name)).toEqual([
    "connect",
    "exportUser",
    "export",
  ]);
});
