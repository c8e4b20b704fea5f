import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import type { Field, Operator } from "../../api/types";
import en from "../../lang/en.json";
import { showPage } from "../../testing/page";
import { ConditionRow } from "./ConditionRow";
import { newCondition } from "./rule";

const FIELDS = [{ name: "orders", type: "number" }] as Field[];

function Held({ op }: { op: Operator }) {
  const [part, setPart] = useState({ ...newCondition("orders", "number"), op });
  return (
    <ConditionRow part={part} fields={FIELDS} timeZone="UTC" errors={[]} change={setPart} remove={() => {}} />
  );
}

it.each([
  ["gte", en["rule.value"], "1.500", "This can be read in two ways: write 1500 or 1.5."],
  ["gte", en["rule.value"], "2,5", "Write a number, such as 1500 or 2.5."],
  ["between", en["rule.secondValue"], "20k", "Write a number, such as 1500 or 2.5."],
  ["in", en["rule.values"], "1; 2,5", "Write a number, such as 1500 or 2.5."],
] as const)("says at %s how a number is written", async (op, label, text, told) => {
  const { asked } = showPage(<Held op={op} />, {});
  const input = screen.getByLabelText(label);
  await userEvent.type(input, text);
  expect(await screen.findByText(told)).toBeInTheDocument();
  expect(input).toHaveAccessibleDescription(expect.stringContaining(told));
  expect(input).toBeInvalid();
  expect(asked.filter((one) => one.url.endsWith("/segments/preview"))).toEqual([]);
});
