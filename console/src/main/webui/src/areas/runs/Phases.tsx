import {
  Card,
  CardBody,
  CardTitle,
  Content,
  DescriptionList,
  Progress,
  ProgressStep,
  ProgressStepper,
} from "@patternfly/react-core";
import { useEffect, useRef, useState } from "react";
import { useIntl } from "react-intl";
import type { Export, Phase, Run } from "../../api/types";
import { useText } from "../../lang/Texts";
import { hasLists } from "../../ui/lists";
import { Alert } from "../../ui/patternfly";
import { Term } from "../../ui/Term";
import { When } from "../../ui/time";
import { isOver } from "./live";

const PHASES: Phase[] = ["COMPARE", "LEAVE", "UPSERT", "JOIN"];
const QUIET = 5000;

interface PhasesProps {
  run: Run;
  /** How the export shows its audiences now; nothing while that is not known. */
  mode?: Export["audienceMode"];
}

/** How far a run is: phase, done and total, pace, requests left, estimated end. */
export function Phases({ run, mode }: PhasesProps) {
  const say = useText();
  const intl = useIntl();
  const { progress, phase } = run;
  const lists = hasLists([run], mode);
  // Only where the audience mode was changed is anybody moved over.
  const phases = [
    ...PHASES.filter((one) => one !== "JOIN" || lists || phase === "JOIN"),
    ...(phase === "MOVE" ? [phase] : []),
  ];
  const at = phase ? phases.indexOf(phase) : -1;
  const ended = run.status === "SUCCESSFUL" || run.status === "COMPLETED_WITH_WARNINGS";
  const share = progress.total > 0 ? (progress.done / progress.total) * 100 : 0;
  return (
    <Card>
      <CardTitle component="h2">{say("run.progress")}</CardTitle>
      <CardBody>
        <ProgressStepper aria-label={say("run.progress")}>
          {phases.map((one, index) => {
            const done = ended || index < at;
            const current = !ended && index === at && !isOver(run.status);
            const word = say(done ? "checklist.isDone" : current ? "run.isWorking" : "checklist.isLater");
            return (
              <ProgressStep
                key={one}
                id={`phase-${one}`}
                titleId={`phase-${one}-title`}
                variant={done ? "success" : current ? "info" : "pending"}
                isCurrent={current}
                aria-label={`${say(`run.phase.${one}`)}: ${word}`}
              >
                {say(`run.phase.${one}`)}
              </ProgressStep>
            );
          })}
        </ProgressStepper>
        {!isOver(run.status) && (
          <>
            <Progress
              title={phase ? say(`run.phase.${phase}`) : say(`run.status.${run.status}`)}
              value={share}
              label={say("run.doneOf", {
                done: intl.formatNumber(progress.done),
                total: intl.formatNumber(progress.total),
              })}
            />
            <Content component="p">
              {progress.ratePerSecond !== undefined &&
                say("run.rate", {
                  rate: intl.formatNumber(progress.ratePerSecond, { maximumFractionDigits: 1 }),
                })}{" "}
              {progress.requestsLeft !== undefined &&
                say("run.requestsLeft", { count: progress.requestsLeft })}{" "}
              {progress.estimatedEnd && (
                <>
                  {say("run.estimatedEnd")} <When at={progress.estimatedEnd} />
                </>
              )}
            </Content>
            {progress.slowed && (
              <Alert
                variant="info"
                isInline
                title={say("run.slowed", { rate: intl.formatNumber(progress.slowed.requestsPerSecond) })}
              />
            )}
            <Announced
              text={`${phase ? say(`run.phase.${phase}`) : say(`run.status.${run.status}`)}, ${say(
                "run.doneOf",
                {
                  done: intl.formatNumber(progress.done),
                  total: intl.formatNumber(progress.total),
                },
              )}`}
            />
          </>
        )}
        <Totals run={run} lists={lists} />
      </CardBody>
    </Card>
  );
}

/** Told to those who listen, at most every five seconds. */
function Announced({ text }: { text: string }) {
  const [told, setTold] = useState(text);
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    const timer = setInterval(() => setTold(latest.current), QUIET);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="pf-v6-u-screen-reader" aria-live="polite">
      {told}
    </div>
  );
}

function Totals({ run, lists }: { run: Run; lists: boolean }) {
  const say = useText();
  const intl = useIntl();
  const { totals } = run;
  const shown = [
    [say("run.written"), totals.contactsUpserted],
    [say("run.unchanged"), totals.contactsUnchanged],
    // A field or a tag is set with the contact that was written: nobody counts those who join.
    ...(lists ? ([[say("run.joined"), totals.membershipsJoined]] as const) : []),
    [say("run.left"), totals.membershipsLeft],
    [say("run.rejected"), totals.rejected],
    [say("run.requests"), totals.requests],
  ] as const;
  return (
    <DescriptionList
      className="insights-apart"
      isHorizontal
      columnModifier={{ default: "1Col", md: "2Col", xl: "3Col" }}
    >
      {shown.map(([name, value]) => (
        <Term key={name} name={name}>
          {intl.formatNumber(value)}
        </Term>
      ))}
    </DescriptionList>
  );
}
