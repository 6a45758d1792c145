import { useTranslation } from 'react-i18next';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import type { BudgetCourse } from './burn-down.ts';
import { BURN_DOWN_ROOM, drawBurnDown } from './burn-down.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { MarkedDrawing } from './MarkedDrawing.tsx';

const HEIGHT = 240;

/** How a budget went down, and where it goes at the pace of late. A table of the same stands with whoever shows it. */
export function BurnDown({ name, course }: { name: string; course: BudgetCourse }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const last = course.points.at(-1);
  if (last === undefined) return null;
  const left = course.available === null ? null : course.available - last.used;
  const summary = [
    left === null
      ? t('charts.burnDownFree', { name, used: formatShort(last.used) })
      : t('charts.burnDown', { name, left: formatShort(left), of: formatShort(course.available ?? 0) }),
    ...(course.runsOut === null || course.runsOut <= course.asOf
      ? []
      : [t('charts.runsOut', { day: formats.shortDay(course.runsOut) })]),
  ].join(' ');
  return (
    <ChartFigure
      summary={summary}
      legend={[
        { label: t(left === null ? 'charts.used' : 'charts.left'), fill: 'chart-fill-1' },
        ...(course.runsOut === null || course.runsOut <= course.asOf
          ? []
          : [{ label: t('charts.forecast'), fill: 'chart-fill-forecast' }]),
      ]}
    >
      <MarkedDrawing
        label={name}
        height={HEIGHT}
        draw={(width) => {
          const drawing = drawBurnDown(course, { width, height: HEIGHT });
          if (drawing === null) return { drawn: null, marks: [] };
          const inner = width - BURN_DOWN_ROOM.right;
          return {
            drawn: (
              <>
                {drawing.hours.map(({ minutes, y }) => (
                  <g key={minutes}>
                    <line className="chart-grid" x1={BURN_DOWN_ROOM.left} x2={inner} y1={y} y2={y} />
                    <text className="chart-words" x={BURN_DOWN_ROOM.left - 8} y={y + 4} textAnchor="end">
                      {formatShort(minutes)}
                    </text>
                  </g>
                ))}
                {drawing.days.map(({ date, x }) => (
                  <text key={date} className="chart-words" x={x} y={HEIGHT - 6} textAnchor="middle">
                    {formats.dayAndMonth(date)}
                  </text>
                ))}
                <path className="chart-area" d={drawing.area} />
                <line
                  className="chart-zero"
                  x1={BURN_DOWN_ROOM.left}
                  x2={inner}
                  y1={drawing.zero}
                  y2={drawing.zero}
                />
                <path className="chart-line" d={drawing.line} />
                {drawing.forecast !== null && (
                  <>
                    <line
                      className="chart-forecast"
                      x1={drawing.forecast.from.x}
                      y1={drawing.forecast.from.y}
                      x2={drawing.forecast.to.x}
                      y2={drawing.forecast.to.y}
                    />
                    {drawing.forecast.isReached && (
                      <circle
                        className="chart-end"
                        cx={drawing.forecast.to.x}
                        cy={drawing.forecast.to.y}
                        r={4}
                      />
                    )}
                  </>
                )}
              </>
            ),
            marks: drawing.marks.map((mark) => ({
              key: mark.date,
              label: t('charts.burnDownMark', {
                day: formats.shortDay(mark.date),
                used: formatShort(mark.used),
                left: mark.left === null ? '–' : formatShort(mark.left),
              }),
              x: mark.x - 5,
              y: mark.y - 5,
              width: 10,
              height: 10,
              title: formats.shortDay(mark.date),
              lines: [
                { label: t('charts.used'), value: formatShort(mark.used) },
                ...(mark.left === null ? [] : [{ label: t('charts.left'), value: formatShort(mark.left) }]),
              ],
            })),
          };
        }}
      />
    </ChartFigure>
  );
}
