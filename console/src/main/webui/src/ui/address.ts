import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { changed } from "./parameters";

/** What a list shows, kept in its address: a link to it shows the same, and the back button works. */
export interface ListAddress {
  q: string;
  sort: string;
  /** Where the page begins; none for the first. */
  after: string | undefined;
  /** @param goesOn whether it is typed further, so that going back undoes all of it */
  search: (q: string, goesOn: boolean) => void;
  sortBy: (sort: string) => void;
  goTo: (after: string | undefined) => void;
}

export function useListAddress(usualSort: string): ListAddress {
  const [parameters, setParameters] = useSearchParams();
  const change = useCallback(
    (values: Record<string, string | undefined>, replace: boolean) =>
      setParameters((before) => changed(before, values), { replace }),
    [setParameters],
  );
  return useMemo(
    () => ({
      q: parameters.get("q") ?? "",
      sort: parameters.get("sort") ?? usualSort,
      after: parameters.get("after") ?? undefined,
      search: (q, goesOn) => change({ q, after: undefined }, goesOn),
      sortBy: (sort) => change({ sort: sort === usualSort ? undefined : sort, after: undefined }, true),
      goTo: (after) => change({ after }, false),
    }),
    [parameters, change, usualSort],
  );
}

/** Whether there is nothing to list at all, rather than nothing that was looked for. */
export function isNone(
  items: unknown[],
  query: { isPlaceholderData: boolean },
  address: Pick<ListAddress, "q" | "after">,
): boolean {
  return items.length === 0 && !query.isPlaceholderData && address.q === "" && address.after === undefined;
}
