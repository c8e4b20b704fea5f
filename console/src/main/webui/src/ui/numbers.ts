import { useMemo } from "react";
import { useIntl } from "react-intl";
import { useText } from "../lang/Texts";

/** What somebody typed as a number: the number, or why it is none. */
export type Reading = { number: number; fault?: undefined } | { number?: undefined; fault: Fault };

/** Not a number as they are written in the country; or one that means another one in other countries. */
type Fault = { kind: "unreadable" } | { kind: "ambiguous"; whole: number; fraction: number };

/** Numbers as a country writes them. */
export interface Numbers {
  read: (text: string) => Reading;
  /** As it would be typed: without groups. */
  write: (number: number) => string;
}

/** Thin and wide ones: no country takes them for anything else. */
const SPACES = "\\s";

/** @param locale language and country, as texts are shown in */
export function numbersOf(locale: string): Numbers {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(12_345_678.9);
  const decimal = parts.find((part) => part.type === "decimal")?.value ?? ".";
  const group = parts.find((part) => part.type === "group")?.value ?? "";
  const marks = [SPACES, ...(group.trim() === "" ? [] : [/['’]/.test(group) ? "['’]" : `\\${group}`])];
  // India groups by two but for the last three.
  const size = parts.filter((part) => part.type === "integer")[1]?.value.length ?? 3;
  const integers = marks.map((mark) => `\\d{1,${size}}(?:${mark}\\d{${size}})*${mark}\\d{3}`).join("|");
  const form = new RegExp(`^(?<sign>[-+−]?)(?<before>\\d+|${integers})(?:\\${decimal}(?<after>\\d+))?$`);
  const write = (number: number) => {
    const plain = String(number);
    return (
      plain.includes("e")
        ? number.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 })
        : plain
    ).replace(".", decimal);
  };
  const read = (text: string): Reading => {
    const found = form.exec(text.trim())?.groups;
    if (!found) {
      return { fault: { kind: "unreadable" } };
    }
    const { sign, before = "", after = "" } = found;
    const digits = before.replace(/\D/g, "");
    const number = (of: string) => Number(`${sign === "−" ? "-" : sign}${of}`);
    const fraction = number(`${digits}.${after || 0}`);
    // Nobody writes a fraction to the thousandth that ends in 0: in another country it would be thousands.
    return /^[1-9]\d{0,2}$/.test(before) && /^\d\d0$/.test(after)
      ? { fault: { kind: "ambiguous", whole: number(digits + after), fraction } }
      : { number: fraction };
  };
  return { read, write };
}

/** Numbers as the person's country writes them. */
export function useNumbers(): Numbers {
  const { locale } = useIntl();
  return useMemo(() => numbersOf(locale), [locale]);
}

const AN_AMOUNT = 1500;
const A_FRACTION = 2.5;

/** A number that must be whole: from what on, and one such. */
interface Whole {
  least: number;
  example: number;
}

/** Says what is wrong with a number that was typed, and how to write it; nothing where it is right. */
export function useNumberFault(): (text: string, whole?: Whole) => string | undefined {
  const say = useText();
  const { read, write } = useNumbers();
  return (text, whole) => {
    const { number, fault } = read(text);
    if (fault?.kind === "ambiguous") {
      return say("number.ambiguous", { whole: write(fault.whole), fraction: write(fault.fraction) });
    }
    if (whole) {
      const right = number !== undefined && Number.isInteger(number) && number >= whole.least;
      return right
        ? undefined
        : say("number.whole", { least: write(whole.least), example: write(whole.example) });
    }
    return fault && say("number.unreadable", { amount: write(AN_AMOUNT), fraction: write(A_FRACTION) });
  };
}
