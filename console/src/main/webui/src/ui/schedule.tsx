import {
  Checkbox,
  Content,
  Flex,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  TextInput,
} from "@patternfly/react-core";
import { useMemo, useState } from "react";
import { useIntl } from "react-intl";
import type { Problem } from "../api/problem";
import { useRefreshSchedule } from "../api/segments";
import type { DayOfWeek, Schedule, ScheduleKind, ScheduleView } from "../api/types";
import { usePreferences } from "../app/preferences";
import { useText } from "../lang/Texts";
import { Button, HelperTextItem } from "./patternfly";
import { errorAt } from "./ServiceWords";
import { TextField } from "./TextField";

export const DAYS: DayOfWeek[] = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
];
const MOST_TIMES = 4;
/** A Monday, so that the names of days can be asked for. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MILLIS = 86_400_000;

/** The names of the days of the week in the person's language. */
export function useDayNames(): (day: DayOfWeek) => string {
  const intl = useIntl();
  return (day) =>
    intl.formatDate(new Date(A_MONDAY + DAYS.indexOf(day) * DAY_MILLIS), {
      weekday: "long",
      timeZone: "UTC",
    });
}

/** Says a schedule in words: kind, days, times and zone. */
export function useScheduleWords(): (schedule: Schedule | ScheduleView) => string {
  const say = useText();
  const intl = useIntl();
  const dayName = useDayNames();
  return (schedule) => {
    if (schedule.kind === "OFF" || schedule.kind === "SYSTEM_REFRESH") {
      return say(schedule.kind === "OFF" ? "schedule.none" : "schedule.kind.SYSTEM_REFRESH");
    }
    const days =
      schedule.kind === "WEEKLY"
        ? intl.formatList(((schedule.days ?? []) as DayOfWeek[]).map(dayName), { type: "conjunction" })
        : intl.formatList((schedule.daysOfMonth ?? []).map(String), { type: "conjunction" });
    return say(schedule.kind === "DAILY" ? "schedule.words.daily" : "schedule.words", {
      kind: say(`schedule.kind.${schedule.kind}`),
      days,
      times: intl.formatList(schedule.times ?? [], { type: "conjunction" }),
      zone: (schedule.timeZone ?? "").replaceAll("_", " "),
    });
  };
}

interface ScheduleFormProps {
  kinds: ScheduleKind[];
  value: Schedule;
  change: (value: Schedule) => void;
  /** What the service said of it, and where it was in what was sent. */
  problem?: Problem;
  at?: string;
}

/** What of a schedule the form marks. */
export const SCHEDULE_MEMBERS = ["times", "days", "daysOfMonth", "timeZone"] as const;
type Member = (typeof SCHEDULE_MEMBERS)[number];

/** What of a schedule still has to be given, or cannot be read. */
export function missingIn({ kind, times, days, daysOfMonth }: Schedule): Member[] {
  const timed = kind !== "OFF" && kind !== "SYSTEM_REFRESH";
  const missing: [boolean, Member][] = [
    [timed && times !== undefined && (times?.length === 0 || times?.includes("") === true), "times"],
    [kind === "WEEKLY" && !days?.length, "days"],
    [kind === "MONTHLY" && !daysOfMonth?.length, "daysOfMonth"],
  ];
  return missing.filter(([is]) => is).map(([, member]) => member);
}

