import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
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
