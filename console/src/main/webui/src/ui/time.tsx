import { Tooltip } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../lang/Texts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time now, moving on as often as asked. */
export function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

/** An instant relative to now, in the largest unit that fits. */
export function relative(millis: number): { value: number; unit: Intl.RelativeTimeFormatUnit } {
  const size = Math.abs(millis);
  if (size < MINUTE) {
    return { value: Math.trunc(millis / SECOND), unit: "second" };
  }
  if (size < HOUR) {
    return { value: Math.trunc(millis / MINUTE), unit: "minute" };
  }
  if (size < DAY) {
    return { value: Math.trunc(millis / HOUR), unit: "hour" };
  }
  return { value: Math.trunc(millis / DAY), unit: "day" };
}

/** When something was or will be: in words, and exactly, with the zone, where one looks closer. */
export function When({ at }: { at: string | undefined }) {
  const intl = useIntl();
  const now = useNow(20 * SECOND);
  if (at === undefined) {
    return <>–</>;
  }
  const date = new Date(at);
  const { value, unit } = relative(date.getTime() - now);
  const exact = intl.formatDate(date, { dateStyle: "full", timeStyle: "long" });
  const words =
    unit === "day" && Math.abs(value) > 30
      ? intl.formatDate(date, { dateStyle: "medium" })
      : intl.formatRelativeTime(value, unit, { numeric: "auto" });
  return (
    <Tooltip content={exact}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time is there for the keyboard too */}
      <time dateTime={at} tabIndex={0}>
        {words}
      </time>
    </Tooltip>
  );
}

/** How long something took, in hours, minutes and seconds. */
export function useDuration(): (from: string | undefined, to: string | undefined) => string {
  const intl = useIntl();
  const say = useText();
  return (from, to) => {
    if (!from || !to) {
      return "–";
    }
    const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / SECOND));
    if (seconds === 0) {
      return say("run.underSecond");
    }
    const parts: [number, string][] = [
      [Math.floor(seconds / 3600), "hour"],
      [Math.floor((seconds % 3600) / 60), "minute"],
      [seconds % 60, "second"],
    ];
    return parts
      .filter(([value]) => value > 0)
      .slice(0, 2)
      .map(([value, unit]) => intl.formatNumber(value, { style: "unit", unit, unitDisplay: "short" }))
      .join(" ");
  };
}
