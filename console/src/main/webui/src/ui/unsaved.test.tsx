import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import { EditConnection } from "../areas/connections/EditConnection";
import { NewConnectionPage } from "../areas/connections/NewConnectionPage";
import { ReplaceKey } from "../areas/connections/ReplaceKey";
import { FieldRoleDialog } from "../areas/customers/FieldRoleDialog";
import { NewExportPage } from "../areas/exports/SetUpPage";
import en from "../lang/en.json";
import { showPage } from "../testing/page";

const CONNECTION = {
  id: "c",
  type: "AUTOPILOT",
  displayName: "Shop",
  endpoint: "e",
  rateLimitPerSecond: 5,
} as never;
const ANSWERS = {
  "/connections": { items: [{ id: "c", displayName: "Shop", type: "AUTOPILOT", status: "CONNECTED" }] },
  "/connection-types": {
    items: [{ type: "AUTOPILOT", defaultRateLimitPerSecond: 5, regions: [], endpoints: [] }],
  },
};
const close = vi.fn();

function wouldBeLost() {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

const typed = async (label: string) =>
  userEvent.type(await screen.findByLabelText(new RegExp(`^${label}`)), "x");

const FORMS: [string, ReactNode, () => Promise<unknown>][] = [
  ["new connection", <NewConnectionPage key="n" />, () => typed(en["field.displayName"])],
  ["new export", <NewExportPage key="x" />, () => typed(en["field.displayName"])],
  [
    "edited connection",
    <EditConnection key="e" found={{ value: CONNECTION, etag: "1" }} close={close} done={() => {}} />,
    () => typed(en["field.displayName"]),
  ],
  [
    "replaced key",
    <ReplaceKey key="r" id="c" type="AUTOPILOT" etag="1" close={close} done={() => {}} />,
    () => typed(en["connection.apiKey.AUTOPILOT"]),
  ],
  [
    "role of a field",
    <FieldRoleDialog key="f" field={{ name: "a", type: "string", version: 1 } as never} close={close} />,
    async () => userEvent.selectOptions(await screen.findByLabelText(en["field.role"]), "EMAIL"),
  ],
];

it.each(FORMS)("asks before what was typed is lost: %s", async (_name, form, type) => {
  const { router } = showPage(form, ANSWERS);
  await waitFor(() => expect(document.querySelector("[aria-busy=true]")).toBeNull());
  expect(wouldBeLost(), "nothing was typed").toBe(false);
  await type();
  expect(wouldBeLost(), "reload and close").toBe(true);
  void router.navigate("/audit");
  await screen.findByText(en["unsaved.text"]);
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByText(en["unsaved.text"])).toBeNull());
  expect(router.state.location.pathname, "stays").toBe("/");
  void router.navigate("/audit");
  await userEvent.click(await screen.findByRole("button", { name: en["unsaved.leave"] }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/audit"));
});

it.each(FORMS.slice(2))("asks before a dialog is closed: %s", async (_name, form, type) => {
  close.mockClear();
  showPage(form, ANSWERS);
  await type();
  await userEvent.keyboard("{Escape}");
  expect(close).not.toHaveBeenCalled();
  await userEvent.click(await screen.findByRole("button", { name: en["unsaved.leave"] }));
  expect(close).toHaveBeenCalledOnce();
});

it("does not ask when nothing was typed in a dialog", async () => {
  close.mockClear();
  showPage(FORMS[3]?.[1], ANSWERS);
  await userEvent.click(screen.getByRole("button", { name: en["action.cancel"] }));
  expect(close).toHaveBeenCalledOnce();
});
