import createClient from "openapi-fetch";
import type { paths as DestinationPaths } from "./generated/destination";
import type { paths as ExportPaths } from "./generated/export";
import type { paths as SegmentPaths } from "./generated/segment";
import { ApiError, problemOf } from "./problem";
import { askToSignIn } from "./signin";

/** Where the API is for pages. */
export const API = "/console/api";

/** What shows the console that a script of its own calls, and no other site. */
export const OURS = { "X-Requested-With": "XMLHttpRequest" };

const NOBODY_SIGNED_IN = 499;

async function isFreshSignInRequired(answer: Response): Promise<boolean> {
  if (answer.status !== 401) {
    return false;
  }
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  return problemOf(401, body, null).type === "fresh-sign-in-required";
}

/** Sends a request; where the session is over or too old, once more when the person has signed in. */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await sendOnce(request);
  if (answer.status === NOBODY_SIGNED_IN) {
    return (await askToSignIn("expired")) ? sendOnce(again) : answer;
  }
  if (await isFreshSignInRequired(answer)) {
    return (await askToSignIn("fresh")) ? sendOnce(again) : answer;
  }
  return answer;
}

async function sendOnce(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (failure) {
    if (request.signal.aborted) {
      throw failure;
    }
    throw new ApiError(problemOf(0, { type: "unreachable" }, null));
  }
}

const options = {
  baseUrl: typeof location === "undefined" ? API : new URL(API, location.origin).href,
  headers: OURS,
  fetch: send,
};

export const destinations = createClient<DestinationPaths>(options);
export const segments = createClient<SegmentPaths>(options);
export const exportsApi = createClient<ExportPaths>(options);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What was answered, or an {@link ApiError}. */
export async function ok<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw new ApiError(problemOf(response.status, error, response.headers.get("X-Request-Id")));
  }
  return data as T;
}

/** Something together with the version that an edit of it names. */
export interface Versioned<T> {
  value: T;
  etag: string;
}

/** What was answered, with its version. */
export async function versioned<T>(call: Promise<Answer<T>>): Promise<Versioned<T>> {
  let etag = "*";
  const value = await ok(
    call.then((answer) => {
      etag = answer.response.headers.get("ETag") ?? "*";
      return answer;
    }),
  );
  return { value, etag };
}

/** The cursor in the `next` of a page, which is a path with a query. */
export function cursor(next: string | undefined): string | undefined {
  return next === undefined ? undefined : (new URL(next, "http://x").searchParams.get("after") ?? undefined);
}
