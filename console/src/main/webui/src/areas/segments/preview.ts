import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ok, segments } from "../../api/client";
import { type FieldError, problemIn } from "../../api/problem";
import type { Rule } from "../../api/types";

const TYPING_PAUSE = 400;

/** A value that settles: as it was given when nothing changed for a moment. */
export function useSettled<T>(value: T, pause = TYPING_PAUSE): T {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState({ text, value });
  useEffect(() => {
    if (settled.text === text) {
      return;
    }
    const timer = setTimeout(() => setSettled({ text, value: JSON.parse(text) as T }), pause);
    return () => clearTimeout(timer);
  }, [text, settled.text, pause]);
  return settled.value;
}

/** How many a rule selects now, counted while it is built; a count that is outdated is given up. */
export function useLiveCount(rule: Rule | undefined, timeZone: string | undefined) {
  const asked = useSettled(rule ?? null);
  return useQuery({
    queryKey: ["segments", "preview", asked, timeZone],
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) =>
      ok(segments.POST("/segments/preview", { body: { rule: asked as Rule, timeZone }, signal })),
  });
}

const NONE: FieldError[] = [];

/** What the service finds wrong with a rule as it is now, while it is built. */
export function useRefused(rule: Rule | undefined, timeZone: string | undefined): FieldError[] {
  const count = useLiveCount(rule, timeZone);
  const counted = useSettled(rule ?? null);
  const isOfNow = JSON.stringify(counted) === JSON.stringify(rule ?? null);
  return count.isError && isOfNow ? problemIn(count.error).errors : NONE;
}
