import { Label } from "@patternfly/react-core";
import { UsersIcon } from "@patternfly/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import {
  REFRESHES,
  type SegmentFilter,
  startRefresh,
  useRefreshes,
  useSegmentSizes,
  useSegments,
} from "../../api/segments";
import type { Segment } from "../../api/types";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { isNone, useListAddress } from "../../ui/address";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { type Column, List } from "../../ui/List";
import { Loaded } from "../../ui/Loaded";
import { PageFrame } from "../../ui/PageFrame";
import { Alert, Button } from "../../ui/patternfly";
import { Sparkline } from "../../ui/Sparkline";
import { When } from "../../ui/time";
import { SegmentActions } from "./SegmentActions";

/** All segments, how many are in each, and who uses it. */
export function SegmentsPage() {
  const say = useText();
  const intl = useIntl();
  const queries = useQueryClient();
  const mayEdit = useMay("contributor");
  const address = useListAddress("displayName");
  const query = useSegments(
    {
      q: address.q || undefined,
      sort: address.sort as SegmentFilter["sort"],
      after: address.after,
      limit: 50,
    },
    true,
  );
  useRefreshes(1);
  const refresh = useMutation({
    mutationFn: startRefresh,
    onSuccess: () => queries.invalidateQueries({ queryKey: REFRESHES }),
  });
  const add = (
    <Button variant="primary" component={(props) => <Link {...props} to="/segments/new" />}>
      {say("segment.new")}
    </Button>
  );
  const columns: Column<Segment>[] = [
    {
      name: say("field.displayName"),
      sort: "displayName",
      wide: true,
      cell: (one) => <Link to={`/segments/${one.id}`}>{one.displayName}</Link>,
    },
    { name: say("field.status"), cell: (one) => <SegmentState segment={one} /> },
    {
      name: say("segment.members"),
      number: true,
      cell: (one) => (one.size === undefined ? say("segment.notRefreshed") : intl.formatNumber(one.size)),
    },
    { name: say("segment.trend"), cell: (one) => one.size !== undefined && <Trend id={one.id} /> },
    { name: say("segment.lastRefreshed"), cell: (one) => <When at={one.refreshedAt} /> },
    {
      name: say("segment.usage"),
      cell: (one) =>
        one.exportCount === undefined ? (
          "–"
        ) : (
          <Link to={`/exports?segmentId=${one.id}`}>
            {say("segment.usedBy", { exports: one.exportCount })}
          </Link>
        ),
    },
    ...(mayEdit
      ? [{ name: say("field.actions"), cell: (one: Segment) => <SegmentActions segment={one} /> }]
      : []),
  ];
  return (
    <PageFrame
      title={say("nav.segments")}
      lead={say("segment.lead")}
      actions={
        mayEdit && (
          <>
            <Button variant="secondary" isLoading={refresh.isPending} onClick={() => refresh.mutate()}>
              {say("segment.refreshAll")}
            </Button>
            {add}
          </>
        )
      }
    >
      {refresh.isError && <Failure error={refresh.error} retry={() => refresh.mutate()} />}
      {refresh.isSuccess && (
        <Alert variant="info" isInline title={say("refresh.started")}>
          <Link to="/refreshes">{say("nav.refreshes")}</Link>
        </Alert>
      )}
      <Loaded query={query}>
        {({ items, after }) =>
          isNone(items, query, address) ? (
            <Empty title={say("segment.empty")} icon={UsersIcon} action={mayEdit ? add : undefined}>
              {say("segment.empty.text")}
            </Empty>
          ) : (
            <List
              label={say("nav.segments")}
              columns={columns}
              rows={items}
              after={after}
              address={address}
            />
          )
        }
      </Loaded>
    </PageFrame>
  );
}

/** How many were in a segment lately; each number is on its own page. */
function Trend({ id }: { id: string }) {
  const say = useText();
  const intl = useIntl();
  const sizes = useSegmentSizes(id);
  const points = (sizes.data ?? []).toSorted((a, b) => a.at.localeCompare(b.at));
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? (
    <Sparkline
      values={points.map((point) => point.size)}
      label={say("segment.fromTo", {
        from: intl.formatNumber(first.size),
        to: intl.formatNumber(last.size),
      })}
    />
  ) : null;
}

export function SegmentState({ segment }: { segment: Segment }) {
  const say = useText();
  if (segment.failure) {
    return (
      <Label status="danger" variant="outline">
        {say("segment.failed")}
      </Label>
    );
  }
  return (
    <Label status={segment.status === "ACTIVE" ? "success" : undefined} variant="outline">
      {say(`segment.status.${segment.status}`)}
    </Label>
  );
}
