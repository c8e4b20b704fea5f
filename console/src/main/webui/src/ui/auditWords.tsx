import type { ComponentType } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { useAllConnections } from "../api/connections";
import type { AuditEvent, DayOfWeek, FieldMatch, Rule, ScheduleView } from "../api/types";
import { useMay } from "../app/session";
import { type TextId, useText } from "../lang/Texts";
import type { Audited } from "./AuditTrail";
import { useDayNames, useScheduleWords } from "./schedule";
import { useSegmentNames } from "./segmentNames";
import { useTargetNames } from "./targets";

/** What pages call the fields that services name. One that is not here keeps its name. */
const NAMES: Record<string, TextId> = {
  audienceMode: "export.audience",
  clearEmptied: "export.clearEmptied",
  connectionId: "export.connection",
  consent: "connection.consent",
  copyOf: "audit.copyOf",
  days: "schedule.days",
  dataMatching: "export.matching",
  displayName: "field.displayName",
  endpoint: "connection.endpoint",
  exports: "nav.exports",
  exportUser: "connection.exportUser",
  exportUserLapse: "run.reason",
  kind: "schedule.recurrence",
  maxContacts: "connection.maxContacts",
  mode: "import.mode",
  notifyHooks: "export.hooks",
  optedOut: "customer.optedOut",
  optOutField: "export.optOut",
  outcome: "connection.lastCheck",
  profileIds: "segment.members",
  rateLimitPerSecond: "connection.rate",
  reason: "run.reason",
  role: "field.role",
  rule: "rule.rule",
  run: "run.title",
  schedule: "schedule.noun",
  segmentIds: "nav.segments",
  sharedWithContributors: "connection.sharedWith",
  status: "field.status",
  timeZone: "preferences.timeZone",
  times: "schedule.times",
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

/** What an event is about: its name, or what kind of thing it is where it has none. An id says nothing to anybody. */
export function useTargetWords(): (event: AuditEvent) => string {
  const say = useText();
  return ({ action, target, displayName }) => {
    if (displayName !== undefined) {
      return displayName;
    }
    if (action.startsWith("IMPORT_")) {
      return say("customer.imports");
    }
    if (action.startsWith("REFRESH_")) {
      return say(action === "REFRESH_SCHEDULE_EDITED" ? "refresh.systemSchedule" : "nav.refreshes");
    }
    return action === "PROFILE_ERASED" || action.startsWith("OPT_OUT_") ? say("audit.customer") : target;
  };
}

/** What says a rule in words. */
export type RuleWords = ComponentType<{ rule: Rule }>;

interface ChangesProps {
  event: AuditEvent;
  service: Audited;
  /** The names of people by their ids, as far as they are known. */
  people: Map<string, string>;
  Rule: RuleWords | undefined;
}

/** What something was before and is now, each in the words of the pages. */
export function Changes({ event, service, people, Rule }: ChangesProps) {
  const say = useText();
  const value = useValueWords(service, event, people);
  return (
    <ul className="insights-changes">
      {Object.entries(event.changes).map(([field, { from, to }]) => {
        const id = NAMES[field];
        const name = id ? say(id) : field;
        return (
          <li key={field}>
            {field === "run" && (to ?? from) ? (
              <Link to={`/exports/${event.target}/runs/${to ?? from}`}>{say("run.details")}</Link>
            ) : field === "rule" && Rule ? (
              <details>
                <summary>{name}</summary>
                {from && <RuleOf rule={from} Rule={Rule} />}
                {from && " → "}
                {to ? <RuleOf rule={to} Rule={Rule} /> : "–"}
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

function RuleOf({ rule, Rule }: { rule: string; Rule: RuleWords }) {
  const read = parsed(rule);
  return typeof read === "object" && read !== null ? <Rule rule={read as Rule} /> : rule;
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const CONSENT = /^version (\d+), ([a-z]{2})$/;

/** The names of texts of a field's values, by the service where that matters. */
function textsOf(field: string, service: Audited, event: AuditEvent): string | undefined {
  switch (field) {
    case "status":
      return event.action.startsWith("IMPORT_")
        ? "import.status"
        : { connections: "connection.status", segments: "segment.status", exports: "run.status" }[service];
    case "outcome":
      return "connection.check";
    case "exportUserLapse":
      return "connection.lapse";
    case "audienceMode":
      return "export.audience";
    case "exports":
      return "connection.remove";
    case "kind":
      return "schedule.kind";
    case "mode":
      return "import.mode";
    case "role":
      return "fieldRole";
    default:
      return undefined;
  }
}

function useValueWords(service: Audited, event: AuditEvent, people: Map<string, string>) {
  const say = useText();
  const intl = useIntl();
  const schedule = useScheduleWords();
  const dayName = useDayNames();
  const nameOf = useSegmentNames();
  const targetName = useTargetNames();
  const connections = useAllConnections(useMay("contributor"));
  const names = new Map((connections.data?.items ?? []).map((one) => [one.id, one.displayName]));
  return (field: string, value: string | null): string => {
    if (value === null) {
      return "–";
    }
    const texts = textsOf(field, service, event);
    const id = [`${texts}.${value}`, `${texts}.${value.toLowerCase()}`].find((one) => one in intl.messages);
    if (texts && id) {
      return say(id as TextId, { type: say("audit.destination") });
    }
    const read = parsed(value);
    switch (field) {
      case "schedule":
        return typeof read === "object" ? schedule(read as ScheduleView) : value;
      case "dataMatching":
        return Array.isArray(read)
          ? intl.formatList(
              (read as FieldMatch[]).map((match) => `${targetName(match.target)} ← ${match.field}`),
              { type: "unit" },
            )
          : value;
      case "segmentIds":
        return Array.isArray(read) ? intl.formatList((read as string[]).map(nameOf)) : value;
      case "days":
        return intl.formatList(listed(value).map((day) => dayName(day as DayOfWeek)));
      case "times":
        return intl.formatList(listed(value));
      case "exportUser":
        return people.get(value) ?? say("audit.somebody");
      case "copyOf":
        return service === "segments" ? nameOf(value) : say("audit.other");
      case "connectionId":
        return names.get(value) ?? say(connections.data ? "audit.connectionGone" : "audit.other");
      case "profileIds":
        return say(value === "a list" ? "audit.list" : "audit.otherList");
      case "sharedWithContributors":
        return say(read ? "connection.shared" : "connection.notShared");
      case "timeZone":
        return value.replaceAll("_", " ");
      case "consent": {
        const [, version = "", language = ""] = CONSENT.exec(value) ?? [];
        return version
          ? say("audit.consent", {
              version,
              language: intl.formatDisplayName(language, { type: "language" }) ?? language,
            })
          : value;
      }
    }
    if (typeof read === "boolean") {
      return say(read ? "value.true" : "value.false");
    }
    if (typeof read === "number" && NUMBERS.includes(field)) {
      return intl.formatNumber(read);
    }
    return INSTANT.test(value) ? intl.formatDate(value, { dateStyle: "medium", timeStyle: "short" }) : value;
  };
}

const NUMBERS = ["maxContacts", "rateLimitPerSecond"];

/** What a service wrote as a list: `[MONDAY, FRIDAY]`, or the same in JSON. */
function listed(value: string): string[] {
  return value
    .replace(/^\[|\]$/g, "")
    .split(",")
    .map((one) => one.replaceAll('"', "").trim())
    .filter((one) => one !== "");
}
