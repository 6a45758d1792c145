import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { HourLines } from './HourLines.tsx';
import { MarkedDrawing } from './MarkedDrawing.tsx';
import type { DayPair } from './pairs.ts';
import { drawPairs, PAIRS_ROOM } from './pairs.ts';

interface Props {
  readonly label: string;
  /** What the two columns of each day are called. */
  readonly names: readonly [string, string];
  readonly pairs: readonly DayPair[];
}

const HEIGHT = 220;
const FILLS = ['chart-fill-1', 'chart-fill-2'] as const;

/** Two times of each day beside each other. */
export function DayPairs({ label, names, pairs }: Props) {
  const formats = useFormats();
  const sum = (of: (pair: DayPair) => number): string =>
    formatShort(pairs.reduce((all, pair) => all + of(pair), 0));
  return (
    <ChartFigure
      summary={`${label}: ${names[0]} ${sum(({ first }) => first)}, ${names[1]} ${sum(({ second }) => second)}`}
      legend={[
        { label: names[0], fill: FILLS[0] },
        { label: names[1], fill: FILLS[1] },
      ]}
    >
      <MarkedDrawing
        label={label}
        height={HEIGHT}
        draw={(width) => {
          const drawing = drawPairs(pairs, { width, height: HEIGHT });
          return {
            drawn: (
              <>
                <HourLines hours={drawing.hours} room={PAIRS_ROOM} width={width} />
                {drawing.days.map(({ date, x, width: wide, columns, isNamed }) => (
                  <g key={date}>
                    {columns.map((column, at) => (
                      <rect key={FILLS[at]} className={`chart-piece ${FILLS[at] ?? ''}`} {...column} rx={2} />
                    ))}
                    {isNamed && (
                      <text className="chart-words" x={x + wide / 2} y={HEIGHT - 6} textAnchor="middle">
                        {formats.dayAndMonth(date)}
                      </text>
                    )}
                  </g>
                ))}
              </>
            ),
            marks: drawing.days.map(({ date, first, second, x, width: wide }) => ({
              key: date,
              label: `${formats.longDay(date)}: ${names[0]} ${formatShort(first)}, ${names[1]} ${formatShort(second)}`,
              x: x - 3,
              y: PAIRS_ROOM.top,
              width: wide + 6,
              height: drawing.baseline - PAIRS_ROOM.top,
              title: formats.shortDay(date),
              lines: [
                { label: names[0], value: formatShort(first), fill: FILLS[0] },
                { label: names[1], value: formatShort(second), fill: FILLS[1] },
              ],
            })),
          };
        }}
      />
    </ChartFigure>
  );
}
