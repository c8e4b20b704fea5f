import { Label, Progress } from "@patternfly/react-core";
import { ShareIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { Link } from "react-router";
import { type ExportFilter, isMoving, useExports, useProgress } from "../../api/exports";
import type { Export, LastRun, Run } from "../../api/types";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { isNone, useListAddress } from "../../ui/address";
import { Empty } from "../../ui/Empty";
import { type Column, List } from "../../ui/List";
import { Loaded } from "../../ui/Loaded";
import { PageFrame } from "../../ui/PageFrame";
import { Button } from "../../ui/patternfly";
import { RunStatus } from "../../ui/RunStatus";
import { useScheduleWords } from "../../ui/schedule";
import { useSegmentNames } from "../../ui/segmentNames";
import { When } from "../../ui/time";
import { ExportActions } from "./ExportActions";
import { Filters, useFilter } from "./Filters";
import { RunAllDialog } from "./RunAllDialog";
import { SchedulePanel } from "./SchedulePanel";

/** All exports: what the last run of each came to, whatever set it off, and when the next is. */
export function ExportsPage() {
  const say = useText();
  const mayEdit = useMay("contributor");
  const address = useListAddress("displayName");
  const filter = useFilter();
  const [chosen, setChosen] = useState<string[]>([]);
  const [asks, setAsks] = useState<"runAll" | "schedule">();
  const query = useExports(
    {
      q: address.q || undefined,
      sort: address.sort as ExportFilter["sort"],
      after: address.after,
      ...filter.wanted,
      limit: 50,
    },
    true,
  );
  const columns = useColumns(query.data?.items ?? []);
  const add = (
    <Button variant="primary" component={(props) => <Link {...props} to="/exports/new" />}>
      {say("export.add")}
    </Button>
  );
  return (
    <PageFrame
      title={say("nav.exports")}
      lead={say("export.lead")}
      actions={
        mayEdit && (
          <>
            <Button variant="secondary" onClick={() => setAsks("runAll")}>
              {say("export.runAll")}
            </Button>
            {add}
          </>
        )
      }
    >
      <Loaded query={query}>
        {({ items, after }) => (
          <>
            {isNone(items, query, address) && !filter.isSet ? (
              <Empty title={say("export.empty")} icon={ShareIcon} action={mayEdit ? add : undefined}>
                {say("export.empty.text")}
              </Empty>
            ) : (
              <List
                label={say("nav.exports")}
                columns={columns}
                rows={items}
                after={after}
                address={address}
                clearFilters={filter.isSet ? filter.clear : undefined}
                filters={<Filters filter={filter} />}
                selection={
                  mayEdit ? { chosen, choose: setChosen, nameOf: (one) => one.displayName } : undefined
                }
                tools={
                  chosenHere(items, chosen).length > 0 && (
                    <Button variant="secondary" onClick={() => setAsks("schedule")}>
                      {say("export.scheduleChosen", { count: chosenHere(items, chosen).length })}
                    </Button>
                  )
                }
              />
            )}
            {asks === "schedule" && (
              <SchedulePanel
                exports={chosenHere(items, chosen)}
                close={() => setAsks(undefined)}
                done={() => {
                  setAsks(undefined);
                  setChosen([]);
                }}
              />
            )}
            {asks === "runAll" && <RunAllDialog close={() => setAsks(undefined)} />}
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

/** Nothing is done with what is on another page, and out of sight. */
function chosenHere(items: Export[], chosen: string[]): Export[] {
  return items.filter((one) => chosen.includes(one.id));
}

function useColumns(shown: Export[]): Column<Export>[] {
  const say = useText();
  const mayEdit = useMay("contributor");
  const runs = useProgress(
    shown.filter((one) => one.lastRun && isMoving(one.lastRun.status)).map((one) => one.id),
  );
  const moving = new Map((runs.data?.items ?? []).map((run) => [run.id, run]));
  const words = useScheduleWords();
  const nameOf = useSegmentNames();
  return [
    {
      name: say("field.displayName"),
      sort: "displayName",
      wide: true,
      cell: (one) => (
        <>
          <Link to={`/exports/${one.id}`}>{one.displayName}</Link>{" "}
          {one.removing && <Label status="warning">{say("export.removing")}</Label>}
        </>
      ),
    },
    {
      name: say("export.connectionUsed"),
      cell: (one) =>
        one.connection
          ? (one.connection.displayName ?? say("export.connectionUnknown"))
          : say("export.noConnection"),
    },
    {
      name: say("nav.segments"),
      cell: (one) => <Some names={one.segmentIds.map(nameOf)} />,
    },
    {
      name: say("field.status"),
      cell: (one) =>
        one.lastRun ? (
          <Status exportId={one.id} last={one.lastRun} run={moving.get(one.lastRun.id)} />
        ) : (
          say("run.status.none")
        ),
    },
    {
      name: say("export.refreshed"),
      cell: (one) => <When at={one.lastRun?.finishedAt ?? one.lastRun?.startedAt} />,
    },
    {
      name: say("export.nextRun"),
      cell: (one) =>
        one.schedule.nextFireTimes[0] ? <When at={one.schedule.nextFireTimes[0].utc} /> : words(one.schedule),
    },
    {
      name: say("export.permissions"),
      cell: (one) =>
        one.permissions.length === 0
          ? say("export.permission.VIEW")
          : one.permissions.map((permission) => say(`export.permission.${permission}`)).join(", "),
    },
    ...(mayEdit
      ? [{ name: say("field.actions"), cell: (one: Export) => <ExportActions export={one} /> }]
      : []),
  ];
}

const SHOWN_NAMES = 2;

/** The first of several names, and how many more there are. */
function Some({ names }: { names: string[] }) {
  const say = useText();
  const more = names.length - SHOWN_NAMES;
  return (
    <span title={names.join(", ")}>
      {names.slice(0, SHOWN_NAMES).join(", ")}
      {more > 0 && ` ${say("list.andMore", { count: more })}`}
    </span>
  );
}

/** The last run's status; while it moves, how far it is. */
function Status({ exportId, last, run }: { exportId: string; last: LastRun; run: Run | undefined }) {
  const progress = run?.progress;
  const say = useText();
  return (
    <Link to={`/exports/${exportId}/runs/${last.id}`}>
      <RunStatus status={last.status} />
      {last.reason && <small> {say(`stop.${last.reason}`)}</small>}
      {progress && progress.total > 0 && (
        <Progress
          size="sm"
          aria-label={say("run.progress")}
          value={(progress.done / progress.total) * 100}
          measureLocation="none"
        />
      )}
    </Link>
  );
}