/** When something happens: kind, days, times and the zone that they are in. */
export function ScheduleForm({ kinds, value, change, problem, at = "/schedule" }: ScheduleFormProps) {
  const say = useText();
  const dayName = useDayNames();
  const { preferences } = usePreferences();
  const words = useScheduleWords();
  const zone = value.timeZone ?? preferences.timeZone;
  const zones = useMemo(() => [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", zone])], [zone]);
  const times = value.times ?? ["08:00"];
  const timed = value.kind !== "OFF" && value.kind !== "SYSTEM_REFRESH";
  const missing = missingIn(value);
  const fault = (member: Member) =>
    missing.includes(member) || errorAt(problem, `${at}/${member}`) !== undefined
      ? say(`schedule.wrong.${member}`)
      : undefined;
  const choose = (kind: ScheduleKind) =>
    change(
      kind === "OFF" || kind === "SYSTEM_REFRESH"
        ? { kind }
        : {
            kind,
            times,
            timeZone: zone,
            days: kind === "WEEKLY" ? (value.days ?? ["MONDAY"]) : undefined,
            daysOfMonth: kind === "MONTHLY" ? (value.daysOfMonth ?? [1]) : undefined,
          },
    );
  return (
    <>
      <FormGroup label={say("schedule.recurrence")} fieldId="schedule-kind">
        <FormSelect
          id="schedule-kind"
          value={value.kind}
          onChange={(_event, kind) => choose(kind as ScheduleKind)}
        >
          {kinds.map((kind) => (
            <FormSelectOption key={kind} value={kind} label={say(`schedule.kind.${kind}`)} />
          ))}
        </FormSelect>
        {value.kind === "SYSTEM_REFRESH" && <WithRefreshes />}
      </FormGroup>
      {value.kind === "WEEKLY" && (
        <FormGroup role="group" label={say("schedule.days")} fieldId="schedule-days">
          <Flex>
            {DAYS.map((day) => (
              <Checkbox
                key={day}
                id={`day-${day}`}
                label={dayName(day)}
                isChecked={value.days?.includes(day) ?? false}
                aria-describedby="schedule-days-fault"
                onChange={(_event, chosen) =>
                  change({
                    ...value,
                    days: DAYS.filter((one) => (one === day ? chosen : value.days?.includes(one))),
                  })
                }
              />
            ))}
          </Flex>
          <Fault id="schedule-days-fault" text={fault("days")} />
        </FormGroup>
      )}
      {value.kind === "MONTHLY" && (
        <DaysOfMonth
          days={value.daysOfMonth ?? []}
          error={fault("daysOfMonth")}
          change={(daysOfMonth) => change({ ...value, daysOfMonth })}
        />
      )}
      {timed && (
        <>
          <FormGroup role="group" label={say("schedule.times")} fieldId="schedule-times">
            <Flex>
              {times.map((time, index) => (
                <TextInput
                  // biome-ignore lint/suspicious/noArrayIndexKey: times have no names
                  key={index}
                  type="time"
                  aria-label={say("schedule.time", { number: index + 1 })}
                  value={time}
                  validated={fault("times") ? "error" : "default"}
                  aria-describedby="schedule-times-fault"
                  onChange={(_event, typed) =>
                    change({ ...value, times: times.map((one, place) => (place === index ? typed : one)) })
                  }
                />
              ))}
              {times.length < MOST_TIMES && (
                <Button variant="link" onClick={() => change({ ...value, times: [...times, "12:00"] })}>
                  {say("schedule.addTime")}
                </Button>
              )}
              {times.length > 1 && (
                <Button variant="link" onClick={() => change({ ...value, times: times.slice(0, -1) })}>
                  {say("schedule.removeTime")}
                </Button>
              )}
            </Flex>
            <Fault id="schedule-times-fault" text={fault("times")} />
          </FormGroup>
          <FormGroup label={say("preferences.timeZone")} fieldId="schedule-zone">
            <FormSelect
              id="schedule-zone"
              value={zone}
              onChange={(_event, timeZone) => change({ ...value, timeZone })}
            >
              {zones.map((one) => (
                <FormSelectOption key={one} value={one} label={one.replaceAll("_", " ")} />
              ))}
            </FormSelect>
            <Fault id="schedule-zone-fault" text={fault("timeZone")} />
          </FormGroup>
        </>
      )}
      {(value.kind === "DAILY" || value.kind === "WEEKLY") && <Week schedule={value} />}
      <Content component="p" role="status">
        {timed && missing.length === 0 && words(value)}
      </Content>
    </>
  );
}

/** Refreshes that begin by hand or by a call alone are none to rely on. */
function WithRefreshes() {
  const say = useText();
  const refreshes = useRefreshSchedule();
  return (
    <FormHelperText>
      <HelperText isLiveRegion>
        {refreshes.data?.value.kind === "OFF" && (
          <HelperTextItem variant="warning">{say("schedule.refreshesOff")}</HelperTextItem>
        )}
      </HelperText>
    </FormHelperText>
  );
}

/** What is wrong with what stands above it. */
function Fault({ id, text }: { id: string; text: string | undefined }) {
  return (
    <FormHelperText>
      <HelperText id={id} isLiveRegion>
        {text && <HelperTextItem variant="error">{text}</HelperTextItem>}
      </HelperText>
    </FormHelperText>
  );
}

interface DaysOfMonthProps {
  days: number[];
  error: string | undefined;
  change: (days: number[]) => void;
}

/** Days as one types them; as long as one of them is none, there are none. */
function DaysOfMonth({ days, error, change }: DaysOfMonthProps) {
  const say = useText();
  const [typed, setTyped] = useState(days.join(", "));
  return (
    <TextField
      id="schedule-month"
      label={say("schedule.daysOfMonth")}
      error={error}
      value={typed}
      change={(text) => {
        setTyped(text);
        change(daysIn(text));
      }}
    />
  );
}

/** None where something is written that is no day of a month. */
export function daysIn(text: string): number[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  const days = words.map((word) => (/^\d{1,2}$/.test(word) ? Number(word) : 0));
  return days.every((day) => day >= 1 && day <= 31) ? [...new Set(days)] : [];
}

/** The week at a glance, a dot for each time; the sentence beside it says the same. */
function Week({ schedule: { kind, days, times } }: { schedule: Schedule }) {
  const intl = useIntl();
  const dots = "•".repeat(Math.max(1, times?.length ?? 1));
  return (
    <ol className="insights-week" aria-hidden="true">
      {DAYS.map((day, index) => (
        <li key={day}>
          {intl.formatDate(new Date(A_MONDAY + index * DAY_MILLIS), { weekday: "short", timeZone: "UTC" })}
          <span>{kind === "DAILY" || days?.includes(day) ? dots : ""}</span>
        </li>
      ))}
    </ol>
  );
}

/** The next times, in the schedule's zone and in that of whoever looks. */
export function NextTimes({ schedule }: { schedule: Pick<ScheduleView, "nextFireTimes" | "timeZone"> }) {
  const say = useText();
  const intl = useIntl();
  const { preferences } = usePreferences();
  if (schedule.nextFireTimes.length === 0) {
    return null;
  }
  const shown = (at: string, timeZone: string | undefined) =>
    intl.formatDate(at, { dateStyle: "full", timeStyle: "short", timeZone });
  return (
    <ul aria-label={say("schedule.next")}>
      {schedule.nextFireTimes.slice(0, 5).map(({ utc }) => (
        <li key={utc}>
          {shown(utc, schedule.timeZone)}
          {schedule.timeZone !== preferences.timeZone &&
            ` (${say("schedule.yours", { time: shown(utc, preferences.timeZone) })})`}
        </li>
      ))}
    </ul>
  );
}

/** What is sent of a schedule that was read. */
export function scheduleOf(view: ScheduleView): Schedule {
  const { kind, times, days, daysOfMonth, timeZone } = view;
  return { kind, times, days, daysOfMonth, timeZone };
}
