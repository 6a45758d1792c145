import { useCallback, useRef, useState } from 'react';
import type { DevSessionDay } from '#shared/contract/dev-session-shapes.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { DayList } from './DayList.tsx';
import { DayTimeline } from './DayTimeline.tsx';
import { LitContext, createLit } from './lit.ts';
import { useMoves } from './use-moves.ts';

interface Props {
  readonly view: DayView;
  readonly now: number;
  /** Development sessions of the day and of its tickets; null: not known yet. */
  readonly work: DevSessionDay | null;
  /** Another day was asked for and is on its way. */
  readonly isBusy: boolean;
  /** … for longer than passes unnoticed. */
  readonly isLate: boolean;
}

const NONE: readonly never[] = [];

/** The day twice: on a clock and as a list. What is moved on one stands there on the other at once. */
export function DayBody({ view, now, work, isBusy, isLate }: Props) {
  const [openId, setOpenId] = useState<string | null>(null);
  const openNow = useRef<string | null>(null);
  const open = useCallback((id: string | null) => {
    openNow.current = id;
    setOpenId(id);
  }, []);
  const close = useCallback(
    (id: string) => {
      const isOpen = openNow.current === id;
      if (isOpen) open(null);
      return isOpen;
    },
    [open],
  );
  const [lit] = useState(createLit);
  const moves = useMoves(view);
  return (
    <LitContext value={lit}>
      <div className={`day day-${view.day.status}${isLate ? ' is-late' : ''}`} aria-busy={isBusy}>
        <DayTimeline
          view={moves.shown}
          sessions={work?.sessions ?? NONE}
          now={now}
          openId={openId}
          onOpen={open}
          moves={moves}
        />
        <DayList
          view={moves.shown}
          worked={work?.tickets ?? NONE}
          now={now}
          openId={openId}
          onOpen={open}
          onClose={close}
        />
      </div>
    </LitContext>
  );
}
