import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { RuleInWords } from "../areas/segments/RuleInWords";
import en from "../lang/en.json";
import { showPage } from "../testing/page";
import { type Audited, AuditTrail } from "./AuditTrail";

const ROOT = join(import.meta.dirname, "../../../../../..");
const ID = "0b54a8d2-7c1e-4f0e-9d5c-1d2f3a4b5c6d";
const OTHER = "1b54a8d2-7c1e-4f0e-9d5c-1d2f3a4b5c6d";

type Change = [string | null, string | null];
let count = 0;
function event(action: string, changes: Record<string, Change>, target = ID, displayName?: string) {
  return {
    id: String(count++),
    at: "2026-01-01T00:00:00Z",
    by: { subject: OTHER, name: "Ada" },
    machine: false,
    action,
    target,
    displayName,
    changes: Object.fromEntries(Object.entries(changes).map(([name, [from, to]]) => [name, { from, to }])),
  };
}

const RULE = JSON.stringify({ all: [{ field: "città", op: "eq", value: "Roma" }, { segment: ID }] });
const EVENTS: Record<Audited, unknown[]> = {
  connections: [
    event(
      "CONNECTION_TESTED",
      {
        status: ["DRAFT", "NEEDS_ATTENTION"],
        outcome: [null, "API_KEY_REFUSED"],
        maxContacts: [null, "50000"],
      },
      ID,
      "Shop",
    ),
    event(
      "CONSENT_AGREED",
      { consent: [null, "version 2, en"], exportUser: [ID, OTHER], exports: [null, "DETACH"] },
      ID,
      "Shop",
    ),
    event("EXPORT_USER_LAPSED", { exportUserLapse: [null, "DISABLED"] }, ID, "Shop"),
    event("EXPORT_USER_RESTORED", { exportUserLapse: ["NOT_ADMINISTRATOR", null] }, ID, "Shop"),
  ],
  segments: [
    event(
      "SEGMENT_EDITED",
      { status: ["ACTIVE", "INACTIVE"], rule: [null, RULE], copyOf: [null, ID] },
      ID,
      "Best",
    ),
    event("REFRESH_SCHEDULE_EDITED", {
      kind: ["OFF", "WEEKLY"],
      days: ["[]", "[MONDAY, FRIDAY]"],
      times: ["[]", '["08:30"]'],
      timeZone: ["America/New_York", "Europe/Rome"],
    }),
    event("IMPORT_STARTED", { mode: [null, "UPSERT"] }),
    event("IMPORT_CANCELED", { status: ["RUNNING", "CANCELED"] }),
    event("REFRESH_STARTED", {}),
    event("PROFILE_ERASED", {}, "ab12cd34"),
    event("OPT_OUT_ENTERED", { optedOut: ["false", "true"] }, "ab12cd34"),
    event("FIELD_EDITED", { role: [null, "OPT_OUT"] }, "città"),
  ],
  exports: [
    event("EXPORT_CREATED", { connectionId: [null, ID], audienceMode: ["LIST", "FIELD"] }, ID, "Posta"),
    event("RUN_CANCELED", { run: [ID, null] }, ID, "Posta"),
  ],
};

it.each(Object.keys(EVENTS) as Audited[])(
  "says what happened in words, and no codes or ids: %s",
  async (service) => {
    showPage(
      <AuditTrail service={service} Rule={RuleInWords} />,
      {
        [`/${service}/audit-events`]: { items: EVENTS[service] },
        "/segments": { items: [{ id: ID, displayName: "Best" }] },
        "/profiles/fields": { items: [{ name: "città", type: "string" }] },
      },
      { language: "it" },
    );
    const table = await screen.findByRole("grid");
    await screen.findAllByText("Ada");
    await new Promise((done) => setTimeout(done));
    expect(table.textContent?.match(/[A-Z]{3,}_?|[0-9a-f]{8}-|\{|\d{4}-\d\d-\d\dT|ab12cd34/g) ?? []).toEqual(
      [],
    );
  },
);

it("says rules as sentences, people and days by their names", async () => {
  showPage(
    <AuditTrail service="segments" Rule={RuleInWords} />,
    {
      "/segments": { items: [{ id: ID, displayName: "Best" }] },
      "/segments/audit-events": { items: EVENTS.segments },
    },
    { language: "it" },
  );
  expect(await screen.findByText(/“Roma” e/)).toBeInTheDocument();
  expect(screen.getByText(/lunedì e venerdì/)).toBeInTheDocument();
});

it("has words for everything that services write down", () => {
  const actions = ["export-service", "segment-service", "destination-service"].flatMap((service) =>
    readdirSync(join(ROOT, service, "src/main/java"), { recursive: true, encoding: "utf8" })
      .filter((name) => /\/(Export|Segment|Connection)Action\.java$/.test(name))
      .flatMap((name) => {
        const text = readFileSync(join(ROOT, service, "src/main/java", name), "utf8");
        return [...text.matchAll(/^ {4}([A-Z][A-Z_]+)[,;(]?$/gm)].map(([, one]) => one);
      }),
  );
  expect(actions.length).toBeGreaterThan(30);
  expect(actions.filter((one) => !(`audit.action.${one}` in en))).toEqual([]);
});
