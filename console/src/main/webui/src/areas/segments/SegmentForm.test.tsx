import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import { type Problem, problemOf } from "../../api/problem";
import type { Field, Rule } from "../../api/types";
import en from "../../lang/en.json";
import { refusal, showPage } from "../../testing/page";
import { numbersOf } from "../../ui/numbers";
import { errorsByPart } from "./errors";
import { partsOf } from "./rule";
import { SegmentForm } from "./SegmentForm";

const FIELDS = [
  { name: "city", type: "string" },
  { name: "orders", type: "number" },
] as Field[];
const RULE: Rule = {
  all: [
    { field: "city", op: "eq", value: "Rome" },
    { not: { any: [{ field: "orders", op: "between", value: [5, 1] }, { segment: "s" }] } },
  ],
};
const ERROR = { pointer: "/rule/all/1/not/any/0/value", detail: "give the smaller one first" };
const COUNTED = { count: 1, profiles: 2, profileIds: [] };

function Form({ later }: { later?: Problem }) {
  const [problem, setProblem] = useState<Problem>();
  return (
    <SegmentForm
      first={{ displayName: "Best", rule: RULE }}
      self="x"
      fields={FIELDS}
      timeZone="UTC"
      problem={problem}
      isSaving={false}
      save={() => setProblem(later)}
      cancel={() => {}}
    />
  );
}

const wrong = () =>
  [...document.querySelectorAll("[aria-invalid=true]")].map((one) => one.getAttribute("aria-label"));
const isWhole = async (request: Request) => "all" in ((await request.json()) as { rule: object }).rule;

it("marks the values that are refused while the rule is built, with the words beside them", async () => {
  showPage(<Form />, {
    "/segments/preview": async (request: Request) =>
      (await isWhole(request)) ? refusal(422, "invalid-rule", { errors: [ERROR] }) : COUNTED,
  });
  const said = await screen.findByText(ERROR.detail);
  expect(wrong()).toEqual([en["rule.value"], en["rule.secondValue"]]);
  const row = said.closest("fieldset") as HTMLElement;
  expect(within(row).getByDisplayValue("5")).toHaveAccessibleDescription(/smaller one first/);
  expect(screen.getByDisplayValue("Rome")).not.toHaveAccessibleDescription(/smaller/);
});

it("marks what saving was refused for, leads there, and forgets it when the rule is another one", async () => {
  const problem = problemOf(422, { errors: [{ ...ERROR, pointer: `${ERROR.pointer}/1` }] }, null);
  showPage(<Form later={problem} />, { "/segments/preview": COUNTED });
  await userEvent.click(screen.getByRole("button", { name: en["action.save"] }));
  await waitFor(() => expect(wrong()).toEqual([en["rule.secondValue"]]));
  expect(screen.getByDisplayValue("1")).toHaveFocus();
  await userEvent.type(screen.getByDisplayValue("Rome"), "!");
  expect(wrong()).toEqual([]);
});

it("gives an error to the innermost part that it is about", () => {
  const whole = partsOf(RULE, numbersOf("en-GB"));
  const keys = { whole: whole.key, group: whole.parts[1]?.key ?? "", city: whole.parts[0]?.key ?? "" };
  const at = (pointer: string) => errorsByPart(whole, [{ pointer, detail: "d" }]);
  expect(at("/rule/all")(keys.whole)).toEqual([{ place: "/all", detail: "d" }]);
  expect(at("/rule/all/1/not/any")(keys.group)).toEqual([{ place: "/not/any", detail: "d" }]);
  expect(at("/rule/all/0/op")(keys.city)).toEqual([{ place: "/op", detail: "d" }]);
  expect(at("/displayName")(keys.whole)).toEqual([]);
});

it("says that other segments cannot be read, and does not seem to have none", async () => {
  showPage(<Form />, {
    "/segments": () => refusal(503, "unavailable"),
    "/segments/preview": COUNTED,
  });
  expect(await screen.findByText(en["problem.unavailable"])).toBeInTheDocument();
});
