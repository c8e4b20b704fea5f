import { ExpandableSection } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { type ReactNode, useId } from "react";
import { useIntl } from "react-intl";
import { useText } from "../lang/Texts";

/** A kind of thing that is counted: its name, and the class that gives it its colour. */
export interface Series {
  name: string;
  look: "good" | "plain" | "bad" | "quiet";
}

interface PlotProps {
  title: string;
  series: Series[];
  /** From the oldest to the newest: what it is called, and a number for each series. */
  rows: { name: string; values: number[] }[];
  /** What the rows are, as the head of their column. */
  rowsAre: string;
}

const WIDTH = 600;
const HEIGHT = 120;

/** Bars of stacked numbers, one for each row. */
export function StackedBars({ title, series, rows, rowsAre }: PlotProps) {
  const most = Math.max(1, ...rows.map((row) => row.values.reduce((sum, value) => sum + value, 0)));
  const width = WIDTH / Math.max(rows.length, 10);
  return (
    <Figure title={title} series={series} rows={rows} rowsAre={rowsAre}>
      {rows.map((row, index) => {
        let bottom = HEIGHT;
        return (
          <g key={row.name}>
            {row.values.map((value, part) => {
              const height = (value / most) * HEIGHT;
              bottom -= height;
              return (
                <rect
                  key={series[part]?.name}
                  className={`insights-plot-${series[part]?.look}`}
                  x={index * width + width * 0.15}
                  y={bottom}
                  width={width * 0.7}
                  height={height}
                />
              );
            })}
          </g>
        );
      })}
    </Figure>
  );
}

/** One number over time. */
export function Line({ title, series, rows, rowsAre }: PlotProps) {
  const most = Math.max(1, ...rows.map((row) => row.values[0] ?? 0));
  const step = WIDTH / Math.max(rows.length - 1, 1);
  const points = rows.map(
    (row, index) => `${index * step},${HEIGHT - ((row.values[0] ?? 0) / most) * (HEIGHT - 8)}`,
  );
  return (
    <Figure title={title} series={series} rows={rows} rowsAre={rowsAre}>
      <polyline className="insights-plot-line" points={points.join(" ")} />
    </Figure>
  );
}

/** Numbers one below the other, longest first or in the order of a funnel. */
export function Bars({
  title,
  rows,
  total,
}: {
  title: string;
  rows: { name: ReactNode; key: string; value: number }[];
  total?: number;
}) {
  const intl = useIntl();
  const most = Math.max(1, total ?? 0, ...rows.map((row) => row.value));
  return (
    <table className="insights-bars" aria-label={title}>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td className="insights-number">{intl.formatNumber(row.value)}</td>
            <td aria-hidden="true" className="insights-bar-cell">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false" aria-hidden="true">
                <rect className="insights-plot-quiet" width="100" height="10" />
                <rect className="insights-plot-plain" width={(row.value / most) * 100} height="10" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ title, series, rows, rowsAre, children }: PlotProps & { children: ReactNode }) {
  const say = useText();
  const intl = useIntl();
  const id = useId();
  return (
    <figure className="insights-plot" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {series.length > 1 && (
        <ul className="insights-legend">
          {series.map((one) => (
            <li key={one.name}>
              <span className={`insights-swatch insights-swatch-${one.look}`} aria-hidden="true" />
              {one.name}
            </li>
          ))}
        </ul>
      )}
      <ExpandableSection toggleText={say("plot.asTable")}>
        <Table variant="compact" aria-label={title}>
          <Thead>
            <Tr>
              <Th>{rowsAre}</Th>
              {series.map((one) => (
                <Th key={one.name}>{one.name}</Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {rows.toReversed().map((row) => (
              <Tr key={row.name}>
                <Td dataLabel={rowsAre}>{row.name}</Td>
                {series.map((one, part) => (
                  <Td key={one.name} dataLabel={one.name}>
                    {intl.formatNumber(row.values[part] ?? 0)}
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      </ExpandableSection>
    </figure>
  );
}
