import { useIntl } from "react-intl";
import type { Run } from "../api/types";
import { useText } from "../lang/Texts";
import { StackedBars } from "./plots";

interface RunsPlotProps {
  /** The latest first, as lists have them. */
  runs: Run[];
  /** What the rows are called together. */
  rowsAre: string;
  /** What goes before the time in the name of a row. */
  before?: (run: Run) => string;
}

/** What the last runs came to, the oldest first. */
export function RunsPlot({ runs, rowsAre, before = () => "" }: RunsPlotProps) {
  const say = useText();
  const intl = useIntl();
  return (
    <StackedBars
      title={say("home.plot", { count: runs.length })}
      rowsAre={rowsAre}
      series={[
        { name: say("run.written"), look: "good" },
        { name: say("run.unchanged"), look: "plain" },
        { name: say("run.rejected"), look: "bad" },
      ]}
      rows={runs.toReversed().map((run) => ({
        short: intl.formatDate(run.requestedAt, { dateStyle: "short", timeStyle: "short" }),
        name: before(run) + intl.formatDate(run.requestedAt, { dateStyle: "medium", timeStyle: "medium" }),
        values: [run.totals.contactsUpserted, run.totals.contactsUnchanged, run.totals.rejected],
      }))}
    />
  );
}
