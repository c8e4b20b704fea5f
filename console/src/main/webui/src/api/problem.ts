import type { Use } from "./types";

/** One value of a request that is wrong, and where: an RFC 6901 pointer into the body, or the name of a parameter. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** An error as the services tell it (RFC 9457). */
export interface Problem {
  /** Without its prefix: `name-taken`. `unreachable` is ours: nothing answered at all. */
  type: string;
  status: number;
  detail: string;
  requestId?: string;
  errors: FieldError[];
  /** What uses the thing, so that nothing can be done with it. */
  usedBy: Use[];
}

const PREFIX = "urn:insights:problem:";
const OUTAGES = [0, 502, 503, 504];

/** What a call throws that was not answered as hoped. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.type);
    this.problem = problem;
  }

  /** Whether it goes away by itself, so that trying again makes sense. */
  get isOutage(): boolean {
    return OUTAGES.includes(this.problem.status);
  }
}

const OUTAGE_POLL = 5000;

/** When to ask again by itself, in milliseconds: after an outage always, otherwise as long as something is on its way. */
export function askAgain(error: unknown, moving: number | false = false): number | false {
  return error instanceof ApiError && error.isOutage ? OUTAGE_POLL : moving;
}

/** Makes a problem of what an answer says, whoever wrote it. */
export function problemOf(status: number, body: unknown, requestId: string | null): Problem {
  const said = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const { type, detail, errors, usedBy, requestId: named } = said;
  return {
    type: typeof type === "string" ? type.replace(PREFIX, "") : "unknown",
    status,
    detail: typeof detail === "string" ? detail : "",
    requestId: typeof named === "string" ? named : (requestId ?? undefined),
    errors: Array.isArray(errors) ? (errors as FieldError[]) : [],
    usedBy: Array.isArray(usedBy) ? (usedBy as Use[]) : [],
  };
}

/** The problem of anything thrown. */
export function problemIn(error: unknown): Problem {
  return error instanceof ApiError
    ? error.problem
    : { type: "unreachable", status: 0, detail: "", errors: [], usedBy: [] };
}
