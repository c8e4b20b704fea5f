import { useAllConnections } from "../../api/connections";
import { useExports, useRuns } from "../../api/exports";
import { useFields, useImports, useSegments } from "../../api/segments";
import { isWhole } from "../../api/types";
import { useMay } from "../../app/session";
import type { Facts } from "./steps";

/**
 * What is there, as far as the person may see it; whether it was all asked for, and whether all of it was answered: what a service
 * that is down does not tell is not undone.
 */
export function useFacts(): { facts: Facts; isAsked: boolean; isKnown: boolean } {
  const sees = useMay("contributor");
  const administers = useMay("admin");
  const fields = useFields();
  const imports = useImports(20, { enabled: administers });
  const segments = useSegments({ limit: 200, sort: "displayName" });
  const connections = useAllConnections(sees);
  const exported = useExports({ limit: 1, sort: "displayName" });
  const runs = useRuns({ limit: 30 });

  const whole = (connections.data?.items ?? []).filter(isWhole);
  const refreshed = segments.data?.items.find((segment) => segment.size !== undefined);
  const first = segments.data?.items[0];
  const firstExport = exported.data?.items[0];
  const good = runs.data?.items.find(
    (run) =>
      run.purpose === "DELIVER" && (run.status === "SUCCESSFUL" || run.status === "COMPLETED_WITH_WARNINGS"),
  );
  const asked = [fields, segments, exported, runs];
  return {
    isAsked: asked.every((query) => !query.isPending || query.errorUpdateCount > 0),
    isKnown: asked.every((query) => query.data !== undefined),
    facts: {
      fields: fields.data?.length,
      imported:
        imports.data?.items
          .filter((one) => one.status === "SUCCESSFUL")
          .reduce((most, one) => Math.max(most, one.inserted + one.updated + one.unchanged), 0) || undefined,
      segment: first && {
        name: first.displayName,
        count: segments.data?.items.length ?? 1,
        isMore: segments.data?.after !== undefined,
      },
      members: refreshed?.size,
      connected: administers
        ? whole.some((one) => one.status === "CONNECTED")
        : sees
          ? (connections.data?.items ?? []).some((one) => one.status === "CONNECTED") || undefined
          : undefined,
      exportUser: administers
        ? whole.some((one) => one.exportUser !== undefined)
        : sees
          ? (connections.data?.items ?? []).some(
              (one) => one.status === "CONNECTED" && !one.missing.includes("EXPORT_USER"),
            ) || undefined
          : undefined,
      export: firstExport && {
        name: firstExport.displayName,
        segments: firstExport.segmentIds.length,
        fields: firstExport.dataMatching.length,
      },
      run: good && {
        written: good.totals.contactsUpserted + good.totals.contactsUnchanged,
        rejected: good.totals.rejected,
        to: `/exports/${good.exportId}/runs/${good.id}`,
      },
    },
  };
}
