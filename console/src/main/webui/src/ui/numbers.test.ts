import { describe, expect, it } from "vitest";
import { numbersOf } from "./numbers";

describe("a number that is typed", () => {
  it.each([
    ["en-GB", "1,500", 1500],
    ["en-US", "1,234,567.5", 1_234_567.5],
    ["en-GB", "2.5", 2.5],
    ["en-GB", "-0.25", -0.25],
    ["en-GB", "2.125", 2.125],
    ["en-GB", "0.500", 0.5],
    ["en-GB", "20 000", 20_000],
    ["en-IN", "1,50,000", 150_000],
    ["it-IT", "1.500", 1500],
    ["it-IT", "50.000", 50_000],
    ["it-IT", "2,5", 2.5],
    ["it-IT", "1.234.567,5", 1_234_567.5],
    ["it-CH", "1’500.5", 1500.5],
    ["it-CH", "1'500", 1500],
    ["es-ES", "1.500", 1500],
    ["es-ES", "−3", -3],
    ["es-MX", "1,500.5", 1500.5],
    ["es-MX", "007", 7],
  ])("is read in %s as written there: %s", (locale, text, number) => {
    expect(numbersOf(locale).read(text)).toEqual({ number });
  });

  it.each([
    ["en-GB", "2,5"],
    ["en-GB", "1,50"],
    ["en-GB", "1,2345"],
    ["en-GB", "1.500.000"],
    ["it-IT", "2.5"],
    ["it-IT", "1,500,000"],
    ["it-IT", "1.50.000"],
    ["es-ES", "20mila"],
    ["es-ES", "1e5"],
    ["es-ES", "0x10"],
    ["es-ES", "Infinity"],
    ["es-ES", ""],
    ["es-ES", "3,"],
    ["es-ES", "1 2"],
  ])("is refused in %s: %s", (locale, text) => {
    expect(numbersOf(locale).read(text).fault).toEqual({ kind: "unreadable" });
  });

  it.each([
    ["en-GB", "1.500", 1500, 1.5],
    ["it-IT", "50,000", 50_000, 50],
    ["es-ES", "-1,250", -1250, -1.25],
  ])("is refused in %s where it may be meant otherwise: %s", (locale, text, whole, fraction) => {
    expect(numbersOf(locale).read(text).fault).toEqual({ kind: "ambiguous", whole, fraction });
  });

  it.each([["en-GB"], ["it-IT"], ["it-CH"], ["es-MX"]])("is read in %s as it is written", (locale) => {
    const { read, write } = numbersOf(locale);
    for (const number of [0, 7, -1500, 2.5, 1_234_567.25, 0.001, 1e-7, 1e21, 50_000]) {
      expect(read(write(number))).toEqual({ number });
    }
  });
});
