import { expect, it } from "vitest";
import { SHOWN, shownOf } from "./choice";

const all = Array.from({ length: 1000 }, (_, at) => ({ id: `${at}`, displayName: `Segment ${at}` }));

it("shows what is chosen, and the first of the others", () => {
  const shown = shownOf(all, ["999"], "");
  expect(shown).toHaveLength(SHOWN + 1);
  expect(shown.at(-1)?.id).toBe("999");
});

it("finds by name, and loses nothing that is chosen", () => {
  expect(shownOf(all, ["3"], "segment 77").map((one) => one.id)).toEqual([
    "3",
    "77",
    ...Array.from({ length: 10 }, (_, at) => `${770 + at}`),
  ]);
});
