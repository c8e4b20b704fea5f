import { Card, CardBody, CardTitle, Content, ProgressStep, ProgressStepper } from "@patternfly/react-core";
import { Link } from "react-router";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import type { Step } from "./steps";

/** The way to the first export: what is done and what came of it, what is next, and who can do it. */
export function Checklist({ steps }: { steps: Step[] }) {
  const say = useText();
  const may = { viewer: useMay("viewer"), contributor: useMay("contributor"), admin: useMay("admin") };
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  return (
    <Card>
      <CardTitle component="h2">{say("checklist.title", { done, all: steps.length })}</CardTitle>
      <CardBody>
        <Content component="p">{say("checklist.lead")}</Content>
        <ProgressStepper isVertical aria-label={say("checklist.title", { done, all: steps.length })}>
          {steps.map((step) => {
            const name = say(`checklist.${step.name}`);
            const current = step === next;
            const word = say(
              step.done ? "checklist.isDone" : current ? "checklist.isNext" : "checklist.isLater",
            );
            return (
              <ProgressStep
                key={step.name}
                id={`step-${step.name}`}
                titleId={`step-${step.name}-title`}
                variant={step.done ? "success" : current ? "info" : "pending"}
                isCurrent={current}
                aria-label={`${name}: ${word}`}
                description={
                  step.done
                    ? step.outcome && <Outcome outcome={step.outcome} />
                    : may[step.role]
                      ? say(`checklist.${step.name}.why`)
                      : say("checklist.waitingFor", { role: say(`role.${step.role}`) })
                }
              >
                {current && may[step.role] ? <Link to={step.to}>{name}</Link> : name}
              </ProgressStep>
            );
          })}
        </ProgressStepper>
      </CardBody>
    </Card>
  );
}

/** What came of a step, and where there is more to be known of it. */
function Outcome({ outcome: { id, values, to } }: { outcome: NonNullable<Step["outcome"]> }) {
  const say = useText();
  return (
    <>
      {say(id, values)} {to && <Link to={to}>{say("run.details")}</Link>}
    </>
  );
}
