import { Card, CardBody, CardTitle, Content, Progress, Spinner } from "@patternfly/react-core";
import { useIntl } from "react-intl";
import { problemIn } from "../../api/problem";
import type { Rule } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ErrorCard } from "../../ui/ErrorCard";
import { useLiveCount } from "./preview";

interface CountCardProps {
  rule: Rule | undefined;
  timeZone: string | undefined;
}

/** How many customers the rule selects now, of all, and a few of their ids. */
export function CountCard({ rule, timeZone }: CountCardProps) {
  const say = useText();
  const intl = useIntl();
  const count = useLiveCount(rule, timeZone);
  const refused = count.isError && problemIn(count.error).type === "invalid-rule";
  return (
    <Card>
      <CardTitle component="h2">
        {say("segment.count")}{" "}
        {count.isFetching && <Spinner size="md" aria-label={say("segment.counting")} />}
      </CardTitle>
      <CardBody>
        {rule === undefined && <Content component="p">{say("segment.incomplete")}</Content>}
        {count.isError && !refused && <ErrorCard error={count.error} retry={() => void count.refetch()} />}
        {refused && <Content component="p">{say("problem.invalid-rule.help")}</Content>}
        {rule && count.data && !count.isError && (
          <>
            <div className="insights-count" role="status">
              {intl.formatNumber(count.data.count)}
            </div>
            <Progress
              value={count.data.profiles === 0 ? 0 : (count.data.count / count.data.profiles) * 100}
              title={say("segment.ofAll", { profiles: intl.formatNumber(count.data.profiles) })}
              label={intl.formatNumber(
                count.data.profiles === 0 ? 0 : count.data.count / count.data.profiles,
                {
                  style: "percent",
                },
              )}
              size="sm"
            />
            {count.data.profileIds.length > 0 && (
              <Content component="small">
                {say("segment.sampleIds")} {count.data.profileIds.slice(0, 5).join(", ")}
              </Content>
            )}
          </>
        )}
      </CardBody>
    </Card>
  );
}
