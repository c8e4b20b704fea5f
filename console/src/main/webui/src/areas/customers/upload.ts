import { API, OURS } from "../../api/client";
import { ApiError, problemOf } from "../../api/problem";
import { askToSignIn } from "../../api/signin";

/** How a file is to be read, as the API has it: one value, or several of one name. */
export type ImportOptions = Record<string, string | string[] | undefined>;

const NOBODY_SIGNED_IN = 499;

function address(path: string, options: ImportOptions): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one) {
        query.append(name, one);
      }
    }
  }
  return `${API}${path}?${query}`;
}

/**
 * Sends a file, and says how far it is (0 to 1): what `fetch` cannot. The file is read as it is sent, so it may be of any size.
 */
export async function upload<T>(
  path: string,
  file: File,
  options: ImportOptions,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<T> {
  const first = await sendFile(path, file, options, progress, signal);
  const answer =
    first.status === NOBODY_SIGNED_IN && (await askToSignIn("expired"))
      ? await sendFile(path, file, options, progress, signal)
      : first;
  const body: unknown = parsed(answer.responseText);
  if (answer.status < 200 || answer.status > 299) {
    throw new ApiError(problemOf(answer.status, body, answer.getResponseHeader("X-Request-Id")));
  }
  return body as T;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sendFile(
  path: string,
  file: File,
  options: ImportOptions,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address(path, options));
    for (const [name, value] of Object.entries(OURS)) {
      request.setRequestHeader(name, value);
    }
    const json = /\.(ndjson|jsonl|json)$/i.test(file.name);
    request.setRequestHeader("Content-Type", json ? "application/x-ndjson" : "text/csv");
    request.upload.onprogress = (event) => progress(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => resolve(request);
    request.onerror = () => reject(new ApiError(problemOf(0, { type: "unreachable" }, null)));
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
