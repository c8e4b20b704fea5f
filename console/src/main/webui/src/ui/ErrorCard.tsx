import { Content, Stack, StackItem } from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
import { useIntl } from "react-intl";
import { type Problem, problemIn } from "../api/problem";
import { type TextId, useText } from "../lang/Texts";
import { Alert, Button } from "./patternfly";
import { UsedBy } from "./UsedBy";

/** What a problem is called for people, and what to do: the words of its type, or of its kind. */
export function useProblemText(): (problem: Problem) => { title: string; help: string } {
  const intl = useIntl();
  const say = useText();
  return (problem) => {
    const id = `problem.${problem.type}`;
    const known = id in intl.messages ? (id as TextId) : ofStatus(problem.status);
    const help = `${known}.help` as TextId;
    return { title: say(known), help: help in intl.messages ? say(help) : "" };
  };
}

const BY_STATUS: Record<number, TextId> = {
  401: "problem.unauthenticated",
  403: "problem.forbidden",
  404: "problem.not-found",
  409: "problem.conflict",
  412: "problem.stale",
  413: "problem.too-large",
  429: "problem.too-many-requests",
};

/** What is known of a problem by its status alone: proxies name no type, and newer services one that is not known here. */
function ofStatus(status: number): TextId {
  if (status >= 502 || status === 0) {
    return "problem.unavailable";
  }
  return BY_STATUS[status] ?? (status >= 500 ? "problem.internal-error" : "problem.refused");
}

export interface ErrorCardProps {
  error: unknown;
  retry?: () => void;
  /** Pointers to what of a request is marked at its field, with a slash at the end where only parts of it are; what else is wrong of it is said here. */
  marked?: string[];
  /** What of it went well all the same. */
  children?: ReactNode;
}

/** What went wrong, what to do, and the name under which operators find it. */
export function ErrorCard({ error, retry, marked = [], children }: ErrorCardProps) {
  const say = useText();
  const problem = problemIn(error);
  const { title, help } = useProblemText()(problem);
  const unmarked = problem.errors.filter(
    ({ pointer }) => !marked.some((at) => pointer === at || pointer.startsWith(at.replace(/\/?$/, "/"))),
  );
  // "They are marked" is no help where they are not.
  const isOfFields = problem.type === "validation-failed";
  return (
    <Alert
      variant="danger"
      isInline
      title={title}
      actionLinks={
        retry && (
          <Button variant="link" isInline sends onClick={retry}>
            {say("action.tryAgain")}
          </Button>
        )
      }
    >
      <Stack hasGutter>
        {children && <StackItem>{children}</StackItem>}
        {help && !(isOfFields && unmarked.length > 0) && <StackItem>{help}</StackItem>}
        {unmarked.length > 0 && (
          <StackItem>
            <Content component="ul" lang="en">
              {unmarked.map((one) => (
                <li key={`${one.pointer} ${one.detail}`}>
                  <code>{one.pointer.replace(/^\//, "")}</code>: {one.detail}
                </li>
              ))}
            </Content>
          </StackItem>
        )}
        <UsedBy problem={problem} />
        {problem.detail && (
          <StackItem>
            <Content component="small" lang="en">
              {problem.detail}
            </Content>
          </StackItem>
        )}
        {problem.requestId && (
          <StackItem>
            {say("error.requestId")} <CopyableId id={problem.requestId} />
          </StackItem>
        )}
      </Stack>
    </Alert>
  );
}

function CopyableId({ id }: { id: string }) {
  const say = useText();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(id).then(() => setCopied(true));
  return (
    <>
      <code>{id}</code>{" "}
      <Button variant="link" isInline onClick={copy}>
        {say(copied ? "action.copied" : "action.copy")}
      </Button>
    </>
  );
}
