import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { counterpart, isEmailTarget } from "./targets";

const TYPES = join(
  import.meta.dirname,
  "../../../../../../destination-service/src/main/resources/connection-types",
);
const PROPER_NAMES = ["Twitter", "LinkedIn"];

it.each(["autopilot", "ortto"])("knows every standard field of %s", (type) => {
  const { standard } = JSON.parse(readFileSync(join(TYPES, type, "fields.json"), "utf8")) as {
    standard: { target: string; type: string }[];
  };
  const own = type === "ortto" ? "ORTTO" : "AUTOPILOT";
  const known = standard.filter((one) => counterpart(one.target, own) === one.target);
  const unknown = standard.filter((one) => !known.includes(one)).map((one) => one.target);
  expect(unknown).toEqual(type === "autopilot" ? PROPER_NAMES : []);
  expect(standard.filter((one) => isEmailTarget(one.target)).map((one) => one.type)).toEqual(["EMAIL"]);
});

it("finds what means the same at another kind of destination, and nothing where there is nothing", () => {
  expect(counterpart("Email", "ORTTO")).toBe("str::email");
  expect(counterpart("geo::city", "AUTOPILOT")).toBe("MailingCity");
  expect(counterpart("Fax", "ORTTO")).toBeUndefined();
  expect(counterpart("integer--Loyalty--Points", "AUTOPILOT")).toBe("integer--Loyalty--Points");
  expect(counterpart("integer--Loyalty--Points", "ORTTO")).toBeUndefined();
  expect(counterpart("integer:Loyalty Points", "ORTTO")).toBe("integer:Loyalty Points");
});
