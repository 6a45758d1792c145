import { useCallback, useEffect, useRef } from 'react';
import type { ActionId } from '#shared/settings/shortcuts.ts';
import { rowActionOf } from '../../hooks/shortcuts.ts';
import { blockKeyOf } from './block-key.ts';
import type { Grip } from './drag-math.ts';
import { STEP_MS } from './drag-math.ts';
import type { EntryBlock } from './timeline-layout.ts';

/** What a key moves, and by how much. */
const STEPS: Readonly<Partial<Record<ActionId, readonly [Grip, number]>>> = {
  moveEarlier: ['move', -STEP_MS],
  moveLater: ['move', STEP_MS],
  startEarlier: ['start', -STEP_MS],
  startLater: ['start', STEP_MS],
  endEarlier: ['end', -STEP_MS],
  endLater: ['end', STEP_MS],
};

/** What keys on a focused block ask for. */
export interface BlockKeyWishes {
  readonly blocks: readonly EntryBlock[];
  readonly nudge: (block: EntryBlock, grip: Grip, by: number) => void;
  readonly split: (block: EntryBlock) => void;
  readonly mergeNext: (block: EntryBlock) => void;
  readonly remove: (block: EntryBlock) => void;
  readonly chooseTicket: (block: EntryBlock) => void;
  readonly focus: (key: string) => void;
}

/** The keyboard on the clock: arrows from block to block, the person's own keys for what is done to one. */
export function useBlockKeys(lane: React.RefObject<HTMLElement | null>, wishes: BlockKeyWishes) {
  const latest = useRef(wishes);
  useEffect(() => {
    latest.current = wishes;
  });
  return useCallback(
    (event: React.KeyboardEvent) => {
      // What is typed into something that hangs on a block bubbles here too.
      if (!(event.target instanceof Node) || !lane.current?.contains(event.target)) return;
      const { blocks, ...wish } = latest.current;
      const key = blockKeyOf(event.target);
      const at = blocks.findIndex((one) => one.key === key);
      const block = blocks[at];
      if (!block) return;
      const action = rowActionOf(event);
      const step = action === null ? undefined : STEPS[action];
      const go = (index: number) => {
        const next = blocks[Math.min(blocks.length - 1, Math.max(0, index))];
        if (next) wish.focus(next.key);
      };
      if (step) wish.nudge(block, ...step);
      else if (action === 'splitEntry') wish.split(block);
      else if (action === 'mergeEntry') wish.mergeNext(block);
      else if (action === 'deleteEntry') wish.remove(block);
      else if (action === 'chooseTicket') wish.chooseTicket(block);
      else if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') go(at + 1);
      else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') go(at - 1);
      else if (event.key === 'Home') go(0);
      else if (event.key === 'End') go(blocks.length - 1);
      else return;
      event.preventDefault();
    },
    [lane],
  );
}
