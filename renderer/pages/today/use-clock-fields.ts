import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DayView, EntryShape } from '#shared/contract/shapes.ts';
import { formatClock } from '#shared/values/local-day.ts';
import { instant } from '#shared/values/instant.ts';
import { readClock } from './read-clock.ts';

/** The times of an entry as two fields. */
export interface ClockFields {
  /** False: it has several stretches, which are moved on the clock. */
  readonly isShown: boolean;
  readonly from: string;
  readonly to: string;
  readonly setFrom: (text: string) => void;
  readonly setTo: (text: string) => void;
  /** What is wrong, under its field; null: nothing. */
  readonly fromProblem: string | null;
  readonly toProblem: string | null;
  /** What is to be written: nothing where they are as they were. */
  readonly patch: { startedAt?: string; endedAt?: string };
}

/** Start and end as typed; read for the day and the zone of the entry. */
export function useClockFields(entry: EntryShape, view: DayView): ClockFields {
  const { t } = useWords();
  const { zone } = view;
  const spans = view.details[entry.id]?.spans ?? [];
  const start = spans[0] ? Date.parse(spans[0].startedAt) : null;
  const end = spans[0] ? Date.parse(spans[0].endedAt) : null;
  const clock = (at: number | null) => (at === null ? '' : formatClock(instant(at), zone));
  // What ends at midnight says so: 00:00 would be the start of the day.
  const isMidnight = spans[0]?.endedAt === view.interval.endedAt;
  const was = { from: clock(start), to: isMidnight ? '24:00' : clock(end) };
  const [from, setFrom] = useState(was.from);
  const [to, setTo] = useState(was.to);
  const isSame = from.trim() === was.from && to.trim() === was.to;
  const startedAt = from.trim() === was.from ? start : readClock(from, view.day.date, zone, start);
  const endedAt = to.trim() === was.to ? end : readClock(to, view.day.date, zone, end);
  const isEmpty = from.trim() === '' && to.trim() === '' && start === null;
  const badClock = (at: number | null) => (at === null && !isSame && !isEmpty ? t('clock.badClock') : null);
  const isTurned = startedAt !== null && endedAt !== null && endedAt <= startedAt;
  return {
    isShown: spans.length <= 1,
    from,
    to,
    setFrom,
    setTo,
    fromProblem: badClock(startedAt),
    toProblem: badClock(endedAt) ?? (isTurned ? t('clock.notInOrder') : null),
    patch:
      isSame || isEmpty || startedAt === null || endedAt === null
        ? {}
        : { startedAt: new Date(startedAt).toISOString(), endedAt: new Date(endedAt).toISOString() },
  };
}
