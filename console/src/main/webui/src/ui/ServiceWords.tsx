import { FormattedMessage } from "react-intl";
import type { Problem } from "../api/problem";

/**
 * What a service says of one value that it refused. It has no code and is English only, so that the sentence around it is the
 * person's, and screen readers are told what is not.
 */
export function ServiceWords({ children }: { children: string }) {
  return <FormattedMessage id="error.ofValue" values={{ said: <span lang="en">{children}</span> }} />;
}

/** What a problem says of one value of the request, by its pointer or where that begins with it. */
export function errorAt(problem: Problem | undefined, pointer: string) {
  const error = problem?.errors.find(
    (one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`),
  );
  return error && <ServiceWords>{error.detail}</ServiceWords>;
}
