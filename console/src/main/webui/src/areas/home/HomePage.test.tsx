import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../testing/page";
import { HomePage } from "./HomePage";

it("is right for ten thousand exports, of which it reads a few", async () => {
  const { asked } = showPage(<HomePage />, {
    "/exports": (request: Request) =>
      request.url.includes("status=")
        ? { items: [{ id: "1", displayName: "Broken", lastRun: { status: "SKIPPED", reason: "MISSED" } }] }
        : { items: [], next: "/exports?after=x" },
    "/exports/overview": {
      exportCount: 10_000,
      active: 9000,
      lastRuns: [
        { status: "SUCCESSFUL", exportCount: 9750 },
        { status: "SKIPPED", exportCount: 250 },
      ],
      next: [{ exportId: "9998", displayName: "Far behind", at: "2030-01-01T00:00:00Z" }],
    },
    "/refreshes/schedule": { kind: "OFF", nextFireTimes: [] },
  });
  expect(await screen.findByText(/10,000 exports, Successful: 9,750, Skipped: 250/)).toBeInTheDocument();
  expect(await screen.findByRole("link", { name: "Far behind" })).toHaveAttribute("href", "/exports/9998");
  expect(screen.getByRole("link", { name: /All 250 exports/ })).toHaveAttribute(
    "href",
    expect.stringContaining("status=FAILED_PERMANENT"),
  );
  const limits = asked
    .map((request) => new URL(request.url))
    .filter((url) => url.pathname.endsWith("/exports"))
    .map((url) => Number(url.searchParams.get("limit")));
  expect(Math.max(...limits)).toBeLessThanOrEqual(10);
});

it.each([
  ["en", "6 exports, Completed with warnings: 6", "6 exports last completed with warnings"],
  ["it", "6 esportazioni, Completato con avvisi: 6", "L'ultima esecuzione di 6 esportazioni ha dato avvisi"],
] as const)("does not say that all is well beside warnings, in %s", async (language, counted, words) => {
  const answers = (status: string) => ({
    "/exports": { items: [] },
    "/exports/overview": { exportCount: 6, active: 6, lastRuns: [{ status, exportCount: 6 }], next: [] },
    "/refreshes/schedule": { kind: "OFF", nextFireTimes: [] },
  });
  showPage(<HomePage />, answers("COMPLETED_WITH_WARNINGS"), { language });
  expect(await screen.findByText(counted)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: words })).toHaveAttribute(
    "href",
    "/exports?status=COMPLETED_WITH_WARNINGS",
  );
  expect(screen.queryByText(/All is well|Tutto a posto/)).toBeNull();
});

it("says that all is well where nothing is the matter", async () => {
  showPage(<HomePage />, {
    "/exports/overview": {
      exportCount: 6,
      active: 6,
      lastRuns: [{ status: "SUCCESSFUL", exportCount: 6 }],
      next: [],
    },
    "/refreshes/schedule": { kind: "OFF", nextFireTimes: [] },
  });
  expect(await screen.findByText("All is well.")).toBeInTheDocument();
});

it("tells administrators of a connection whose export user lends their name no more", async () => {
  showPage(<HomePage />, {
    "/exports/overview": {
      exportCount: 6,
      active: 6,
      lastRuns: [{ status: "SUCCESSFUL", exportCount: 6 }],
      next: [],
    },
    "/refreshes/schedule": { kind: "OFF", nextFireTimes: [] },
    "/connections": {
      items: [
        {
          id: "c",
          displayName: "Shop",
          endpoint: "https://example.com",
          status: "CONNECTED",
          missing: ["EXPORT_USER"],
          exportUser: { subject: "s", name: "ada", at: "2026-01-01T00:00:00Z", lapse: "DISABLED" },
          version: 1,
        },
      ],
    },
  });
  expect(await screen.findByRole("link", { name: "Shop" })).toHaveAttribute("href", "/connections/c");
  expect(screen.getByText(/Export user disabled/)).toBeVisible();
});

it("says in Italian of a refresh that it is not planned by the gender of the word", async () => {
  showPage(
    <HomePage />,
    {
      "/exports/overview": { exportCount: 0, active: 0, lastRuns: [], next: [] },
      "/refreshes/schedule": { kind: "OFF", nextFireTimes: [] },
    },
    { language: "it" },
  );
  const next = await screen.findByText("Prossimo aggiornamento:");
  await waitFor(() =>
    expect(next.parentElement).toHaveTextContent("Prossimo aggiornamento: Non pianificato"),
  );
});
