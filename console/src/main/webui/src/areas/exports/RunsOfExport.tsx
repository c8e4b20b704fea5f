import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import type { Export, Run } from "../../api/types";
import { useText } from "../../lang/Texts";
import { hasLists } from "../../ui/lists";
import { Table } from "../../ui/patternfly";
import { RunStatus } from "../../ui/RunStatus";
import { RunsPlot } from "../../ui/RunsPlot";
import { useDuration, When } from "../../ui/time";

/** The last runs of one export: what each came to, what set it off, how long it took. */
export function RunsOfExport({ runs, mode }: { runs: Run[]; mode: Export["audienceMode"] }) {
  const say = useText();
  const intl = useIntl();
  const duration = useDuration();
  const lists = hasLists(runs, mode);
  return (
    <>
      <RunsPlot runs={runs} rowsAre={say("run.when")} />
      <Table variant="compact" aria-label={say("export.runs")}>
        <Thead>
          <Tr>
            <Th>{say("run.when")}</Th>
            <Th>{say("run.status")}</Th>
            <Th>{say("run.trigger")}</Th>
            <Th>{say("run.duration")}</Th>
            <Th className="insights-number">{say("run.written")}</Th>
            {lists && <Th className="insights-number">{say("run.joined")}</Th>}
            <Th className="insights-number">{say("run.left")}</Th>
            <Th className="insights-number">{say("run.rejected")}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {runs.map((run) => (
            <Tr key={run.id}>
              <Td dataLabel={say("run.when")}>
                <When at={run.startedAt ?? run.requestedAt} />
              </Td>
              <Td dataLabel={say("run.status")}>
                <Link to={`/exports/${run.exportId}/runs/${run.id}`}>
                  <RunStatus status={run.status} />
                </Link>
              </Td>
              <Td dataLabel={say("run.trigger")}>{say(`run.trigger.${run.trigger}`)}</Td>
              <Td dataLabel={say("run.duration")}>{duration(run.startedAt, run.finishedAt)}</Td>
              <Td dataLabel={say("run.written")} className="insights-number">
                {intl.formatNumber(run.totals.contactsUpserted)}
              </Td>
              {lists && (
                <Td dataLabel={say("run.joined")} className="insights-number">
                  {intl.formatNumber(run.totals.membershipsJoined)}
                </Td>
              )}
              <Td dataLabel={say("run.left")} className="insights-number">
                {intl.formatNumber(run.totals.membershipsLeft)}
              </Td>
              <Td dataLabel={say("run.rejected")} className="insights-number">
                {intl.formatNumber(run.totals.rejected)}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}
