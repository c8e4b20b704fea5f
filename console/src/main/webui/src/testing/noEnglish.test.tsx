import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { Frame } from "../app/Frame";
import { AuditPage } from "../areas/audit/AuditPage";
import { ConnectionsPage } from "../areas/connections/ConnectionsPage";
import { NewConnectionPage } from "../areas/connections/NewConnectionPage";
import { RemoveConnection } from "../areas/connections/RemoveConnection";
import { CustomersPage } from "../areas/customers/CustomersPage";
import { ImportDialog } from "../areas/customers/ImportDialog";
import { ExportsPage } from "../areas/exports/ExportsPage";
import { NewExportPage } from "../areas/exports/SetUpPage";
import { HomePage } from "../areas/home/HomePage";
import { RefreshesPage } from "../areas/refreshes/RefreshesPage";
import { NewSegmentPage } from "../areas/segments/NewSegmentPage";
import { SegmentActions } from "../areas/segments/SegmentActions";
import { SegmentsPage } from "../areas/segments/SegmentsPage";
import { PreferencesPage } from "../areas/settings/PreferencesPage";
import { ErrorCard } from "../ui/ErrorCard";
import { StaleDialog } from "../ui/StaleDialog";
import { TextField } from "../ui/TextField";
import { MARK, refusal, showPage } from "./page";

/** What services know, in signs that no language has: it may be anywhere. */
const DATA = "§";
const ID = {
  id: DATA,
  displayName: DATA,
  name: DATA,
  version: 1,
  status: "ACTIVE",
  createdAt: "2026-01-01T00:00:00Z",
};
const ANSWERS = {
  "/connection-types": {
    items: [
      {
        type: "AUTOPILOT",
        defaultRateLimitPerSecond: 5,
        regions: [{ region: DATA, endpoint: DATA }],
        endpoints: [DATA],
      },
    ],
  },
  "/exports/audit-events": { items: [] },
  "/consent-texts": { version: 1, language: "en", title: DATA, paragraphs: [DATA], text: DATA },
  "/connections": { items: [{ ...ID, type: "AUTOPILOT", status: "CONNECTED", missing: [], exportCount: 0 }] },
  "/profiles/fields": {
    items: [{ name: DATA, type: "string", filled: 1, distinct: 1, email: 1, version: 1, profiles: 1 }],
  },
  "/segments": { items: [{ ...ID, size: 1, exportCount: 1, permissions: ["EDIT", "REMOVE"] }] },
  "/segments/preview": { count: 1, profiles: 1, profileIds: [DATA] },
  "/exports": {
    items: [
      {
        ...ID,
        segmentIds: [],
        dataMatching: [],
        schedule: { kind: "OFF", nextFireTimes: [] },
        permissions: ["RUN", "EDIT"],
      },
    ],
  },
  "/exports/overview": { exportCount: 0, active: 0, lastRuns: [], next: [] },
  "/refreshes/schedule": { kind: "OFF", nextFireTimes: [] },
  "/console/auth/me": { subject: DATA, name: DATA, userName: DATA, roles: ["admin"] },
};

const SPOKEN = ["aria-label", "aria-valuetext", "aria-roledescription", "placeholder", "title", "alt"];

/** A name that is the same everywhere. */
const NAME = "placeholder: UTF-8";

/** Whatever is said or shown only by parts of the page themselves, and is in none of our texts. */
function foreign(): string[] {
  const said = SPOKEN.flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].map((one) => `${name}: ${one.getAttribute(name)}`),
  );
  const hidden = [...document.querySelectorAll("[class*=screen-reader]")].map((one) => one.textContent ?? "");
  return [...new Set([...said, ...hidden])].filter(
    (text) =>
      /\p{L}/u.test(text.replace(/^[a-z-]+: /, "")) &&
      !text.includes(MARK) &&
      !text.includes(DATA) &&
      text !== NAME,
  );
}

const PAGES: [string, ReactNode][] = [
  ["home", <HomePage key="h" />],
  ["customers", <CustomersPage key="c" />],
  ["segments", <SegmentsPage key="s" />],
  ["new segment", <NewSegmentPage key="n" />],
  ["exports", <ExportsPage key="e" />],
  ["new export", <NewExportPage key="x" />],
  ["refreshes", <RefreshesPage key="r" />],
  ["connections", <ConnectionsPage key="o" />],
  ["new connection", <NewConnectionPage key="w" />],
  ["audit", <AuditPage key="a" />],
  ["preferences", <PreferencesPage key="p" />],
];

it.each(PAGES)("says nothing on the page %s that is not in the person's language", async (_name, page) => {
  showPage(page, ANSWERS, { language: "marked" });
  await waitFor(() => expect(document.querySelector("[aria-busy=true]")).toBeNull());
  expect(document.querySelector("h1")).toHaveTextContent(MARK);
  expect(foreign()).toEqual([]);
});

it.each(PAGES)("nor when the page %s cannot be read", async (_name, page) => {
  showPage(page, { "/": () => refusal(503, "unavailable", { detail: DATA }) }, { language: "marked" });
  await waitFor(() => expect(document.querySelector("[aria-busy=true]")).toBeNull());
  expect(document.querySelector("h1")).toHaveTextContent(MARK);
  expect(foreign()).toEqual([]);
});

it("nor in dialogs, warnings, and errors of single values", async () => {
  const connection = { ...ID, type: "AUTOPILOT" } as never;
  showPage(
    <>
      <ErrorCard error={undefined} retry={() => {}} />
      <TextField id="t" label={DATA} value="" change={() => {}} error={DATA} />
      <RemoveConnection connection={connection} close={() => {}} />
      <ImportDialog close={() => {}} started={() => {}} />
      <StaleDialog differences={[]} takeTheirs={() => {}} keepYours={() => {}} close={() => {}} />
    </>,
    ANSWERS,
    { language: "marked" },
  );
  expect(await screen.findAllByRole("dialog", { hidden: true })).toHaveLength(3);
  expect(foreign()).toEqual([]);
});

it("nor in menus, and while something is on its way", async () => {
  const segment = { ...ID, size: 1, exportCount: 0, permissions: ["EDIT", "REMOVE"] } as never;
  showPage(
    <SegmentActions segment={segment} />,
    { "/segments": () => new Promise(() => {}) },
    { language: "marked" },
  );
  await userEvent.click(screen.getByRole("button"));
  await userEvent.click((await screen.findAllByRole("menuitem")).at(-1) as HTMLElement);
  const buttons = await screen.findAllByRole("button");
  await userEvent.click(buttons.find((one) => one.className.includes("danger")) as HTMLElement);
  await screen.findByRole("progressbar");
  expect(foreign()).toEqual([]);
});

it("nor around the pages", async () => {
  showPage(<Frame />, ANSWERS, { language: "marked" });
  await screen.findByRole("navigation", { hidden: true });
  expect(foreign()).toEqual([]);
});
