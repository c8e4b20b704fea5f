import { expect, it } from "vitest";
import { columnOptions, NO_CHOICES } from "./ColumnsOfImport";

it("says of no column what nobody said", () => {
  expect(columnOptions(NO_CHOICES)).toEqual({ map: [], email: [], optOut: [] });
});

it("renames, leaves out and gives roles by the names of the columns", () => {
  const choices = {
    fields: { "E-Mail": "email", notes: "" },
    roles: { "E-Mail": "EMAIL", unsubscribed: "OPT_OUT", notes: "OPT_OUT" },
  } as const;
  expect(columnOptions(choices)).toEqual({
    map: ["E-Mail=email", "notes="],
    email: ["E-Mail"],
    optOut: ["unsubscribed"],
  });
});
