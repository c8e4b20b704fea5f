/**
 * What happens when a call finds nobody signed in, or not recently enough: it waits while the person signs in in another
 * window, and is then sent again. The page stays as it is, so nothing typed is lost.
 */
export type SignInNeed = "expired" | "fresh";

interface Waiting {
  need: SignInNeed;
  promise: Promise<boolean>;
  end: (signedIn: boolean) => void;
}

let waiting: Waiting | undefined;
const listeners = new Set<() => void>();

function tell() {
  for (const listener of listeners) {
    listener();
  }
}

/** Asks the person to sign in; false when they will not. Calls that come meanwhile wait for the same window. */
export function askToSignIn(need: SignInNeed): Promise<boolean> {
  if (waiting && (waiting.need === need || need === "expired")) {
    return waiting.promise;
  }
  waiting?.end(false);
  let end: (signedIn: boolean) => void = () => {};
  const promise = new Promise<boolean>((resolve) => {
    end = (signedIn) => {
      waiting = undefined;
      tell();
      resolve(signedIn);
    };
  });
  waiting = { need, promise, end };
  tell();
  return promise;
}

export function signInNeed(): SignInNeed | undefined {
  return waiting?.need;
}

export function endSignIn(signedIn: boolean) {
  waiting?.end(signedIn);
}

export function onSignInNeed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where the window tells that it is done. */
export const SIGNED_IN_CHANNEL = "insights-signed-in";
