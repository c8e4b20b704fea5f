import type { FieldError } from "../../api/problem";
import { type GroupPart, pointersOf } from "./rule";

/** What is wrong with one part of a rule. */
export interface PartError {
  /** Where in the part, as a pointer: `/value/1`; empty when it is about all of it. */
  place: string;
  detail: string;
}

const NONE: PartError[] = [];

/** Which part each error is about: the innermost one that its pointer leads to. */
export function errorsByPart(whole: GroupPart, errors: FieldError[]): (key: string) => PartError[] {
  const parts = [...pointersOf(whole, "/rule")];
  const found = new Map<string, PartError[]>();
  for (const { pointer, detail } of errors) {
    const at = parts
      .filter(([, one]) => pointer === one || pointer.startsWith(`${one}/`))
      .reduce<[string, string] | undefined>(
        (best, one) => (best === undefined || one[1].length >= best[1].length ? one : best),
        undefined,
      );
    if (at) {
      const [key, start] = at;
      found.set(key, [...(found.get(key) ?? []), { place: pointer.slice(start.length), detail }]);
    }
  }
  return (key) => found.get(key) ?? NONE;
}

/** Whether a place is wrong, by itself or with all of what it is in. */
export function isWrong(errors: PartError[], place: string): boolean {
  return errors.some((error) => error.place === place || place.startsWith(`${error.place}/`));
}
