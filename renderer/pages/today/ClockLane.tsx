import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { TicketPopover } from '../../components/TicketPicker.tsx';
import { say } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { ClockGaps } from './ClockGaps.tsx';
import { EntryBlock } from './EntryBlock.tsx';
import { EntryMenu } from './EntryMenu.tsx';
import { NewEntry } from './NewEntry.tsx';
import { blockKeyOf } from './block-key.ts';
import { clockOfDay } from './clock-words.ts';
import type { Span } from './drag-math.ts';
import { nudged } from './drag-math.ts';
import type { EntryBlock as Block, TimelineLayout } from './timeline-layout.ts';
import { TOP_PX, place, pxOf } from './timeline-scale.ts';
import { gripOfFinger, isFinger } from './touch-hold.ts';
import { middleOf, nextBlock, useBlockActions } from './use-block-actions.ts';
import { useBlockKeys } from './use-block-keys.ts';
import type { Held } from './use-clock-drag.ts';
import { useClockDrag } from './use-clock-drag.ts';
import { useCutLine } from './use-cut-line.ts';
import { useDragPreview } from './use-drag-preview.ts';
import { useKeyOnHover } from './use-key-on-hover.ts';
import type { Moves } from './use-moves.ts';

interface Props {
  readonly view: DayView;
  readonly layout: TimelineLayout;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly moves: Moves;
  readonly scroller: React.RefObject<HTMLElement | null>;
  /** Hands out how something without a time of day is dragged onto the clock. */
  readonly hold: React.RefObject<((press: React.PointerEvent, held: Held) => void) | null>;
}

/** What hangs on a block: its menu, or the search for its ticket; where, in pixels of the lane. */
interface Hanging {
  readonly what: 'menu' | 'ticket';
  readonly key: string;
  readonly at: number | null;
  readonly x: number;
  readonly y: number;
}

