import { keepPreviousData, type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { cursor, ok, segments, versioned } from "./client";
import { askAgain } from "./problem";
import type { Segment } from "./types";

export const SEGMENTS = ["segments"];
export const REFRESHES = ["refreshes"];
export const PROFILES = ["profiles"];

export interface SegmentFilter {
  q?: string;
  sort?: "displayName" | "-displayName" | "createdAt" | "-createdAt";
  after?: string;
  limit?: number;
}

/** @param isList whether it is searched and paged: then what was found before stays until more is known */
export function useSegments(query: SegmentFilter, isList = false) {
  return useQuery({
    queryKey: [...SEGMENTS, "list", query],
    placeholderData: isList ? keepPreviousData : undefined,
    queryFn: async ({ signal }) => {
      const page = await ok(segments.GET("/segments", { params: { query }, signal }));
      return { items: page.items, after: cursor(page.next) };
    },
  });
}

const NAMES_STAY = 60_000;

/** All segments by name, of which there may be thousands: for what shows their names, or has them chosen from. */
export function useAllSegments() {
  return useQuery({
    queryKey: [...SEGMENTS, "list", "all"],
    staleTime: NAMES_STAY,
    queryFn: async ({ signal }) => {
      const items: Segment[] = [];
      let after: string | undefined;
      do {
        const query: SegmentFilter = { limit: 200, sort: "displayName", after };
        const page = await ok(segments.GET("/segments", { params: { query }, signal }));
        items.push(...page.items);
        after = cursor(page.next);
      } while (after !== undefined);
      return { items };
    },
  });
}

export function useSegment(id: string | undefined) {
  return useQuery({
    queryKey: [...SEGMENTS, "one", id],
    enabled: id !== undefined,
    queryFn: ({ signal }) =>
      versioned(segments.GET("/segments/{id}", { params: { path: { id: id ?? "" } }, signal })),
  });
}

export function useSegmentSizes(id: string) {
  return useQuery({
    queryKey: [...SEGMENTS, "sizes", id],
    queryFn: async ({ signal }) =>
      (await ok(segments.GET("/segments/{id}/sizes", { params: { path: { id } }, signal }))).items,
  });
}

export function useFields() {
  return useQuery({
    queryKey: [...PROFILES, "fields"],
    queryFn: async ({ signal }) => (await ok(segments.GET("/profiles/fields", { signal }))).items,
  });
}

/**
 * Has read anew what depends on work, whenever more of the work is done than was known; at first sight, when it may have been done
 * a moment ago, not before somebody asks for it.
 */
function useDone(works: { id: string; status: string }[] | undefined, dependent: QueryKey) {
  const queries = useQueryClient();
  const known = useRef<string>(undefined);
  const done = works
    ?.filter((one) => one.status !== "RUNNING")
    .map((one) => one.id)
    .join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key is the same as long as what is in it is
  useEffect(() => {
    if (done !== undefined && done !== known.current) {
      const refetchType = known.current === undefined ? "none" : "active";
      void queries.invalidateQueries({ queryKey: dependent, refetchType });
    }
    known.current = done ?? known.current;
  }, [done, queries]);
}

/** What was refreshed lately. While one is under way it is looked at again and again, and the segments when it is done. */
export function useRefreshes(limit: number, after?: string) {
  const query = useQuery({
    queryKey: [...REFRESHES, "list", limit, after],
    queryFn: async ({ signal }) => {
      const page = await ok(
        segments.GET("/refreshes", { params: { query: { limit, after, sort: "-requestedAt" } }, signal }),
      );
      return { items: page.items, after: cursor(page.next) };
    },
    refetchInterval: ({ state }) =>
      askAgain(state.error, state.data?.items.some((refresh) => refresh.status === "RUNNING") && 1000),
  });
  useDone(query.data?.items, SEGMENTS);
  return query;
}

export function useRefreshSchedule() {
  return useQuery({
    queryKey: [...REFRESHES, "schedule"],
    queryFn: ({ signal }) => versioned(segments.GET("/refreshes/schedule", { signal })),
  });
}

/** Starts a refresh, once however often it is sent. */
export function startRefresh() {
  return ok(segments.POST("/refreshes", { params: { header: { "Idempotency-Key": crypto.randomUUID() } } }));
}

/** What came in lately, looked at as refreshes are; what is known of the customers is read anew when one is done. */
export function useImports(limit: number, { after, enabled = true }: { after?: string; enabled?: boolean }) {
  const query = useQuery({
    enabled,
    queryKey: [...PROFILES, "imports", limit, after],
    queryFn: async ({ signal }) => {
      const page = await ok(
        segments.GET("/profile-imports", { params: { query: { limit, after } }, signal }),
      );
      return { items: page.items, after: cursor(page.next) };
    },
    refetchInterval: ({ state }) =>
      askAgain(state.error, state.data?.items.some((one) => one.status === "RUNNING") && 1000),
  });
  useDone(query.data?.items, [...PROFILES, "fields"]);
  return query;
}
