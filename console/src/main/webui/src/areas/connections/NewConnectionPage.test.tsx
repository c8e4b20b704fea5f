import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import en from "../../lang/en.json";
import { refusal, showPage } from "../../testing/page";
import { NewConnectionPage } from "./NewConnectionPage";

it("shows no form without the kinds of destinations, but why, until it can be read", async () => {
  let isDown = true;
  const types = {
    items: [{ type: "AUTOPILOT", name: "Autopilot", regions: [], defaultRateLimitPerSecond: 5 }],
  };
  showPage(<NewConnectionPage />, {
    "/connection-types": () => (isDown ? refusal(503, "unavailable") : types),
  });
  expect(await screen.findByText(en["problem.unavailable"])).toBeInTheDocument();
  expect(screen.queryByLabelText(/Display name/)).toBeNull();
  isDown = false;
  await userEvent.click(screen.getByRole("button", { name: en["action.tryAgain"] }));
  expect(await screen.findByLabelText("Autopilot")).toBeInTheDocument();
  expect(screen.getByLabelText(/Display name/)).toBeInTheDocument();
});

it("asks nothing for whoever may not connect", () => {
  const { asked } = showPage(<NewConnectionPage />, {}, { role: "contributor" });
  expect(screen.queryByRole("button", { name: en["connection.connect"] })).toBeNull();
  expect(asked).toEqual([]);
});
