import { formatShort } from '#shared/values/minutes.ts';

interface Props {
  readonly hours: readonly { readonly minutes: number; readonly y: number }[];
  /** What is kept free beside the drawing, in pixels. */
  readonly room: { readonly left: number; readonly right: number };
  readonly width: number;
}

/** The lines that hours are read off, each with its name at the left. */
export function HourLines({ hours, room, width }: Props) {
  return hours.map(({ minutes, y }) => (
    <g key={minutes}>
      <line
        className={minutes === 0 ? 'chart-zero' : 'chart-grid'}
        x1={room.left}
        x2={width - room.right}
        y1={y}
        y2={y}
      />
      <text className="chart-words" x={room.left - 8} y={y + 4} textAnchor="end">
        {formatShort(minutes)}
      </text>
    </g>
  ));
}
