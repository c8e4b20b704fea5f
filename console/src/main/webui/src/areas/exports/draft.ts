import { type ChosenConnection, useAllConnections } from "../../api/connections";
import type { ConnectionType, Export, FieldMatch, Schedule } from "../../api/types";
import { useText } from "../../lang/Texts";
import type { Difference } from "../../ui/StaleDialog";
import { scheduleOf, useScheduleWords } from "../../ui/schedule";
import { useSegmentNames } from "../../ui/segmentNames";
import { type AudienceMode, audienceModesOf, counterpart, useTargetNames } from "../../ui/targets";

/** An export while it is set up. */
export interface Draft {
  displayName: string;
  connectionId: string;
  segmentIds: string[];
  dataMatching: FieldMatch[];
  optOutField: string;
  audienceMode: AudienceMode;
  notifyHooks: boolean;
  clearEmptied: boolean;
  schedule: Schedule;
}

export const EMPTY: Draft = {
  displayName: "",
  connectionId: "",
  segmentIds: [],
  dataMatching: [{ target: "Email", field: "" }],
  optOutField: "",
  audienceMode: "LIST",
  notifyHooks: false,
  clearEmptied: false,
  schedule: { kind: "SYSTEM_REFRESH" },
};

/** A new export, over the connection that was chosen before. */
export function draftOver(chosen: ChosenConnection | undefined): Draft {
  return chosen ? { ...EMPTY, connectionId: chosen.id, ...placedAt(EMPTY, chosen.type) } : EMPTY;
}

export function draftOf(one: Export): Draft {
  return {
    displayName: one.displayName,
    connectionId: one.connectionId ?? "",
    segmentIds: one.segmentIds,
    dataMatching: one.dataMatching,
    optOutField: one.optOutField ?? "",
    audienceMode: one.audienceMode,
    notifyHooks: one.notifyHooks,
    clearEmptied: one.clearEmptied,
    schedule: scheduleOf(one.schedule),
  };
}

/** What changes of a draft when it goes to a kind of destination: its fields are called otherwise there, and not all are there. */
export function placedAt(draft: Draft, type: ConnectionType): Pick<Draft, "dataMatching" | "audienceMode"> {
  const modes = audienceModesOf(type);
  return {
    dataMatching: draft.dataMatching.map((match) => ({
      ...match,
      target: counterpart(match.target, type) ?? "",
    })),
    audienceMode: modes.includes(draft.audienceMode) ? draft.audienceMode : modes[0],
  };
}

/** What two drafts of one export differ in, in words. */
export function useDifferences(): (theirs: Draft, yours: Draft) => Difference[] {
  const say = useText();
  const words = useScheduleWords();
  const connections = useAllConnections();
  const nameOf = useSegmentNames();
  const targetName = useTargetNames();
  const names = new Map((connections.data?.items ?? []).map((one) => [one.id, one.displayName]));
  const shown: [string, (draft: Draft) => string][] = [
    [say("field.displayName"), (draft) => draft.displayName],
    [say("export.connection"), (draft) => names.get(draft.connectionId) ?? say("export.noConnection")],
    [say("nav.segments"), (draft) => draft.segmentIds.map(nameOf).join(", ")],
    [
      say("export.matching"),
      (draft) => draft.dataMatching.map((one) => `${targetName(one.target)} ← ${one.field}`).join(", "),
    ],
    [say("export.audience"), (draft) => say(`export.audience.${draft.audienceMode}`)],
    [say("export.optOut"), (draft) => draft.optOutField || say("export.optOut.any")],
    [say("export.hooks"), (draft) => say(draft.notifyHooks ? "value.true" : "value.false")],
    [say("export.clearEmptied"), (draft) => say(draft.clearEmptied ? "value.true" : "value.false")],
    [say("schedule.noun"), (draft) => words(draft.schedule)],
  ];
  return (theirs, yours) =>
    shown
      .map(([name, of]) => ({ name, theirs: of(theirs), yours: of(yours) }))
      .filter((one) => one.theirs !== one.yours);
}
