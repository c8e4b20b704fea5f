import { Skeleton, Stack, StackItem } from "@patternfly/react-core";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { useText } from "../lang/Texts";
import { ErrorCard } from "./ErrorCard";

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  /** Lines of the skeleton. */
  lines?: number;
  children: (data: T) => ReactNode;
}

/**
 * What is there once it is: before, a skeleton of it; when it cannot be read, why, until it can. Something that was read once stays
 * there while it is read anew, with a word above it when that fails.
 */
export function Loaded<T>({ query, lines = 6, children }: LoadedProps<T>) {
  const say = useText();
  const retry = () => void query.refetch();
  // While it is asked for again there is no error any more, and nothing else yet: what was said stays.
  const last = useRef<unknown>(undefined);
  last.current = query.error ?? last.current;
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <ErrorCard error={query.error} retry={retry} />}
        {children(query.data)}
      </>
    );
  }
  if (last.current !== undefined && query.errorUpdateCount > 0) {
    return <ErrorCard error={last.current} retry={retry} />;
  }
  return (
    <Stack hasGutter aria-busy="true" aria-label={say("state.loading")} role="status">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
        <StackItem key={line}>
          <Skeleton height="2rem" screenreaderText={line === 0 ? say("state.loading") : undefined} />
        </StackItem>
      ))}
    </Stack>
  );
}
