import { useIntl } from "react-intl";
import { Link } from "react-router";
import { useAllConnections } from "../api/connections";
import type { AuditEvent, FieldMatch, ScheduleView } from "../api/types";
import { useMay } from "../app/session";
import { type TextId, useText } from "../lang/Texts";
import { useScheduleWords } from "./schedule";
import { useSegmentNames } from "./segmentNames";
import { useTargetNames } from "./targets";

/** What pages call the fields that services name. One that is not here keeps its name. */
const NAMES: Record<string, TextId> = {
  audienceMode: "export.audience",
  clearEmptied: "export.clearEmptied",
  connectionId: "export.connection",
  dataMatching: "export.matching",
  displayName: "field.displayName",
  endpoint: "connection.endpoint",
  exportUser: "connection.exportUser",
  maxContacts: "connection.maxContacts",
  notifyHooks: "export.hooks",
  optOutField: "export.optOut",
  rateLimitPerSecond: "connection.rate",
  role: "field.role",
  rule: "rule.rule",
  run: "run.title",
  schedule: "schedule.noun",
  segmentIds: "nav.segments",
  sharedWithContributors: "connection.sharedWith",
  status: "field.status",
  timeZone: "preferences.timeZone",
};

/** What somebody did, in words. An action that a newer service has keeps its name. */
export function useActionWords(): (action: string) => string {
  const intl = useIntl();
  const say = useText();
  return (action) => {
    const id = `audit.action.${action}`;
    return id in intl.messages ? say(id as TextId) : action;
  };
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** What something was before and is now, each in the words of the pages. */
export function Changes({ event }: { event: AuditEvent }) {
  const say = useText();
  const value = useValueWords();
  return (
    <ul className="insights-changes">
      {Object.entries(event.changes).map(([field, { from, to }]) => {
        const id = NAMES[field];
        const name = id ? say(id) : field;
        return (
          <li key={field}>
            {field === "run" && to ? (
              <Link to={`/exports/${event.target}/runs/${to}`}>{say("run.details")}</Link>
            ) : field === "rule" ? (
              <details>
                <summary>{name}</summary>
                {say("audit.change", { name, from: from ?? "–", to: to ?? "–" })}
              </details>
            ) : from == null ? (
              say("audit.set", { name, to: value(field, to) })
            ) : (
              say("audit.change", { name, from: value(field, from), to: value(field, to) })
            )}
          </li>
        );
      })}
    </ul>
  );
}

function useValueWords(): (field: string, value: string | null) => string {
  const say = useText();
  const intl = useIntl();
  const schedule = useScheduleWords();
  const nameOf = useSegmentNames();
  const targetName = useTargetNames();
  const connections = useAllConnections(useMay("contributor"));
  const names = new Map((connections.data?.items ?? []).map((one) => [one.id, one.displayName]));
  return (field, value) => {
    if (value === null) {
      return "–";
    }
    const read = parsed(value);
    if (field === "schedule" && typeof read === "object") {
      return schedule(read as ScheduleView);
    }
    if (field === "dataMatching" && Array.isArray(read)) {
      return intl.formatList(
        (read as FieldMatch[]).map((match) => `${targetName(match.target)} ← ${match.field}`),
        { type: "unit" },
      );
    }
    if (field === "segmentIds" && Array.isArray(read)) {
      return intl.formatList((read as string[]).map(nameOf));
    }
    if (field === "audienceMode") {
      return say(`export.audience.${value as "LIST" | "FIELD" | "TAG"}`);
    }
    if (field === "sharedWithContributors") {
      return say(read ? "connection.shared" : "connection.notShared");
    }
    if (typeof read === "boolean") {
      return say(read ? "value.true" : "value.false");
    }
    return names.get(value) ?? value;
  };
}
