import { useQuery } from "@tanstack/react-query";
import { cursor, exportsApi, ok, versioned } from "./client";
import { askAgain, type Problem, problemIn } from "./problem";
import type { Export, RejectionReason, Run, RunRequest, RunStatus } from "./types";

export const EXPORTS = ["exports"];
export const RUNS = ["runs"];

const LIVELY = 2000;
const MOVING: RunStatus[] = ["QUEUED", "PROCESSING"];

/** Whether something may still happen to a run by itself. */
export function isMoving(status: RunStatus): boolean {
  return MOVING.includes(status);
}

export interface ExportFilter {
  q?: string;
  connectionId?: string[];
  segmentId?: string[];
  /** Of the last run. */
  status?: Exclude<RunStatus, "QUEUED" | "PROCESSING">[];
  sort?: "displayName" | "-displayName" | "createdAt" | "-createdAt";
  after?: string;
  limit?: number;
}

export function useExports(query: ExportFilter = { limit: 200, sort: "displayName" }, enabled = true) {
  return useQuery({
    queryKey: [...EXPORTS, "list", query],
    enabled,
    queryFn: async ({ signal }) => {
      const page = await ok(exportsApi.GET("/exports", { params: { query }, signal }));
      return { items: page.items, after: cursor(page.next) };
    },
    refetchInterval: ({ state }) =>
      askAgain(
        state.error,
        state.data?.items.some((one) => one.lastRun && isMoving(one.lastRun.status)) && LIVELY,
      ),
  });
}

/** All exports that use a connection, however many: whoever ends it decides about each. */
export function useExportsOf(connectionId: string) {
  return useQuery({
    queryKey: [...EXPORTS, "of", connectionId],
    queryFn: async ({ signal }) => {
      const all: Export[] = [];
      let after: string | undefined;
      do {
        const query: ExportFilter = { connectionId: [connectionId], limit: 200, sort: "displayName", after };
        const page = await ok(exportsApi.GET("/exports", { params: { query }, signal }));
        all.push(...page.items);
        after = cursor(page.next);
      } while (after !== undefined);
      return all;
    },
  });
}

export function useExport(id: string | undefined) {
  return useQuery({
    queryKey: [...EXPORTS, "one", id],
    enabled: id !== undefined,
    queryFn: ({ signal }) =>
      versioned(exportsApi.GET("/exports/{id}", { params: { path: { id: id ?? "" } }, signal })),
    refetchInterval: ({ state }) => {
      const last = state.data?.value.lastRun;
      return askAgain(state.error, last && isMoving(last.status) && LIVELY);
    },
  });
}

interface RunFilter {
  exportId?: string[];
  status?: RunStatus[];
  limit: number;
  after?: string;
}

/** How far the runs of some exports are that are under way: one question for all of them, again and again. */
export function useProgress(moving: string[]) {
  return useRuns({ exportId: moving, status: MOVING, limit: 50 }, moving.length > 0);
}

export function useRuns(query: RunFilter, enabled = true) {
  return useQuery({
    enabled,
    queryKey: [...RUNS, "list", query],
    queryFn: async ({ signal }) => {
      const page = await ok(exportsApi.GET("/runs", { params: { query }, signal }));
      return { items: page.items, after: cursor(page.next) };
    },
    refetchInterval: ({ state }) =>
      askAgain(state.error, state.data?.items.some((run) => isMoving(run.status)) && LIVELY),
  });
}

export function useRun(exportId: string, runId: string) {
  return useQuery({
    queryKey: [...RUNS, "one", runId],
    queryFn: ({ signal }) =>
      ok(
        exportsApi.GET("/exports/{exportId}/runs/{runId}", { params: { path: { exportId, runId } }, signal }),
      ),
  });
}

export function useRejections(exportId: string, runId: string, reason?: RejectionReason, after?: string) {
  return useQuery({
    queryKey: [...RUNS, "rejections", runId, reason, after],
    queryFn: async ({ signal }) => {
      const page = await ok(
        exportsApi.GET("/exports/{exportId}/runs/{runId}/rejections", {
          params: { path: { exportId, runId }, query: { reason, after, limit: 50 } },
          signal,
        }),
      );
      return { ...page, after: cursor(page.next) };
    },
  });
}

/** A run of an export that was just saved, or why there is none: the export is saved all the same. */
export async function startRunOfSaved(exportId: string): Promise<{ run?: Run; problem?: Problem }> {
  try {
    return { run: await startRun(exportId) };
  } catch (error) {
    return { problem: problemIn(error) };
  }
}

/** Starts a run; sent twice by a shaky network, it starts one. */
export function startRun(exportId: string, body: RunRequest = {}) {
  return ok(
    exportsApi.POST("/exports/{exportId}/runs", {
      params: { path: { exportId }, header: { "Idempotency-Key": crypto.randomUUID() } },
      body,
    }),
  );
}
