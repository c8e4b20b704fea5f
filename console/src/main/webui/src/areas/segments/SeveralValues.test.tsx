import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import en from "../../lang/en.json";
import { showPage } from "../../testing/page";
import { SeveralValues, split } from "./SeveralValues";

it.each([
  ["1,5; 2", true, ["1,5", "2"]],
  ["1,500, 2,500", true, ["1,500", "2,500"]],
  ["1,5", true, ["1,5"]],
  ["Roma, Bari,Lecce", false, ["Roma", "Bari", "Lecce"]],
  ["Rossi, Mario; Verdi", false, ["Rossi, Mario", "Verdi"]],
  ["Rossi, Mario;", false, ["Rossi, Mario"]],
] as const)("cuts %s", (text, numeric, values) => {
  expect(split(text, numeric)).toEqual(values);
});

function Held({ first, numeric }: { first: string[]; numeric: boolean }) {
  const [values, setValues] = useState(first);
  return (
    <>
      <SeveralValues
        values={values}
        numeric={numeric}
        validated="default"
        describedBy="d"
        change={setValues}
      />
      <output>{values.join("|")}</output>
      <button type="button" onClick={() => setValues(first)}>
        Undo
      </button>
    </>
  );
}

it.each([
  [["Rossi, Mario"], false],
  [["Rossi, Mario", "Verdi"], false],
  [["Roma", "Bari"], false],
  [["1,5", "1500"], true],
  [["1,5"], true],
] as const)("shows what was saved so that it means the same: %j", async (values, numeric) => {
  showPage(<Held first={[...values]} numeric={numeric} />, {});
  await userEvent.type(screen.getByLabelText(en["rule.values"]), "7");
  const joined = screen.getByRole("status").textContent ?? "";
  expect(joined.startsWith(values.slice(0, -1).join("|"))).toBe(true);
  expect(joined.split("|").length).toBeGreaterThanOrEqual(values.length);
});

it("lets the end of a value be taken away again, and shows what undo brings back", async () => {
  showPage(<Held first={["a"]} numeric={false} />, {});
  const input = screen.getByLabelText(en["rule.values"]);
  await userEvent.type(input, ", {Backspace}{Backspace}b");
  expect(screen.getByRole("status")).toHaveTextContent(/^ab$/);
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(input).toHaveValue("a");
});
