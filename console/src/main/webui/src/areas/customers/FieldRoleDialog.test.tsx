import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Field } from "../../api/types";
import en from "../../lang/en.json";
import { showPage } from "../../testing/page";
import { FieldRoleDialog } from "./FieldRoleDialog";

const FIELD = { name: "unsubscribed", type: "boolean", version: 4 } as Field;

it("says how many an opt-out would be about, before it is one", async () => {
  const { asked } = showPage(<FieldRoleDialog field={FIELD} close={() => {}} />, {
    "/segments/preview": { count: 1234, profiles: 5000, profileIds: [] },
  });
  const save = screen.getByRole("button", { name: en["action.save"] });
  expect(save).toBeDisabled();
  await userEvent.selectOptions(screen.getByLabelText(en["field.role"]), "OPT_OUT");
  expect(await screen.findByText(/1,234 customers\./)).toBeInTheDocument();
  expect(await asked[0]?.json()).toEqual({ rule: { field: "unsubscribed", op: "eq", value: true } });
  await userEvent.click(save);
  await waitFor(() => expect(asked.some((one) => one.method === "PATCH")).toBe(true));
  const edit = asked.find((one) => one.method === "PATCH");
  expect(edit?.headers.get("If-Match")).toBe('"4"');
  expect(await edit?.json()).toEqual({ role: "OPT_OUT" });
});
