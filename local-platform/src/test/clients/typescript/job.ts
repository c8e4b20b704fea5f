// Makes a segment, an export and a run through the clients that are generated from the three API descriptions, and prints
// what became of the run. What it needs is in the environment: GATEWAY, TOKEN, CONNECTION, COHORT.
import createClient from "openapi-fetch";
import type { paths as DestinationPaths } from "./destination-service.js";
import type { components, paths as ExportPaths } from "./export-service.js";
import type { paths as SegmentPaths } from "./segment-service.js";

type Run = components["schemas"]["Run"];

const settings = {
  baseUrl: setting("GATEWAY"),
  headers: { Authorization: `Bearer ${setting("TOKEN")}` },
};
const destinations = createClient<DestinationPaths>(settings);
const segments = createClient<SegmentPaths>(settings);
const exports = createClient<ExportPaths>(settings);
const cohort = setting("COHORT");

function setting(name: string): string {
  return given(process.env[name], name);
}

function given<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) {
    throw new Error(`${what} is missing`);
  }
  return value;
}

/** The body of a success; a refusal is thrown with what the problem says. */
async function success<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer;
  if (error !== undefined) {
    throw new Error(`${response.url}: ${response.status} ${JSON.stringify(error)}`);
  }
  return given(data, response.url);
}

async function until<T>(ask: () => Promise<T>, ended: (now: T) => boolean): Promise<T> {
  for (;;) {
    const now = await ask();
    if (ended(now)) {
      return now;
    }
    await new Promise((next) => setTimeout(next, 200));
  }
}

const connection = await success(
  destinations.GET("/connections/{id}", { params: { path: { id: setting("CONNECTION") } } }),
);

const segment = await success(
  segments.POST("/segments", {
    body: { displayName: `Client ${cohort}`, rule: { field: "cohort", op: "eq", value: cohort } },
  }),
);
const refresh = await success(segments.POST("/refreshes"));
await until(
  () => success(segments.GET("/refreshes/{id}", { params: { path: { id: given(refresh.id, "refresh") } } })),
  (now) => now.finishedAt !== undefined,
);

const made = await success(
  exports.POST("/exports", {
    body: {
      displayName: `Client ${cohort}`,
      connectionId: connection.id,
      segmentIds: [given(segment.id, "segment")],
      dataMatching: [{ target: "Email", field: "email" }],
      schedule: { kind: "OFF" },
    },
  }),
);
const exportId = made.id;
const begun: Run = await success(
  exports.POST("/exports/{id}/runs", { params: { path: { id: exportId } }, body: {} }),
);
const run = await until<Run>(
  () =>
    success(
      exports.GET("/exports/{id}/runs/{runId}", {
        params: { path: { id: exportId, runId: begun.id } },
      }),
    ),
  (now) => now.finishedAt !== undefined,
);
console.log(JSON.stringify({ status: run.status, contacts: run.totals.contactsUpserted }));
