const WIDTH = 100;
const HEIGHT = 20;

/** How one number went, so small that it fits into a row. @param label what it comes to, in numbers */
export function Sparkline({ values, label }: { values: number[]; label: string }) {
  const most = Math.max(1, ...values);
  const step = WIDTH / Math.max(values.length - 1, 1);
  // One number alone is a line too.
  const line = values.length === 1 ? [...values, ...values] : values;
  const points = line.map((value, index) => `${index * step},${HEIGHT - (value / most) * HEIGHT}`).join(" ");
  return (
    <svg
      className="insights-sparkline"
      viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <polyline className="insights-plot-line" points={points} />
    </svg>
  );
}
