import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import type { Schedule } from "../api/types";
import en from "../lang/en.json";
import { showPage } from "../testing/page";
import { daysIn, missingIn, ScheduleForm } from "./schedule";

it.each([
  ["1, 15", [1, 15]],
  ["1;15 31", [1, 15, 31]],
  ["15, 15", [15]],
  ["1, 32", []],
  ["0", []],
  ["2.5", []],
  ["1, last", []],
  ["1,", [1]],
  ["", []],
])("takes of days of a month all or none: %s", (text, days) => {
  expect(daysIn(text)).toEqual(days);
});

it.each([
  [{ kind: "WEEKLY", days: [], times: ["08:00"] }, ["days"]],
  [{ kind: "MONTHLY", daysOfMonth: [], times: [""] }, ["times", "daysOfMonth"]],
  [{ kind: "DAILY", times: ["08:00"] }, []],
  [{ kind: "OFF" }, []],
] as [Schedule, string[]][])("misses what it needs: %j", (schedule, missing) => {
  expect(missingIn(schedule)).toEqual(missing);
});

function Held({ first }: { first: Schedule }) {
  const [schedule, setSchedule] = useState(first);
  return (
    <>
      <ScheduleForm kinds={["DAILY", "WEEKLY", "MONTHLY"]} value={schedule} change={setSchedule} />
      <output data-testid="held">{JSON.stringify(schedule.daysOfMonth)}</output>
    </>
  );
}

it("says at the days that one of them is none, and keeps what was typed", async () => {
  showPage(<Held first={{ kind: "MONTHLY", daysOfMonth: [1], times: ["08:00"], timeZone: "UTC" }} />, {});
  const days = screen.getByLabelText(en["schedule.daysOfMonth"]);
  await userEvent.type(days, ", 32");
  expect(days).toHaveValue("1, 32");
  expect(days).toBeInvalid();
  expect(screen.getByText(en["schedule.wrong.daysOfMonth"])).toBeInTheDocument();
  await userEvent.type(days, "{Backspace}");
  expect(days).toBeValid();
  expect(screen.getByTestId("held")).toHaveTextContent("[1,3]");
});

it("marks what the service finds wrong at its field, in the person's language", () => {
  const errors = [{ pointer: "/schedule/timeZone", detail: "give the name of a time zone" }];
  const problem = { type: "validation-failed", status: 422, detail: "", errors, usedBy: [] };
  const value: Schedule = { kind: "DAILY", times: ["08:00"], timeZone: "UTC" };
  showPage(<ScheduleForm kinds={["DAILY"]} value={value} change={() => {}} problem={problem} />, {});
  expect(screen.getByText(en["schedule.wrong.timeZone"])).toBeInTheDocument();
  expect(screen.queryByText(/give the name/)).toBeNull();
});

it.each([
  ["OFF", 1],
  ["DAILY", 0],
])("says beside every refresh that refreshes have no schedule: %s", async (kind, times) => {
  const { asked } = showPage(
    <ScheduleForm kinds={["SYSTEM_REFRESH"]} value={{ kind: "SYSTEM_REFRESH" }} change={() => {}} />,
    { "/refreshes/schedule": { kind, nextFireTimes: [] } },
  );
  await waitFor(() => expect(asked).toHaveLength(1));
  await waitFor(() => expect(screen.queryAllByText(en["schedule.refreshesOff"])).toHaveLength(times));
});