/** The entries on the clock: dragged, resized, split, merged; drawn where nothing is. By keyboard as by pointer. */
export function ClockLane({ view, layout, openId, onOpen, moves, scroller, hold }: Props) {
  const { t } = useWords();
  const formats = useFormats();
  const lane = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const [hanging, setHanging] = useState<Hanging | null>(null);
  const [fresh, setFresh] = useState<Span | null>(null);
  const isFixed = view.day.status === 'submitted';
  const { blocks } = layout;
  const day = useMemo(
    () => ({ start: Date.parse(view.interval.startedAt), end: Date.parse(view.interval.endedAt) }),
    [view.interval.startedAt, view.interval.endedAt],
  );
  const clock = useMemo(() => clockOfDay(view, formats.clock), [view, formats]);
  const blockAt = (key: string | null) => blocks.find((block) => block.key === key);

  // A block that is not drawn yet gets the focus with the drawing that brings it.
  const wanted = useRef<string | null>(null);
  const focus = useCallback((key: string) => {
    const there = lane.current?.querySelector<HTMLElement>(`[data-block="${CSS.escape(key)}"] button`);
    wanted.current = there ? null : key;
    there?.focus();
  }, []);
  // What took a moment gives the focus back where it was lost; whoever went on meanwhile keeps it.
  const refocus = useCallback(
    (key: string) => {
      wanted.current = null;
      if (document.activeElement === document.body) focus(key);
    },
    [focus],
  );
  useEffect(() => {
    if (wanted.current !== null) refocus(wanted.current);
  }, [blocks, refocus]);
  const actions = useBlockActions(view, moves, refocus);
  const cutLine = useCutLine(lane, isFixed ? [] : blocks, day.start, clock);
  const { preview, label, stripes } = useDragPreview(view);

  const drag = useClockDrag(
    { lane, scroller, ghost },
    {
      day,
      edges: (held) =>
        [...blocks, ...layout.gaps.map(spanOfGap)].flatMap((thing) =>
          'key' in thing && held.kind === 'block' && thing.key === held.key
            ? []
            : [thing.span.start, thing.span.end],
        ),
      preview,
      onDrop: (held, span) => {
        if (held.kind === 'new') return setFresh(span);
        const stretch = held.kind === 'block' ? held.from.start : null;
        const entry = held.kind === 'block' ? blockAt(held.key)?.entry.id : held.id;
        if (entry !== undefined) moves.move({ entry, stretch, span });
        if (held.kind === 'block') focus(held.key);
      },
      onPress: (_at, target) => {
        const gap = target.closest('[data-gap]')?.getAttribute('data-gap');
        const found = layout.gaps.find(({ gap: one }) => one.startedAt === gap);
        setFresh(found ? spanOfGap(found).span : null);
      },
      onRest: (key, x, y) => {
        const rect = lane.current?.getBoundingClientRect();
        const block = blockAt(key);
        if (rect && block) hang('menu', block, x - rect.left, y - rect.top);
      },
    },
  );
  useEffect(() => {
    hold.current = isFixed ? null : drag;
  }, [hold, drag, isFixed]);

  const onPointerDown = (event: React.PointerEvent) => {
    if (!(event.target instanceof Element) || !lane.current?.contains(event.target)) return;
    if (event.target.closest('[data-more]')) return;
    const key = blockKeyOf(event.target);
    const block = blockAt(key);
    if (isFixed) return;
    if (!block) {
      // No text is marked, and no focus taken, while something is drawn.
      event.preventDefault();
      return drag(event, { kind: 'new' });
    }
    const box = event.target.closest('[data-block]')?.getBoundingClientRect();
    const grip =
      isFinger(event) && box ? gripOfFinger(event.clientY, box) : event.target.getAttribute('data-grip');
    drag(event, {
      kind: 'block',
      key: block.key,
      grip: grip === 'start' || grip === 'end' ? grip : 'move',
      from: block.span,
    });
  };
  const hang = (what: Hanging['what'], block: Block, x?: number, y?: number) =>
    setHanging({
      what,
      key: block.key,
      at: cutLine.cut.current?.block.key === block.key ? cutLine.cut.current.at : null,
      x: x ?? 24,
      y: y ?? TOP_PX + pxOf(block.span.start - day.start) + 20,
    });
  const openMenu = (event: React.MouseEvent) => {
    if (!(event.target instanceof Element) || !lane.current?.contains(event.target)) return;
    const key = blockKeyOf(event.target);
    const block = blockAt(key);
    if (!block) return;
    event.preventDefault();
    const rect = lane.current.getBoundingClientRect();
    // The menu key tells no place: then it opens at the block.
    const isAtPointer = event.clientY >= rect.top && event.button === 2;
    hang('menu', block, ...(isAtPointer ? [event.clientX - rect.left, event.clientY - rect.top] : []));
  };
  const onClick = (event: React.MouseEvent) => {
    if (!(event.target instanceof Element) || !lane.current?.contains(event.target)) return;
    if (event.target.closest('[data-more]')) return openMenu(event);
    const key = blockKeyOf(event.target);
    const block = blockAt(key);
    if (block) onOpen(block.entry.id);
  };
  const split = (block: Block) => {
    const cut = cutLine.cut.current;
    actions.split(block, cut?.block.key === block.key ? cut.at : middleOf(block));
  };
  const remove = (block: Block) => {
    const at = blocks.indexOf(block);
    const next =
      blocks.find(({ entry }, index) => index > at && entry.id !== block.entry.id) ?? blocks[at - 1];
    if (next) focus(next.key);
    actions.remove(block);
  };
  const refuse = () => say(t('clock.submitted'));
  const onKeyDown = useBlockKeys(lane, {
    blocks,
    focus,
    nudge: (block, grip, by) => {
      if (isFixed) return refuse();
      const span = nudged(grip, block.span, by, day);
      if (span.start === block.span.start && span.end === block.span.end) return;
      moves.nudge({ entry: block.entry.id, stretch: block.span.start, span });
    },
    split: (block) => (isFixed ? refuse() : split(block)),
    mergeNext: (block) => (isFixed ? refuse() : actions.mergeNext(block, nextBlock(blocks, block))),
    remove: (block) => (isFixed ? refuse() : remove(block)),
    chooseTicket: (block) => (isFixed ? refuse() : hang('ticket', block)),
  });
  useKeyOnHover(lane, () => {
    const cut = cutLine.cut.current;
    if (cut) actions.split(cut.block, cut.at);
  });

  const hung = hanging === null ? undefined : blockAt(hanging.key);
  const isStopThere = blocks.some(({ key }) => key === stop);
  return (
    <div
      ref={lane}
      className={`lane-wide${isFixed ? ' is-fixed' : ''}`}
      role="group"
      aria-label={t('clock.blocks')}
      aria-describedby="clock-keys"
      data-own-arrows
      onPointerDown={onPointerDown}
      onPointerMove={cutLine.onPointerMove}
      onPointerLeave={cutLine.onPointerLeave}
      onContextMenu={openMenu}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const key = blockKeyOf(event.target);
        if (key !== null) setStop(key);
      }}
    >
      <span id="clock-keys" className="sr-only">
        {t('clock.keys')}
      </span>
      <ClockGaps gaps={layout.gaps} settled={layout.settled} zone={view.zone} />
      {blocks.map((block, index) => (
        <EntryBlock
          key={block.key}
          block={block}
          times={`${clock(block.span.start)}–${clock(block.span.end)}`}
          isOpen={openId === block.entry.id}
          isStop={isStopThere ? block.key === stop : index === 0}
          isFixed={isFixed}
        />
      ))}
      <div ref={cutLine.line} className="cut-line" hidden aria-hidden />
      <div ref={stripes} aria-hidden />
      <div ref={ghost} className="drag-ghost" style={{ top: TOP_PX }} aria-hidden />
      <div ref={label} className="drag-label num" hidden aria-hidden />
      {fresh && (
        <NewEntry
          key={`${fresh.start} ${fresh.end}`}
          span={fresh}
          times={`${clock(fresh.start)}–${clock(fresh.end)}`}
          view={view}
          style={place({ from: hourOf(fresh.start, day), to: hourOf(fresh.end, day) })}
          onClose={(id) => {
            setFresh(null);
            if (id !== null) focus(`${id}:0`);
          }}
        />
      )}
      {hung && hanging?.what === 'menu' && (
        <EntryMenu
          block={hung}
          at={hanging.at ?? middleOf(hung)}
          x={hanging.x}
          y={hanging.y}
          blocks={blocks}
          isFixed={isFixed}
          clock={clock}
          onClose={(isDone) => {
            setHanging(null);
            if (!isDone) focus(hung.key);
          }}
          split={(at) => actions.split(hung, at)}
          merge={(next) => actions.mergeNext(hung, next)}
          chooseTicket={() => hang('ticket', hung, hanging.x, hanging.y)}
          remove={() => remove(hung)}
          open={() => onOpen(hung.entry.id)}
        />
      )}
      {hung && hanging?.what === 'ticket' && (
        <TicketPopover
          value={hung.entry.ticket}
          label={t('clock.changeTicket')}
          onClose={() => {
            setHanging(null);
            focus(hung.key);
          }}
          onChoose={(ticket) => actions.changeTicket(hung, ticket)}
        >
          <span className="clock-anchor" style={{ left: hanging.x, top: hanging.y }} aria-hidden />
        </TicketPopover>
      )}
    </div>
  );
}

const spanOfGap = ({ gap }: TimelineLayout['gaps'][number]) => ({
  span: { start: Date.parse(gap.startedAt), end: Date.parse(gap.endedAt) },
});

const hourOf = (at: number, day: Span) => (at - day.start) / 3_600_000;
