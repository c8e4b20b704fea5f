import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { showPage } from "../../testing/page";
import { ProfilesTab } from "./ProfilesTab";

it("says how much is erased with a customer, and has their id typed before", async () => {
  const ann = {
    profileId: "ann-1",
    updatedAt: "2026-11-27T10:00:00Z",
    optedOut: false,
    attributes: { email: "ann@example.com", city: "Roma" },
  };
  const { asked } = showPage(<ProfilesTab start={() => {}} />, { "/profiles": { items: [ann] } });
  await userEvent.click(await screen.findByRole("button", { name: /ann-1/ }));
  expect(await screen.findByText(/One customer with 2 values is erased here/)).toBeInTheDocument();
  const erase = screen.getByRole("button", { name: "Erase" });
  expect(erase).toBeDisabled();
  await userEvent.type(screen.getByRole("textbox", { name: /Type ann-1/ }), "ann-1");
  await userEvent.click(erase);
  expect(asked.map((one) => one.method)).toContain("DELETE");
});
