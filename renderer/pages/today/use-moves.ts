import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import type { Move } from './moved-view.ts';
import { overlapsOf, withMove } from './moved-view.ts';

/** Presses of a key that follow each other this quickly are one change, one step of undo. */
const REST_MS = 500;

export interface Moves {
  /** The day with what was moved where it was put, before the host has answered. */
  readonly shown: DayView;
  /** What happened last, for those who do not see it. */
  readonly told: string;
  /** Puts a stretch elsewhere. Refused, it goes back, and the person is told why. */
  readonly move: (move: Move) => void;
  /** The same, but more of it may follow at once: written when the keys rest. */
  readonly nudge: (move: Move) => void;
  /** Writes what rests at once: before something else is done. */
  readonly settle: () => Promise<void>;
}

/** Moves of a day: shown at once, written one after the other. */
export function useMoves(view: DayView): Moves {
  const { t } = useWords();
  const formats = useFormats();
  const [moves, setMoves] = useState<readonly Move[]>([]);
  const [told, setTold] = useState('');
  const shown = useMemo(() => moves.reduce(withMove, view), [view, moves]);
  const { mutateAsync } = useChange(client.entry.edit);
  const chain = useRef<Promise<void>>(Promise.resolve());
  const resting = useRef<{ move: Move; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(view);
  useEffect(() => {
    latest.current = shown;
  });

  const write = useCallback(
    (move: Move): Promise<void> => {
      const day = latest.current;
      const entry = day.day.entries.find(({ id }) => id === move.entry);
      const what = entry?.ticket ?? entry?.description ?? '';
      const taken = overlapsOf(day, move.entry, move.span).filter(({ isTaken }) => isTaken);
      const { start, end } = move.span;
      setTold(
        t('clock.moved', {
          what,
          times: formats.clockRange(start, end, day.zone),
          time: formatShort(Math.round((end - start) / 60_000)),
        }),
      );
      const go = async () => {
        try {
          await mutateAsync({
            id: move.entry,
            startedAt: new Date(start).toISOString(),
            endedAt: new Date(end).toISOString(),
            ...(move.stretch === null ? {} : { stretch: new Date(move.stretch).toISOString() }),
          });
          for (const { ticket, ms } of taken)
            say(
              t('clock.took', {
                time: formatShort(Math.round(ms / 60_000)),
                what: ticket ?? t('list.unallocated'),
                to: what,
              }),
            );
        } catch {
          // The person was told why; the block goes back.
          setTold('');
        } finally {
          setMoves((all) => all.filter((one) => one !== move));
        }
      };
      return (chain.current = chain.current.then(go));
    },
    [mutateAsync, t, formats],
  );

  const settle = useCallback((): Promise<void> => {
    if (resting.current === null) return chain.current;
    const { move, timer } = resting.current;
    clearTimeout(timer);
    resting.current = null;
    return write(move);
  }, [write]);
  const move = useCallback(
    (next: Move) => {
      void settle();
      setMoves((all) => [...all, next]);
      void write(next);
    },
    [settle, write],
  );
  const nudge = useCallback(
    (next: Move) => {
      const last = resting.current;
      // A block that still rests from the press before: where it began is where it began then.
      const follows =
        last !== null && last.move.entry === next.entry && last.move.span.start === next.stretch;
      if (last !== null && !follows) void settle();
      else if (last !== null) clearTimeout(last.timer);
      const whole: Move = follows ? { ...next, stretch: last.move.stretch } : next;
      setMoves((all) => [...all.filter((one) => !follows || one !== last.move), whole]);
      resting.current = { move: whole, timer: setTimeout(() => void settle(), REST_MS) };
    },
    [settle],
  );
  // Leaving the page writes what rests.
  useEffect(() => () => void settle(), [settle]);
  return { shown, told, move, nudge, settle };
}
