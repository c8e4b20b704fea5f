import type { components as D } from "./generated/destination";
import type { components as E } from "./generated/export";
import type { components as S } from "./generated/segment";

export type Connection = D["schemas"]["ConnectionResponse"];
export type ConnectionSummary = D["schemas"]["ConnectionSummary"];
export type ConnectionView = D["schemas"]["ConnectionView"];
export type ConnectionStatus = D["schemas"]["ConnectionStatus"];
export type ConnectionType = D["schemas"]["ConnectionType"];
export type ConnectionField = D["schemas"]["ConnectionField"];
export type ConnectionTypeInfo = D["schemas"]["ConnectionTypeResponse"];
export type ConsentText = D["schemas"]["ConsentText"];
export type MissingPart = D["schemas"]["MissingPart"];
export type CheckOutcome = D["schemas"]["CheckOutcome"];

export type Segment = S["schemas"]["Segment"];
export type Rule = S["schemas"]["Rule"];
export type Use = S["schemas"]["Use"];
export type Operator = S["schemas"]["Operator"];
export type Field = S["schemas"]["Field"];
export type FieldRole = S["schemas"]["FieldRole"];
export type FieldType = S["schemas"]["FieldType"];
export type Refresh = S["schemas"]["Refresh"];
export type RefreshStatus = S["schemas"]["RefreshStatus"];
export type RefreshSchedule = S["schemas"]["RefreshSchedule"];
export type ImportPreview = S["schemas"]["ImportPreview"];
export type Import = S["schemas"]["ImportResponse"];
export type ImportStatus = S["schemas"]["ImportStatus"];
export type ImportRejectionReason = S["schemas"]["ImportRejectionReason"];
export type Confirmation = S["schemas"]["Confirmation"];
export type Profile = S["schemas"]["Profile"];

export type Export = E["schemas"]["Export"];
export type ExportsOverview = E["schemas"]["ExportsOverview"];
export type ExportEdit = E["schemas"]["ExportEdit"];
export type FieldMatch = E["schemas"]["FieldMatch"];
export type Run = E["schemas"]["Run"];
export type LastRun = E["schemas"]["LastRun"];
export type RunStatus = E["schemas"]["RunStatus"];
export type RunTrigger = E["schemas"]["RunTrigger"];
export type RunRequest = E["schemas"]["RunRequest"];
export type RunPreview = E["schemas"]["RunPreview"];
export type StopReason = E["schemas"]["StopReason"];
export type RejectionReason = E["schemas"]["RejectionReason"];
export type Rejections = E["schemas"]["Rejections"];
export type Phase = E["schemas"]["Phase"];
export type Schedule = E["schemas"]["Schedule"];
export type ScheduleKind = E["schemas"]["ScheduleKind"];
export type ScheduleView = E["schemas"]["ScheduleResponse"];
export type DayOfWeek = E["schemas"]["DayOfWeek"];
export type Size = E["schemas"]["Size"];
export type AuditEvent = E["schemas"]["AuditEvent"];

/** Whether the caller sees everything of a connection (administrators), or only that it is there. */
export function isWhole(connection: ConnectionView): connection is Connection {
  return "endpoint" in connection;
}
