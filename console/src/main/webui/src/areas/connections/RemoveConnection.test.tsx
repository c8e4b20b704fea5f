import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Connection } from "../../api/types";
import en from "../../lang/en.json";
import { showPage } from "../../testing/page";
import { RemoveConnection } from "./RemoveConnection";

const CONNECTION = {
  id: "c",
  type: "AUTOPILOT",
  displayName: "Shop",
  endpoint: "https://api.example.com",
  version: 3,
} as Connection;

async function remove() {
  const button = screen.getByRole("button", { name: en["connection.remove.action"] });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
}

it("decides about thousands of exports at once, and says how many they are", async () => {
  const { asked } = showPage(<RemoveConnection connection={CONNECTION} close={() => {}} />, {
    "/exports": { items: [{ id: "1", displayName: "One" }], next: "/exports?after=x" },
    "/connections": { items: [{ ...CONNECTION, exportCount: 10_000 }] },
  });
  expect(await screen.findByText(/10,000 exports use it/)).toBeInTheDocument();
  await userEvent.selectOptions(screen.getByLabelText(/all 10,000 exports/), "REMOVE");
  await remove();
  await waitFor(() => expect(asked.some((one) => one.method === "DELETE")).toBe(true));
  const removal = asked.find((one) => one.method === "DELETE");
  expect(new URL(removal?.url ?? "").search).toBe("?exports=REMOVE");
});

it("decides about few one by one", async () => {
  const { asked } = showPage(<RemoveConnection connection={CONNECTION} close={() => {}} />, {
    "/exports": { items: ["One", "Two"].map((displayName) => ({ id: displayName, displayName })) },
  });
  await userEvent.selectOptions(await screen.findByLabelText(/: Two/), "REMOVE");
  expect(within(screen.getByRole("dialog")).getByText(/2 exports use it/)).toBeInTheDocument();
  await remove();
  await waitFor(() => expect(asked.some((one) => one.method === "DELETE")).toBe(true));
  const removal = asked.find((one) => one.method === "DELETE");
  expect(new URL(removal?.url ?? "").search).toBe("?detach=One&remove=Two");
});
