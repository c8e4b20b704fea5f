import { keepPreviousData, type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { cursor, destinations, ok, type Versioned, versioned } from "./client";
import {
  type Connection,
  type ConnectionStatus,
  type ConnectionType,
  type ConnectionView,
  isWhole,
} from "./types";

export const CONNECTIONS = ["connections"];

/** A connection that somebody comes from, to make an export over it. */
export type ChosenConnection = Pick<Connection, "id" | "type">;

export interface ConnectionFilter {
  q?: string;
  status?: ConnectionStatus[];
  sort?: "displayName" | "-displayName" | "createdAt" | "-createdAt";
  after?: string;
  limit?: number;
}

export async function listConnections(query: ConnectionFilter, signal?: AbortSignal) {
  const page = await ok(destinations.GET("/connections", { params: { query }, signal }));
  return { items: page.items as ConnectionView[], after: cursor(page.next) };
}

/** A page of connections, for the list of them. Viewers see none, so for them nothing is asked. */
export function useConnections(query: ConnectionFilter, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: [...CONNECTIONS, "list", query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => listConnections(query, signal),
  });
}

/** All connections by name: for what shows their names, or has them chosen from. */
export function useAllConnections(enabled = true) {
  return useQuery({
    enabled,
    queryKey: [...CONNECTIONS, "list", "all"],
    queryFn: async ({ signal }) => {
      const items: ConnectionView[] = [];
      let after: string | undefined;
      do {
        const page = await listConnections({ limit: 200, sort: "displayName", after }, signal);
        items.push(...page.items);
        after = page.after;
      } while (after !== undefined);
      return { items };
    },
  });
}

/** How many exports use a connection, which the service says in lists only. */
export function useExportCount({ id, displayName }: { id: string; displayName: string }, enabled: boolean) {
  const found = useQuery({
    enabled,
    queryKey: [...CONNECTIONS, "count", id],
    queryFn: async ({ signal }) =>
      (await listConnections({ q: displayName, limit: 200 }, signal)).items.find((one) => one.id === id),
  });
  return found.data && isWhole(found.data) ? found.data.exportCount : undefined;
}

export function useConnection(
  id: string | undefined,
  options: Partial<UseQueryOptions<Versioned<Connection>>> = {},
) {
  return useQuery({
    ...options,
    queryKey: [...CONNECTIONS, "one", id],
    enabled: id !== undefined,
    queryFn: ({ signal }) =>
      versioned(
        destinations.GET("/connections/{id}", { params: { path: { id: id ?? "" } }, signal }),
      ) as Promise<Versioned<Connection>>,
  });
}

export function useConnectionTypes() {
  return useQuery({
    queryKey: ["connection-types"],
    queryFn: async ({ signal }) => (await ok(destinations.GET("/connection-types", { signal }))).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The text names the kind of destination that data goes to. */
export function useConsentText(type: ConnectionType, language: "en" | "it" | "es") {
  return useQuery({
    queryKey: ["consent-text", type, language],
    queryFn: ({ signal }) =>
      ok(destinations.GET("/consent-texts/current", { params: { query: { lang: language, type } }, signal })),
  });
}

export function useConnectionFields(id: string | undefined) {
  return useQuery({
    queryKey: [...CONNECTIONS, "fields", id],
    enabled: id !== undefined && id !== "",
    queryFn: ({ signal }) =>
      ok(destinations.GET("/connections/{id}/fields", { params: { path: { id: id ?? "" } }, signal })),
  });
}
