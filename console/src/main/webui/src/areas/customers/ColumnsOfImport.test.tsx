import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import { showPage } from "../../testing/page";
import { ColumnsOfImport, columnOptions, lookAlike, NO_CHOICES } from "./ColumnsOfImport";

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

const COLUMN = { type: "string", filled: 1, samples: [], newField: true };
const NAMED = ["Email", "E-Mail 2", "city", "First Name"].map((name) => ({ ...COLUMN, name, field: name }));
const KNOWN = ["email", "city", "first_name"].map((name) => ({ name, type: "string", filled: 1, email: 0 }));

function Preview() {
  const [choices, choose] = useState(NO_CHOICES);
  return (
    <>
      <ColumnsOfImport columns={NAMED as never} choices={choices} choose={choose} />
      <output>{JSON.stringify(columnOptions(choices).map)}</output>
    </>
  );
}

it("warns of a new field that is nearly one that is there, and fills that one instead when asked to", async () => {
  showPage(<Preview />, { "/profiles/fields": { items: KNOWN } });
  await userEvent.click(await screen.findByRole("button", { name: "Fill email" }));
  expect(screen.getByText('["Email=email"]')).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Fill email" })).toBeNull();
  expect(screen.getByText(/new field First Name beside first_name/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Fill city" }), "the same name is the same field").toBeNull();
});

it("does not offer a field that another column fills", () => {
  const columns = [{ ...COLUMN, name: "email", field: "email", newField: false }, NAMED[0]] as never[];
  expect(lookAlike(columns[1] as never, columns, ["email"])).toBeUndefined();
});
