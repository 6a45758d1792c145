import { useCallback, useEffect, useRef } from 'react';
import { blockKeyOf } from './block-key.ts';
import { STEP_MS, snap } from './drag-math.ts';
import { TOP_PX, instantAt, pxOf } from './timeline-scale.ts';
import type { EntryBlock } from './timeline-layout.ts';

/** Where the pointer is on a block: where it would be split. */
export interface Cut {
  readonly block: EntryBlock;
  /** Epoch ms, on the grid. */
  readonly at: number;
}

/**
 * A thin line under the pointer, with its time, over a block: where a split would fall. Drawn by hand, on steps only.
 * @returns handlers for the lane, and where the pointer is.
 */
export function useCutLine(
  lane: React.RefObject<HTMLElement | null>,
  blocks: readonly EntryBlock[],
  dayStart: number,
  clock: (at: number) => string,
) {
  const line = useRef<HTMLDivElement>(null);
  const cut = useRef<Cut | null>(null);
  const latest = useRef({ blocks, dayStart, clock });
  useEffect(() => {
    latest.current = { blocks, dayStart, clock };
  });
  const show = useCallback((next: Cut | null) => {
    const was = cut.current;
    cut.current = next;
    if (!line.current || (was?.at === next?.at && was?.block.key === next?.block.key)) return;
    line.current.hidden = next === null;
    if (next === null) return;
    const { dayStart: start, clock: say } = latest.current;
    const { column, columns } = next.block;
    line.current.style.transform = `translateY(${TOP_PX + pxOf(next.at - start)}px)`;
    line.current.style.left = `${(column / columns) * 100}%`;
    line.current.style.width = `${100 / columns}%`;
    line.current.dataset['time'] = say(next.at);
  }, []);
  const onPointerMove = useCallback(
    (event: React.PointerEvent) => {
      const sheet = lane.current;
      if (!sheet) return;
      const key = blockKeyOf(event.target);
      const { blocks: all, dayStart: start } = latest.current;
      const block = sheet.dataset['dragging'] !== undefined ? undefined : all.find((one) => one.key === key);
      if (!block) return show(null);
      const raw = instantAt(event.clientY - sheet.getBoundingClientRect().top, start);
      const at = snap(raw, { day: { start, end: Infinity }, edges: [], step: STEP_MS });
      show(at > block.span.start && at < block.span.end ? { block, at } : null);
    },
    [lane, show],
  );
  const onPointerLeave = useCallback(() => show(null), [show]);
  return { line, cut, onPointerMove, onPointerLeave };
}
