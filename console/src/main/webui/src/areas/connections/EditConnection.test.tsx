import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Connection } from "../../api/types";
import en from "../../lang/en.json";
import { showPage } from "../../testing/page";
import { EditConnection } from "./EditConnection";

const CONNECTION = {
  id: "c",
  displayName: "Ours",
  endpoint: "https://example.com",
  rateLimitPerSecond: 5,
  maxContacts: 50_000,
  sharedWithContributors: false,
} as Connection;

async function saved(label: string, text: string) {
  const { asked } = showPage(
    <EditConnection found={{ value: CONNECTION, etag: '"1"' }} close={() => {}} done={() => {}} />,
    { "/connections/c": CONNECTION },
  );
  const field = screen.getByLabelText(new RegExp(label));
  await userEvent.clear(field);
  if (text) {
    await userEvent.type(field, text);
  }
  await userEvent.click(screen.getByRole("button", { name: en["action.save"] }));
  return { field, sent: () => asked.filter((one) => one.method === "PATCH") };
}

it.each([
  [en["connection.maxContacts"], "50.000"],
  [en["connection.maxContacts"], "2,5"],
  [en["connection.maxContacts"], "20mila"],
  [en["connection.maxContacts"], "0"],
  [en["connection.rate"], "2.5"],
  [en["connection.rate"], "fast"],
  [en["connection.rate"], ""],
])("says at %s that %s is no such limit, and sends nothing", async (label, text) => {
  const { field, sent } = await saved(label, text);
  expect(field).toBeInvalid();
  expect(sent()).toEqual([]);
});

it.each([
  [en["connection.maxContacts"], "20,000", { rateLimitPerSecond: 5, maxContacts: 20_000 }],
  [en["connection.maxContacts"], "", { rateLimitPerSecond: 5, maxContacts: null }],
  [en["connection.rate"], "12", { rateLimitPerSecond: 12, maxContacts: 50_000 }],
])("sends of %s what was meant by %s", async (label, text, body) => {
  const { sent } = await saved(label, text);
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(await sent()[0]?.json()).toMatchObject(body);
});
