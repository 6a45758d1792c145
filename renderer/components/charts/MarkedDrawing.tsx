import { useElementSize } from '@mantine/hooks';
import { useRef, useState, type ReactNode } from 'react';

/** A part of a drawing that can be pointed at, reached by the arrow keys, and read. */
export interface Mark {
  readonly key: string;
  /** All of it in words, for whoever does not see the drawing. */
  readonly label: string;
  /** Where it is pointed at. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly lines: readonly MarkLine[];
}

export interface MarkLine {
  readonly label: string;
  readonly value: string;
  readonly fill?: string;
}

interface Props {
  /** What all of it is called. */
  readonly label: string;
  readonly height: number;
  readonly draw: (width: number) => { readonly drawn: ReactNode; readonly marks: readonly Mark[] };
}

/** Pixels that a tip takes at most; it turns round before it leaves the drawing. */
const TIP_WIDTH = 260;
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * A drawing as wide as its place. It is one stop of the Tab key; the arrows walk its marks, and what is pointed at or
 * has the focus tells its numbers.
 */
export function MarkedDrawing({ label, height, draw }: Props) {
  const { ref, width } = useElementSize();
  const [current, setCurrent] = useState(0);
  const [told, setTold] = useState<string | null>(null);
  const targets = useRef(new Map<string, SVGRectElement>());
  const { drawn, marks } = width > 0 ? draw(width) : { drawn: null, marks: [] };
  const stop = Math.min(current, marks.length - 1);
  const tip = marks.find(({ key }) => key === told) ?? null;

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') return setTold(null);
    const step = STEPS[event.key];
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? marks.length - 1
          : step === undefined
            ? null
            : Math.min(marks.length - 1, Math.max(0, stop + step));
    const mark = next === null ? undefined : marks[next];
    if (next === null || mark === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setCurrent(next);
    targets.current.get(mark.key)?.focus();
  };

  return (
    <div className="chart-drawing" ref={ref} style={{ height }} onMouseLeave={() => setTold(null)}>
      <svg
        width={width}
        height={height}
        // On paper it is as wide as the sheet.
        viewBox={`0 0 ${Math.max(width, 1)} ${height}`}
        role="group"
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        <g aria-hidden>{drawn}</g>
        {marks.map((mark, at) => (
          <rect
            key={mark.key}
            ref={(element) => {
              if (element === null) targets.current.delete(mark.key);
              else targets.current.set(mark.key, element);
            }}
            className="chart-mark"
            role="img"
            aria-label={mark.label}
            tabIndex={at === stop ? 0 : -1}
            data-own-arrows
            x={mark.x}
            y={mark.y}
            width={mark.width}
            height={mark.height}
            rx={4}
            onFocus={() => {
              setCurrent(at);
              setTold(mark.key);
            }}
            onBlur={() => setTold(null)}
            onMouseEnter={() => setTold(mark.key)}
          />
        ))}
      </svg>
      {tip !== null && (
        <div className="chart-tip" aria-hidden style={placeOf(tip, width)}>
          <b>{tip.title}</b>
          {tip.lines.map((line) => (
            <span key={line.label} className="chart-tip-line">
              {line.fill !== undefined && <span className={`chart-swatch ${line.fill}`} />}
              <span className="chart-tip-label">{line.label}</span>
              <span className="num">{line.value}</span>
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

/** Beside the mark: at its right, or at its left where the right has no room. */
function placeOf({ x, width: markWidth, y }: Mark, width: number): React.CSSProperties {
  const right = x + markWidth + 8;
  const top = Math.max(0, y);
  if (right + TIP_WIDTH <= width) return { left: right, top };
  const left = x - 8;
  return left >= TIP_WIDTH ? { right: width - left, top } : { right: 0, top };
}
