import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { Export } from "../../api/types";
import en from "../../lang/en.json";
import { refusal, showPage } from "../../testing/page";
import { SchedulePanel } from "./SchedulePanel";

function daily(id: string): Export {
  return {
    id,
    displayName: `Export ${id}`,
    version: 1,
    schedule: { kind: "DAILY", times: ["08:00"], timeZone: "UTC", nextFireTimes: [] },
  } as unknown as Export;
}

it("marks at its field what the service finds wrong, and says what has none", async () => {
  const errors = [
    { pointer: "/schedule/timeZone", detail: "give the name of a time zone" },
    { pointer: "/schedule/kind", detail: "unknown" },
  ];
  showPage(<SchedulePanel exports={[daily("a")]} close={() => {}} done={() => {}} />, {
    "/exports": () => refusal(422, "validation-failed", { errors }),
  });
  await userEvent.click(screen.getByRole("button", { name: en["action.save"] }));
  expect(await screen.findByText(en["schedule.wrong.timeZone"])).toBeInTheDocument();
  expect(screen.queryByText(/name of a time zone/)).toBeNull();
  expect(screen.getByRole("alert")).toHaveTextContent("schedule/kind: unknown");
  expect(screen.queryByText(en["problem.validation-failed.help"])).toBeNull();
});

it("goes on with the others when it is tried again, and says how many have it", async () => {
  let isDown = true;
  const done = vi.fn();
  const { asked } = showPage(
    <SchedulePanel exports={["a", "b", "c"].map(daily)} close={() => {}} done={done} />,
    {
      "/exports": (request: Request) =>
        isDown && request.url.endsWith("/b") ? refusal(503, "unavailable") : { id: "x" },
    },
  );
  await userEvent.click(screen.getByLabelText(en["schedule.new"]));
  await userEvent.click(screen.getByRole("button", { name: en["action.save"] }));
  expect(await screen.findByText("1 of 3 have it already. Try again for the others.")).toBeInTheDocument();
  isDown = false;
  await userEvent.click(screen.getByRole("button", { name: en["action.save"] }));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(
    asked.filter((one) => one.url.includes("/exports")).map((one) => `${one.method} ${one.url.slice(-1)}`),
  ).toEqual(["PATCH a", "PATCH b", "GET b", "PATCH b", "PATCH c"]);
});
