import { expect, it } from "vitest";
import { draftOver, EMPTY, placedAt } from "./draft";
import { flat } from "./SampleContact";
import { whatIsMissing } from "./SetUpForm";

const READY = { ...EMPTY, displayName: "Newsletter", connectionId: "1", segmentIds: ["2"] };

it.each([
  ["AUTOPILOT", "Email", "LIST"],
  ["ORTTO", "str::email", "TAG"],
] as const)("can be saved for %s once the address is matched", (type, target, audienceMode) => {
  const draft = { ...READY, ...placedAt(READY, type) };
  expect(whatIsMissing(draft)).toBe("email");
  const matched = { ...draft, dataMatching: [{ target, field: "email" }] };
  expect(whatIsMissing(matched)).toBeUndefined();
  expect(draft.dataMatching.map((one) => one.target)).toEqual([target]);
  expect(draft.audienceMode).toBe(audienceMode);
});

it("keeps what another kind of destination has too, and asks for the rest", () => {
  const draft = {
    ...READY,
    audienceMode: "FIELD" as const,
    dataMatching: [
      { target: "Email", field: "email" },
      { target: "MailingCity", field: "city" },
      { target: "Fax", field: "fax" },
    ],
  };
  const placed = { ...draft, ...placedAt(draft, "ORTTO") };
  expect(placed.dataMatching.map((one) => one.target)).toEqual(["str::email", "geo::city", ""]);
  expect(whatIsMissing(placed)).toBe("matching");
  expect(placedAt(draft, "AUTOPILOT").audienceMode).toBe("FIELD");
});

it("shows a contact line by line, whatever the destination calls its parts", () => {
  const ortto = {
    fields: {
      "str::email": "a@example.com",
      "geo::city": { name: "Roma" },
      "phn::phone": { phone: "39061234", parse_with_country_code: true },
    },
    tags: ["Newsletter", "Best"],
  };
  expect(Object.entries(ortto).flatMap(([name, value]) => flat(name, value))).toEqual([
    ["str::email", "a@example.com"],
    ["geo::city", "Roma"],
    ["phn::phone", "39061234"],
    ["tags", "Newsletter, Best"],
  ]);
});

it("is over the connection that somebody comes from, and shows segments as that can", () => {
  expect(draftOver({ id: "7", type: "ORTTO" })).toMatchObject({ connectionId: "7", audienceMode: "TAG" });
  expect(draftOver(undefined)).toBe(EMPTY);
});
