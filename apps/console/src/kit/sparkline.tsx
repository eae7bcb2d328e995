export interface Bar {
  good: number;
  bad: number;
}

const WIDTH = 4;
const GAP = 1;
const HEIGHT = 24;

/**
 * How much there was in each step, and how much of it went wrong, the latest at the end. A picture beside the numbers, never
 * in their place: `label` says in words what it shows.
 */
export function Sparkline({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map(({ good, bad }) => good + bad));
  // Whatever there was can be seen.
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * (HEIGHT - 2)));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${bars.length * WIDTH} ${HEIGHT}`}
      className="h-6 w-24 shrink-0 rtl:-scale-x-100"
    >
      <rect y={HEIGHT - 1} width={bars.length * WIDTH} height={1} className="fill-line-soft" />
      {bars.map(({ good, bad }, at) => {
        const [above, below] = [heightOf(bad), heightOf(good)];
        const x = at * WIDTH;
        return (
          <g key={at}>
            <rect x={x} y={HEIGHT - 1 - below} width={WIDTH - GAP} height={below} className="fill-primary" />
            <rect x={x} y={HEIGHT - 1 - below - above} width={WIDTH - GAP} height={above} className="fill-bad" />
          </g>
        );
      })}
    </svg>
  );
}
