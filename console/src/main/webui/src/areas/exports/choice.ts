import type { Segment } from "../../api/types";

/** So many can be looked through; from more on one searches. */
export const SHOWN = 20;

/** Those that are chosen, whatever is searched for, and the first of the others. */
export function shownOf<T extends Pick<Segment, "id" | "displayName">>(
  all: T[],
  chosen: string[],
  wanted: string,
): T[] {
  const others = all.filter(
    (one) => !chosen.includes(one.id) && one.displayName.toLocaleLowerCase().includes(wanted),
  );
  const first = new Set(others.slice(0, SHOWN).map((one) => one.id));
  return all.filter((one) => chosen.includes(one.id) || first.has(one.id));
}
