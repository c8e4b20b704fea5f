import { Radio } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { exportsApi, ok, versioned } from "../../api/client";
import { EXPORTS } from "../../api/exports";
import type { Export, Schedule, ScheduleView } from "../../api/types";
import { usePreferences } from "../../app/preferences";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Fields } from "../../ui/Fields";
import { missingIn, NextTimes, SCHEDULE_MEMBERS, ScheduleForm, scheduleOf } from "../../ui/schedule";

interface SchedulePanelProps {
  exports: Export[];
  close: () => void;
  done: () => void;
}

/** Which exports have a schedule already: who tries again goes on with the others. */
interface Progress {
  schedule: Schedule;
  saved: Set<string>;
  tried: Set<string>;
}

/** Schedules one export, or several: each keeps its own, or all get the one that is defined here. */
export function SchedulePanel({ exports: chosen, close, done }: SchedulePanelProps) {
  const say = useText();
  const queries = useQueryClient();
  const { preferences } = usePreferences();
  const [keep, setKeep] = useState(chosen.length > 1);
  const first = chosen[0]?.schedule;
  const [schedule, setSchedule] = useState<Schedule>(() =>
    first ? scheduleOf(first) : { kind: "DAILY", times: ["08:00"], timeZone: preferences.timeZone },
  );
  const progress = useRef<Progress>({ schedule, saved: new Set(), tried: new Set() });
  const act = async () => {
    if (progress.current.schedule !== schedule) {
      progress.current = { schedule, saved: new Set(), tried: new Set() };
    }
    const { saved, tried } = progress.current;
    for (const one of keep ? [] : chosen.filter(({ id }) => !saved.has(id))) {
      const path = { id: one.id };
      // An answer that was lost may have been a yes; and of somebody else's change it was said that there is one.
      const etag = tried.has(one.id)
        ? (await versioned(exportsApi.GET("/exports/{id}", { params: { path } }))).etag
        : `"${one.version}"`;
      tried.add(one.id);
      await ok(
        exportsApi.PATCH("/exports/{id}", {
          params: { path, header: { "If-Match": etag } },
          body: { schedule },
          headers: { "Content-Type": "application/merge-patch+json" },
        }),
      );
      saved.add(one.id);
    }
  };
  return (
    <ConfirmDialog
      title={say("schedule.title", { count: chosen.length })}
      action={say("action.save")}
      isUnsaved={!keep && first !== undefined && !isSame(first, schedule)}
      isDisabled={!keep && missingIn(schedule).length > 0}
      act={act}
      done={() => {
        void queries.invalidateQueries({ queryKey: EXPORTS });
        done();
      }}
      close={() => {
        void queries.invalidateQueries({ queryKey: EXPORTS });
        close();
      }}
      wentWell={() =>
        progress.current.saved.size > 0 &&
        say("schedule.someSaved", { saved: progress.current.saved.size, count: chosen.length })
      }
      marked={SCHEDULE_MEMBERS.map((member) => `/schedule/${member}`)}
    >
      {(problem) => (
        <Fields>
          {chosen.length > 1 && (
            <>
              <Radio
                id="keep"
                name="keep"
                label={say("schedule.keep")}
                isChecked={keep}
                onChange={() => setKeep(true)}
              />
              <Radio
                id="new"
                name="keep"
                label={say("schedule.new")}
                isChecked={!keep}
                onChange={() => setKeep(false)}
              />
            </>
          )}
          {!keep && (
            <ScheduleForm
              kinds={["SYSTEM_REFRESH", "DAILY", "WEEKLY", "MONTHLY", "OFF"]}
              value={schedule}
              change={setSchedule}
              problem={problem}
            />
          )}
          {chosen.length === 1 && first && isSame(first, schedule) && <NextTimes schedule={first} />}
        </Fields>
      )}
    </ConfirmDialog>
  );
}

/** Whether the schedule is as it was saved: of another one the times are not known here. */
function isSame(saved: ScheduleView, chosen: Schedule): boolean {
  return JSON.stringify(scheduleOf(saved)) === JSON.stringify(chosen);
}
