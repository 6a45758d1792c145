import type { Dice } from '../../values/dice.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { weekdayOf } from '../../values/local-day.ts';
import type { MadeUpMeeting, MadeUpTicket } from './company.ts';
import { LARGE, MEETINGS, SMALL } from './company.ts';

/** A stretch of a day in minutes after midnight, as the wall clock shows it. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Work on one ticket, without a break in it. */
export interface Block extends Part {
  readonly ticket: MadeUpTicket;
}

/** What really happened on a made-up day. */
export interface DayPlan {
  readonly date: LocalDay;
  /** At the machine. */
  readonly present: readonly Part[];
  readonly blocks: readonly Block[];
  readonly meetings: readonly (MadeUpMeeting & Part)[];
  /** Reading and thinking that leaves no trace: it becomes a gap. */
  readonly untold: readonly Part[];
}

/** What is left to be done, over all days. */
export interface Backlog {
  /** Which ticket a stretch of this many minutes goes to: one of the two larger ones at hand, or a smaller one. */
  take(minutes: number, kind: 'first' | 'second' | 'small'): MadeUpTicket;
}

export function backlogOf(): Backlog {
  const left = new Map([...LARGE, ...SMALL].map((ticket) => [ticket, ticket.hours * 60]));
  return {
    take(minutes, kind) {
      const list = kind === 'small' ? SMALL : LARGE;
      const open = list.filter((one) => left.get(one)! > 0);
      const ticket = (kind === 'second' ? open[1] : open[0]) ?? list.at(-1)!;
      left.set(ticket, left.get(ticket)! - minutes);
      return ticket;
    },
  };
}

export interface DayWish {
  readonly date: LocalDay;
  /** 0, 1 or 2: which of the three weeks. */
  readonly week: number;
  /** Is there a stretch that nothing tells of? */
  readonly hasGap: boolean;
}

/** A working day: meetings at their times, lunch, a short break or two, and work in between. */
export function planDay(dice: Dice, backlog: Backlog, wish: DayWish): DayPlan {
  const { between } = dice;
  const weekday = weekdayOf(wish.date);
  const begin = 8 * 60 + between(20, 58);
  const end = (weekday === 5 ? 16 * 60 + 25 : 17 * 60 + 10) + between(0, 35);
  const meetings = MEETINGS.filter(
    (one) => one.weekdays.includes(weekday) && (one.week === null || one.week === wish.week),
  ).map((one) => ({ ...one, to: one.from + one.minutes }));
  const attended = meetings.filter((one) => !one.declined);

  const lunchAt = 12 * 60 + between(5, 25);
  const lunch: Part = { from: lunchAt, to: lunchAt + between(38, 55) };
  const coffeeAt = weekday === 5 ? 10 * 60 + between(40, 55) : 16 * 60 + between(5, 25);
  const coffee: Part = { from: coffeeAt, to: coffeeAt + between(9, 14) };
  const away: Part[] = [lunch, coffee];
  const untold: Part[] = [];
  if (wish.hasGap) {
    const gap: Part = { from: lunch.to, to: lunch.to + between(52, 74) };
    untold.push(gap);
    // After it a walk to the kettle: what comes next does not reach back over it.
    away.push({ from: gap.to, to: gap.to + between(8, 11) });
  }
  const busy = [...away, ...attended, ...untold];
  const free = without([{ from: begin, to: end }], busy).filter((part) => part.to - part.from >= 12);
  const blocks = free.flatMap((part) => blocksOf(part, dice, backlog));
  return {
    date: wish.date,
    present: without(
      [{ from: begin, to: end }],
      [
        ...without(
          away,
          attended.filter((one) => !one.elsewhere),
        ),
        ...attended.filter((one) => one.elsewhere),
      ],
    ),
    blocks,
    meetings,
    untold: without(untold, attended),
  };
}

/** Long stretches have something small at one end now and then; afternoons often go to another ticket. */
function blocksOf(part: Part, dice: Dice, backlog: Backlog): Block[] {
  const length = part.to - part.from;
  const isAfternoon = part.from >= 12 * 60;
  const large = dice.happens(isAfternoon ? 0.6 : 0.15) ? 'second' : 'first';
  if (length < 75 || !dice.happens(0.55)) return [{ ...part, ticket: backlog.take(length, large) }];
  const small = dice.between(32, 55);
  const isFirst = dice.happens(0.5);
  const cut = isFirst ? part.from + small : part.to - small;
  const [one, other] = isFirst ? (['small', large] as const) : ([large, 'small'] as const);
  return [
    { from: part.from, to: cut, ticket: backlog.take(cut - part.from, one) },
    { from: cut, to: part.to, ticket: backlog.take(part.to - cut, other) },
  ];
}

/** The parts without what lies in `others`; sorted. */
export function without(parts: readonly Part[], others: readonly Part[]): Part[] {
  return others
    .reduce<Part[]>(
      (left, other) =>
        left.flatMap((part) =>
          other.to <= part.from || other.from >= part.to
            ? [part]
            : [
                { from: part.from, to: other.from },
                { from: other.to, to: part.to },
              ].filter((piece) => piece.to > piece.from),
        ),
      parts.map(({ from, to }) => ({ from, to })),
    )
    .sort((a, b) => a.from - b.from);
}
