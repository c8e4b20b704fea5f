import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { cursor, destinations, exportsApi, ok, segments } from "../api/client";
import type { AuditEvent } from "../api/types";
import { useText } from "../lang/Texts";
import { Changes, type RuleWords, useActionWords, useTargetWords } from "./auditWords";
import { Empty } from "./Empty";
import { Loaded } from "./Loaded";
import { Button, Table } from "./patternfly";
import { When } from "./time";

export type Audited = "connections" | "segments" | "exports";

export interface AuditFilter {
  target?: string;
  action?: string;
  by?: string;
  machine?: boolean;
}

async function page(
  service: Audited,
  query: AuditFilter & { after?: string; limit: number },
  signal: AbortSignal,
) {
  const options = { params: { query }, signal };
  switch (service) {
    case "connections":
      return ok(destinations.GET("/connections/audit-events", options));
    case "segments":
      return ok(segments.GET("/segments/audit-events", options));
    case "exports":
      return ok(exportsApi.GET("/exports/audit-events", options));
  }
}

/** Who did what, newest first, with what it was before and after. */
export function AuditTrail({
  service,
  Rule,
  ...filter
}: { service: Audited /** Says rules in words. */; Rule?: RuleWords } & AuditFilter) {
  const say = useText();
  const query = useInfiniteQuery({
    queryKey: ["audit", service, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => page(service, { ...filter, after: pageParam, limit: 50 }, signal),
    getNextPageParam: (last) => cursor(last.next),
  });
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const events = pages.flatMap((one) => one.items);
        return events.length === 0 ? (
          <Empty title={say("audit.empty")} />
        ) : (
          <>
            <Events events={events} service={service} Rule={Rule} />
            {query.hasNextPage && (
              <Button
                variant="secondary"
                isLoading={query.isFetchingNextPage}
                sends={false}
                onClick={() => void query.fetchNextPage()}
              >
                {say("list.more")}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

interface EventsProps {
  events: AuditEvent[];
  service: Audited;
  Rule: RuleWords | undefined;
}

function Events({ events, service, Rule }: EventsProps) {
  const say = useText();
  const target = useTargetWords();
  const action = useActionWords();
  const people = new Map(events.map(({ by }) => [by.subject, by.name]));
  return (
    <Table variant="compact" aria-label={say("nav.audit")}>
      <Thead>
        <Tr>
          <Th>{say("audit.at")}</Th>
          <Th>{say("audit.by")}</Th>
          <Th>{say("audit.action")}</Th>
          <Th>{say("audit.target")}</Th>
          <Th>{say("audit.changes")}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {events.map((event) => (
          <Tr key={event.id}>
            <Td dataLabel={say("audit.at")}>
              <When at={event.at} />
            </Td>
            <Td dataLabel={say("audit.by")}>{event.by.name}</Td>
            <Td dataLabel={say("audit.action")}>{action(event.action)}</Td>
            <Td dataLabel={say("audit.target")}>{target(event)}</Td>
            <Td dataLabel={say("audit.changes")}>
              <Changes event={event} service={service} people={people} Rule={Rule} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
