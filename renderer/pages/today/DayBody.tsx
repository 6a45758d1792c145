import { useState } from 'react';
import type { DayView } from '#shared/contract/shapes.ts';
import { DayList } from './DayList.tsx';
import { DayTimeline } from './DayTimeline.tsx';
import { LitContext, createLit } from './lit.ts';
import { useMoves } from './use-moves.ts';

interface Props {
  readonly view: DayView;
  readonly now: number;
  /** Another day is on its way. */
  /** Another day was asked for and is on its way. */
  readonly isBusy: boolean;
  /** … for longer than passes unnoticed. */
  readonly isLate: boolean;
}

/** The day twice: on a clock and as a list. What is moved on one stands there on the other at once. */
export function DayBody({ view, now, isBusy, isLate }: Props) {
  const [openId, setOpenId] = useState<string | null>(null);
  const [lit] = useState(createLit);
  const moves = useMoves(view);
  return (
    <LitContext value={lit}>
      <div className={`day day-${view.day.status}${isLate ? ' is-late' : ''}`} aria-busy={isBusy}>
        <DayTimeline view={moves.shown} now={now} openId={openId} onOpen={setOpenId} moves={moves} />
        <DayList view={moves.shown} now={now} openId={openId} onOpen={setOpenId} />
      </div>
    </LitContext>
  );
}
