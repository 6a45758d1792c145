import { minuteTicks, scaleOf } from './scale.ts';

/** Time on something on a day. */
export interface DayPart {
  readonly date: string;
  /** Null: without a ticket. */
  readonly name: string | null;
  readonly minutes: number;
}

/** A layer of every day's stack: a thing with a colour of its own, all the rest, or time without a ticket. */
export interface Layer {
  readonly kind: 'named' | 'rest' | 'none';
  readonly name: string;
  readonly fill: string;
  readonly minutes: number;
}

export interface StackPiece {
  readonly layer: Layer;
  readonly minutes: number;
  readonly y: number;
  readonly height: number;
}

export interface StackDay {
  readonly date: string;
  readonly minutes: number;
  /** In minutes; 0: none. */
  readonly target: number;
  readonly x: number;
  readonly width: number;
  readonly pieces: readonly StackPiece[];
  /** Top of the stack; the baseline where there is nothing. */
  readonly top: number;
  /** Height of the target's line; null: the day has none. */
  readonly targetY: number | null;
}

export interface StackDrawing {
  readonly layers: readonly Layer[];
  readonly days: readonly StackDay[];
  readonly hours: readonly { readonly minutes: number; readonly y: number }[];
  readonly baseline: number;
}

/** Things with a colour of their own; more are not told apart by colour. */
export const COLOURED = 5;
export const STACK_ROOM = { top: 20, right: 4, bottom: 24, left: 44 } as const;
const WIDEST = 72;

/** The layers of all days together: the largest things, then the rest as one, then what has no ticket. */
export function layersOf(parts: readonly DayPart[]): readonly Layer[] {
  const sums = new Map<string | null, number>();
  for (const { name, minutes } of parts) sums.set(name, (sums.get(name) ?? 0) + minutes);
  const none = sums.get(null) ?? 0;
  sums.delete(null);
  const named = [...sums]
    .filter((pair): pair is [string, number] => pair[0] !== null && pair[1] > 0)
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  // One more thing instead of a rest of one would need a colour more; the rest of one says its name.
  const coloured = named.slice(0, COLOURED);
  const rest = named.slice(COLOURED);
  return [
    ...coloured.map(([name, minutes], at): Layer => ({
      kind: 'named',
      name,
      minutes,
      fill: `chart-fill-${at + 1}`,
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            kind: 'rest' as const,
            name: rest.length === 1 ? rest[0]![0] : '',
            minutes: rest.reduce((sum, [, minutes]) => sum + minutes, 0),
            fill: 'chart-fill-rest',
          },
        ]),
    ...(none > 0 ? [{ kind: 'none' as const, name: '', minutes: none, fill: 'chart-fill-none' }] : []),
  ];
}

/** Which layer time lies in; null where it counts for nothing. */
export function layerOf(layers: readonly Layer[], name: string | null): Layer | null {
  if (name === null) return layers.find(({ kind }) => kind === 'none') ?? null;
  return (
    layers.find((layer) => layer.kind === 'named' && layer.name === name) ??
    layers.find(({ kind }) => kind === 'rest') ??
    null
  );
}

interface Given {
  readonly parts: readonly DayPart[];
  /** Every day that is drawn, with time or without. */
  readonly dates: readonly string[];
  readonly targetOf: (date: string) => number;
}

/** Days as stacks beside each other, against what each should have. */
export function drawStack(
  { parts, dates, targetOf }: Given,
  { width, height }: { readonly width: number; readonly height: number },
): StackDrawing {
  const layers = layersOf(parts);
  const times = dates.map((date) => {
    const its = parts.filter((part) => part.date === date);
    return layers.map((layer) => ({
      layer,
      minutes: its
        .filter(({ name }) => layerOf(layers, name) === layer)
        .reduce((sum, { minutes }) => sum + minutes, 0),
    }));
  });
  const sums = times.map((its) => its.reduce((sum, { minutes }) => sum + minutes, 0));
  const most = Math.max(60, ...sums, ...dates.map(targetOf));
  const ticks = minuteTicks(0, most).filter((tick) => tick <= most);
  const baseline = height - STACK_ROOM.bottom;
  const y = scaleOf(0, most, baseline, STACK_ROOM.top);
  const slot = (width - STACK_ROOM.left - STACK_ROOM.right) / Math.max(1, dates.length);
  const column = Math.min(WIDEST, slot * 0.72);
  return {
    layers,
    baseline,
    hours: ticks.map((minutes) => ({ minutes, y: y(minutes) })),
    days: dates.map((date, at) => {
      let below = 0;
      const pieces = times[at]!.filter(({ minutes }) => minutes > 0).map(({ layer, minutes }) => {
        const top = y(below + minutes);
        const piece = { layer, minutes, y: top, height: y(below) - top };
        below += minutes;
        return piece;
      });
      const target = targetOf(date);
      return {
        date,
        minutes: sums[at]!,
        target,
        x: STACK_ROOM.left + at * slot + (slot - column) / 2,
        width: column,
        pieces,
        top: y(below),
        targetY: target > 0 ? y(target) : null,
      };
    }),
  };
}
