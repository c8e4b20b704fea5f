import type { Role } from "../../app/session";
import type { TextId, TextValues } from "../../lang/Texts";

/** What the first run needs, in its order. */
export type StepName = "import" | "segment" | "refresh" | "connect" | "exportUser" | "export" | "run";

export interface Step {
  name: StepName;
  /** Who can do it. */
  role: Role;
  to: string;
  done: boolean;
  /** What came of it, once it is done. */
  outcome?: { id: TextId; values: TextValues; to?: string };
}

/** Everything that the steps are computed from; undefined where it is not known, for example because the role may not see it. */
export interface Facts {
  fields: number | undefined;
  imported: number | undefined;
  /** The first of them, how many were looked at, and whether there are more. */
  segment: { name: string; count: number; isMore: boolean } | undefined;
  members: number | undefined;
  connected: boolean | undefined;
  exportUser: boolean | undefined;
  export: { name: string; segments: number; fields: number } | undefined;
  run: { written: number; rejected: number; to: string } | undefined;
}

/** The checklist, from what is there and not from flags. */
export function checklist(facts: Facts): Step[] {
  const exported = facts.export !== undefined;
  return [
    {
      name: "import",
      role: "admin",
      to: "/customers",
      done: (facts.fields ?? 0) > 0,
      outcome:
        facts.imported === undefined
          ? { id: "checklist.import.fields", values: { fields: facts.fields ?? 0 } }
          : { id: "checklist.import.done", values: { profiles: facts.imported, fields: facts.fields ?? 0 } },
    },
    {
      name: "segment",
      role: "contributor",
      to: "/segments/new",
      done: facts.segment !== undefined,
      outcome: {
        id: facts.segment?.isMore ? "checklist.segment.many" : "checklist.segment.done",
        values: { name: facts.segment?.name ?? "", others: (facts.segment?.count ?? 1) - 1 },
      },
    },
    {
      name: "refresh",
      role: "contributor",
      to: "/refreshes",
      done: facts.members !== undefined,
      outcome: { id: "checklist.refresh.done", values: { members: facts.members ?? 0 } },
    },
    {
      name: "connect",
      role: "admin",
      to: "/connections/new",
      done: facts.connected ?? exported,
      outcome: { id: "checklist.connect.done", values: {} },
    },
    {
      name: "exportUser",
      role: "admin",
      to: "/connections",
      done: facts.exportUser ?? exported,
      outcome: { id: "checklist.exportUser.done", values: {} },
    },
    {
      name: "export",
      role: "contributor",
      to: "/exports/new",
      done: exported,
      outcome: {
        id: "checklist.export.done",
        values: { segments: facts.export?.segments ?? 0, fields: facts.export?.fields ?? 0 },
      },
    },
    {
      name: "run",
      role: "contributor",
      to: "/exports",
      done: facts.run !== undefined,
      outcome: {
        id: "checklist.run.done",
        values: { written: facts.run?.written ?? 0, rejected: facts.run?.rejected ?? 0 },
        to: facts.run?.to,
      },
    },
  ];
}
