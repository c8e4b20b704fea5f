import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { cursor, exportsApi, ok, versioned } from "./client";
import { useExportCount } from "./connections";
import { askAgain, type Problem, problemIn } from "./problem";
import type { RejectionReason, Run, RunRequest, RunStatus } from "./types";

export const EXPORTS = ["exports"];
export const RUNS = ["runs"];

const LIVELY = 2000;
/** A page that was read ahead is not read again within it. */
const NEAR = 10_000;
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
  status?: RunStatus[];
  sort?: "displayName" | "-displayName" | "createdAt" | "-createdAt";
  after?: string;
  limit?: number;
}

/** @param isList whether it is searched and paged: then what was found before stays until more is known, and the next page is near */
export function useExports(query: ExportFilter, isList = false) {
  const queries = useQueryClient();
  const list = useQuery({
    ...pageOf(query),
    placeholderData: isList ? keepPreviousData : undefined,
    refetchInterval: ({ state }) =>
      askAgain(
        state.error,
        state.data?.items.some((one) => one.lastRun && isMoving(one.lastRun.status)) && LIVELY,
      ),
  });
  const after = isList && !list.isPlaceholderData ? list.data?.after : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where a page begins tells what it is a page of
  useEffect(() => {
    if (after !== undefined) {
      void queries.prefetchQuery({ ...pageOf({ ...query, after }), staleTime: NEAR });
    }
  }, [after]);
  return list;
}

function pageOf(query: ExportFilter) {
  return {
    queryKey: [...EXPORTS, "list", query],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const page = await ok(exportsApi.GET("/exports", { params: { query }, signal }));
      return { items: page.items, after: cursor(page.next) };
    },
  };
}

/** So many exports can be decided about one by one; from more on one decides about all. */
export const FEW = 20;

/** The exports that use a connection: if they are few, each of them; and how many there are, as soon as that is known. */
export function useExportsOf(connection: { id: string; displayName: string }) {
  const list = useExports({ connectionId: [connection.id], limit: FEW, sort: "displayName" });
  const many = list.data?.after !== undefined;
  const counted = useExportCount(connection, many);
  return { list, many, count: many ? counted : list.data?.items.length };
}

/** How all exports are, in numbers, however many there are. */
export function useExportsOverview() {
  return useQuery({
    queryKey: [...EXPORTS, "overview"],
    queryFn: ({ signal }) => ok(exportsApi.GET("/exports/overview", { signal })),
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
      ok(exportsApi.GET("/exports/{id}/runs/{runId}", { params: { path: { id: exportId, runId } }, signal })),
  });
}

interface RejectionFilter {
  reason?: RejectionReason[];
  /** The beginning of the ids. */
  q?: string;
  after?: string;
}

export function useRejections(exportId: string, runId: string, filter: RejectionFilter) {
  return useQuery({
    queryKey: [...RUNS, "rejections", runId, filter],
    queryFn: async ({ signal }) => {
      const page = await ok(
        exportsApi.GET("/exports/{id}/runs/{runId}/rejections", {
          params: { path: { id: exportId, runId }, query: { ...filter, limit: 50 } },
          signal,
        }),
      );
      return { ...page, after: cursor(page.next) };
    },
    // While one searches, what was found before stays; what is of another run does not.
    placeholderData: (before, query) => (query?.queryKey[2] === runId ? before : undefined),
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
    exportsApi.POST("/exports/{id}/runs", {
      params: { path: { id: exportId }, header: { "Idempotency-Key": crypto.randomUUID() } },
      body,
    }),
  );
}
