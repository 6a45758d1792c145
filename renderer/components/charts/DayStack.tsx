import { useTranslation } from 'react-i18next';
import { formatShort, formatTimesheet } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { Hatch, HATCHED } from './Hatch.tsx';
import type { MarkLine } from './MarkedDrawing.tsx';
import { HourLines } from './HourLines.tsx';
import { MarkedDrawing } from './MarkedDrawing.tsx';
import type { DayPart, Layer, StackDay } from './stack.ts';
import { drawStack, layersOf, STACK_ROOM } from './stack.ts';

interface Props {
  readonly label: string;
  readonly parts: readonly DayPart[];
  /** Every day that is drawn, with time or without. */
  readonly dates: readonly string[];
  readonly targetOf: (date: string) => number;
}

/** Above the stack, and above the target's line where that would run through the words. */
const wordsAbove = ({ top, targetY }: StackDay): number =>
  (targetY !== null && targetY < top + 2 && targetY > top - 20 ? targetY : top) - 5;

const HEIGHT = 260;
/** A piece that is lower has no room for words. */
const ROOM_FOR_WORDS = 16;

/** Days beside each other, each a stack of what the time went to, against what the day should have. */
export function DayStack({ label, parts, dates, targetOf }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const layers = layersOf(parts);
  const nameOf = ({ kind, name }: Layer): string =>
    kind === 'none' ? t('charts.noTicket') : name === '' ? t('charts.others') : name;
  const total = layers.reduce((sum, { minutes }) => sum + minutes, 0);
  const target = dates.reduce((sum, date) => sum + targetOf(date), 0);
  const linesOf = ({ pieces, target: its }: StackDay): MarkLine[] => [
    ...pieces.toReversed().map(({ layer, minutes }) => ({
      label: nameOf(layer),
      value: formatShort(minutes),
      fill: layer.fill,
    })),
    ...(its > 0 ? [{ label: t('charts.target'), value: formatShort(its), fill: 'chart-fill-target' }] : []),
  ];
  return (
    <ChartFigure
      summary={
        target > 0
          ? t('charts.stack', { label, time: formatTimesheet(total), target: formatShort(target) })
          : t('charts.stackFree', { label, time: formatTimesheet(total) })
      }
      legend={[
        ...layers.map((layer) => ({ label: nameOf(layer), fill: layer.fill })),
        ...(target > 0 ? [{ label: t('charts.target'), fill: 'chart-fill-target' }] : []),
      ]}
    >
      <MarkedDrawing
        label={label}
        height={HEIGHT}
        draw={(width) => {
          const drawing = drawStack({ parts, dates, targetOf }, { width, height: HEIGHT });
          return {
            drawn: (
              <>
                <Hatch />
                <HourLines hours={drawing.hours} room={STACK_ROOM} width={width} />
                {drawing.days.map((day) => (
                  <g key={day.date}>
                    {day.pieces.map(({ layer, y, height }) => (
                      <rect
                        key={`${layer.kind} ${layer.name}`}
                        className={`chart-piece ${layer.fill}`}
                        {...(layer.kind === 'none' ? HATCHED : {})}
                        x={day.x}
                        y={y}
                        width={day.width}
                        height={height}
                        rx={2}
                      />
                    ))}
                    {day.targetY !== null && (
                      <line
                        className="chart-target"
                        x1={day.x - 4}
                        x2={day.x + day.width + 4}
                        y1={day.targetY}
                        y2={day.targetY}
                      />
                    )}
                    {day.minutes > 0 && day.width > ROOM_FOR_WORDS * 2 && (
                      <text
                        className="chart-words chart-words-strong"
                        x={day.x + day.width / 2}
                        y={wordsAbove(day)}
                        textAnchor="middle"
                      >
                        {formatShort(day.minutes)}
                      </text>
                    )}
                    <text
                      className="chart-words"
                      x={day.x + day.width / 2}
                      y={HEIGHT - 6}
                      textAnchor="middle"
                    >
                      {day.width > 40
                        ? formats.shortDay(day.date)
                        : day.width > 24
                          ? formats.weekday(day.date)
                          : Number(day.date.slice(8))}
                    </text>
                  </g>
                ))}
              </>
            ),
            marks: drawing.days.map((day) => {
              const lines = linesOf(day);
              return {
                key: day.date,
                label: [
                  `${formats.longDay(day.date)}: ${formatShort(day.minutes)}`,
                  ...lines.map((line) => `${line.label} ${line.value}`),
                ].join(', '),
                x: day.x - 4,
                y: STACK_ROOM.top,
                width: day.width + 8,
                height: drawing.baseline - STACK_ROOM.top,
                title: `${formats.shortDay(day.date)} · ${formatShort(day.minutes)}`,
                lines,
              };
            }),
          };
        }}
      />
    </ChartFigure>
  );
}
