interface Line {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

const WIDTH = 720;
const HEIGHT = 400;
const PLOT = { left: 60, right: 500, top: 40, bottom: 350 };
const COLOURS = ['#1f6feb', '#1a7f37', '#cf222e', '#bc4c00', '#656d76'];

/** A chart with logarithmic axes, as SVG that can be read on light and on dark pages. */
export function chart(title: string, xName: string, yName: string, lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points);
  const x = logarithmic(
    points.map(([value]) => value),
    PLOT.left,
    PLOT.right,
  );
  const y = logarithmic(
    points.map(([, value]) => value),
    PLOT.bottom,
    PLOT.top,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="${title}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${PLOT.left}" y="22" font-size="15">${title}</text>
${x.ticks.map((tick) => `<path d="M${x.at(tick)} ${PLOT.top}V${PLOT.bottom}" stroke="#ddd"/><text x="${x.at(tick)}" y="${PLOT.bottom + 18}" text-anchor="middle">${tick.toLocaleString('en-GB')}</text>`).join('\n')}
${y.ticks.map((tick) => `<path d="M${PLOT.left} ${y.at(tick)}H${PLOT.right}" stroke="#ddd"/><text x="${PLOT.left - 6}" y="${y.at(tick) + 4}" text-anchor="end">${tick.toLocaleString('en-GB')}</text>`).join('\n')}
<text x="${(PLOT.left + PLOT.right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${xName}</text>
<text x="14" y="${PLOT.top - 8}">${yName}</text>
${lines.map((line, index) => drawn(line, index, x.at, y.at)).join('\n')}
</svg>
`;
}

function drawn(
  { label, points }: Line,
  index: number,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const colour = COLOURS[index % COLOURS.length] ?? '';
  const places = points.map(([across, up]) => [x(across), y(up)] as const);
  const row = PLOT.top + 20 + index * 22;
  return [
    `<polyline points="${places.map((place) => place.join()).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`),
    `<path d="M${PLOT.right + 20} ${row - 4}h20" stroke="${colour}" stroke-width="2"/>`,
    `<text x="${PLOT.right + 46}" y="${row}">${label}</text>`,
  ].join('\n');
}

/** An axis over all powers of ten that `values` lie between. */
function logarithmic(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
    at: (value: number): number =>
      Math.round(10 * (from + ((to - from) * (Math.log10(value) - low)) / (high - low))) / 10,
  };
}
