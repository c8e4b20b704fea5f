import { Checkbox, Content, Progress, SearchInput, Stack, StackItem } from "@patternfly/react-core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { exportsApi, ok } from "../../api/client";
import { useAllSegments } from "../../api/segments";
import { useText } from "../../lang/Texts";
import { ErrorCard } from "../../ui/ErrorCard";
import { Loaded } from "../../ui/Loaded";
import { Alert } from "../../ui/patternfly";
import { SHOWN, shownOf } from "./choice";

interface AudienceProps {
  chosen: string[];
  connectionId: string;
  exportId: string | undefined;
  choose: (ids: string[]) => void;
  error: ReactNode;
}

/** Which segments, how many people that is, and how much of what may be exported at most. */
export function Audience({ chosen, connectionId, exportId, choose, error }: AudienceProps) {
  const say = useText();
  const intl = useIntl();
  const segments = useAllSegments();
  const [searched, setSearched] = useState("");
  const wanted = searched.trim().toLocaleLowerCase();
  return (
    <Loaded query={segments} lines={3}>
      {({ items }) => (
        <Stack hasGutter>
          {items.length === 0 && (
            <StackItem>
              {say("segment.empty")} <Link to="/segments/new">{say("segment.new")}</Link>
            </StackItem>
          )}
          <StackItem role="group" aria-label={say("nav.segments")}>
            {items.length > SHOWN && (
              <SearchInput
                aria-label={say("list.search")}
                placeholder={say("list.search")}
                value={searched}
                onChange={(_event, typed) => setSearched(typed)}
                onClear={() => setSearched("")}
                resetButtonLabel={say("action.clear")}
              />
            )}
            {shownOf(items, chosen, wanted).map((segment) => (
              <Checkbox
                key={segment.id}
                id={`segment-${segment.id}`}
                label={segment.displayName}
                description={
                  segment.size === undefined
                    ? say("segment.notRefreshed")
                    : say("segment.membersCount", { count: intl.formatNumber(segment.size) })
                }
                isChecked={chosen.includes(segment.id)}
                onChange={(_event, is) =>
                  choose(is ? [...chosen, segment.id] : chosen.filter((id) => id !== segment.id))
                }
              />
            ))}
          </StackItem>
          {error && (
            <StackItem>
              <Alert variant="danger" isInline isPlain title={error} />
            </StackItem>
          )}
          {chosen.length > 0 && (
            <StackItem>
              <AudienceSize segmentIds={chosen} connectionId={connectionId} exportId={exportId} />
            </StackItem>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

interface AudienceSizeProps {
  segmentIds: string[];
  connectionId: string;
  exportId: string | undefined;
}

/** The size of all chosen segments together, held against the limit of a connection and the contract's. */
function AudienceSize({ segmentIds, connectionId, exportId }: AudienceSizeProps) {
  const say = useText();
  const intl = useIntl();
  const size = useQuery({
    queryKey: ["exports", "size", segmentIds, connectionId, exportId],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ok(
        exportsApi.POST("/exports/size", {
          body: { segmentIds, connectionId: connectionId || undefined, exportId },
          signal,
        }),
      ),
  });
  if (size.isError) {
    return <ErrorCard error={size.error} retry={() => void size.refetch()} />;
  }
  if (!size.data) {
    return null;
  }
  const { profiles, connectionProfiles, maxProfiles, maxContacts, tooMany, overContract } = size.data;
  const sum = connectionProfiles ?? profiles;
  if (sum === undefined) {
    return <Content component="p">{say("export.sizeUnknown")}</Content>;
  }
  const limit = Math.min(maxProfiles, maxContacts ?? maxProfiles);
  return (
    <>
      <Progress
        title={say("export.size", { count: intl.formatNumber(profiles ?? sum) })}
        value={Math.min(100, (sum / limit) * 100)}
        label={say("run.doneOf", { done: intl.formatNumber(sum), total: intl.formatNumber(limit) })}
        variant={tooMany ? "danger" : overContract ? "warning" : undefined}
      />
      {tooMany && <Alert variant="danger" isInline title={say("problem.too-many-profiles")} />}
      {overContract && <Alert variant="warning" isInline title={say("export.overContract")} />}
    </>
  );
}
