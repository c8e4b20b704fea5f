import { ExpandableSection } from "@patternfly/react-core";
import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { type ReactNode, useId } from "react";
import { useIntl } from "react-intl";
import { useText } from "../lang/Texts";
import { Table } from "./patternfly";

/** A kind of thing that is counted: its name, and the class that gives it its colour. */
export interface Series {
  name: string;
  look: "good" | "plain" | "bad" | "quiet";
}

interface PlotProps {
  title: string;
  series: Series[];
  /** From the oldest to the newest: what it is called, shortly below the plot, and a number for each series. */
  rows: { name: string; short: string; values: number[] }[];
  /** What the rows are, as the head of their column. */
  rowsAre: string;
}

const WIDTH = 600;
const HEIGHT = 120;
/** Fewer bars are not made wider. */
const FEWEST = 10;

/** Bars of stacked numbers, one for each row. */
export function StackedBars({ title, series, rows, rowsAre }: PlotProps) {
  const most = Math.max(1, ...rows.map((row) => row.values.reduce((sum, value) => sum + value, 0)));
  const width = WIDTH / Math.max(rows.length, FEWEST);
  return (
    <Figure
      title={title}
      series={series}
      rows={rows}
      rowsAre={rowsAre}
      most={most}
      share={Math.min(1, rows.length / FEWEST)}
    >
      {rows.map((row, index) => {
        let bottom = HEIGHT;
        return (
          <g key={row.name}>
            <title>{row.name}</title>
            {row.values.map((value, part) => {
              const height = (value / most) * HEIGHT;
              bottom -= height;
              return (
                <rect
                  key={series[part]?.name}
                  className={`insights-plot-bar insights-plot-${series[part]?.look}`}
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
  const height = (value: number) => HEIGHT - (value / most) * HEIGHT;
  // One number alone is a line too.
  const values = rows.length === 1 ? [rows[0], rows[0]] : rows;
  const points = values.map(
    (row, index) => `${rows.length === 1 ? index * WIDTH : index * step},${height(row?.values[0] ?? 0)}`,
  );
  return (
    <Figure title={title} series={series} rows={rows} rowsAre={rowsAre} most={most} share={1} isOfFirst>
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

interface FigureProps extends PlotProps {
  /** The number at the top. */
  most: number;
  /** How much of the width is used. */
  share: number;
  /** Whether only the first series is drawn; the others are in the table. */
  isOfFirst?: boolean;
  children: ReactNode;
}

function Figure({ title, series, rows, rowsAre, most, share, isOfFirst, children }: FigureProps) {
  const say = useText();
  const intl = useIntl();
  const id = useId();
  return (
    <figure className="insights-plot" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <div className="insights-plot-scale" aria-hidden="true">
        <span>{intl.formatNumber(most)}</span>
        <span>{intl.formatNumber(0)}</span>
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {children}
      </svg>
      <div className="insights-plot-times" aria-hidden="true" style={{ inlineSize: `${share * 100}%` }}>
        <span>{rows[0]?.short}</span>
        {rows.length > 2 && <span>{rows.at(-1)?.short}</span>}
      </div>
      {series.length > 1 && !isOfFirst && (
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
