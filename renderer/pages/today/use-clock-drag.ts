import { useCallback, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Grip, Span } from './drag-math.ts';
import { FINE_STEP_MS, STEP_MS, dragged, drawn, placed } from './drag-math.ts';
import { instantAt, msOf, place, pxOf } from './timeline-scale.ts';
import { WANDER_PX, isFinger, useTouchGuard, waitForHold } from './touch-hold.ts';

/** What is dragged: a block by one of its grips, a new stretch, or something that has only a length yet. */
export type Held =
  | { readonly kind: 'block'; readonly key: string; readonly grip: Grip; readonly from: Span }
  | { readonly kind: 'new' }
  | { readonly kind: 'placed'; readonly id: string; readonly length: number };

export interface ClockDragWishes {
  readonly day: Span;
  /** Edges that the pointer may catch. */
  readonly edges: (held: Held) => readonly number[];
  /** Draws what the stretch would be: its words, and what it lies on. Null: the drag is over. */
  readonly preview: (held: Held, span: Span | null) => void;
  readonly onDrop: (held: Held, span: Span) => void;
  /** Pressed and let go on an empty stretch. */
  readonly onPress?: (at: number, target: Element) => void;
  /** A finger rested on a block and let it go where it was: what else can be done with it? */
  readonly onRest?: (key: string, x: number, y: number) => void;
}

/** A press that wanders less than this is no drag. */
const SLACK_PX = 4;
/** Near the rim of the scroller it scrolls along, faster the nearer. */
const RIM_PX = 36;
/** What a resting finger draws before it moves. */
const RESTED_MS = 30 * 60_000;

interface Places {
  readonly lane: React.RefObject<HTMLElement | null>;
  readonly scroller: React.RefObject<HTMLElement | null>;
  /** Stands in for what is not there yet. */
  readonly ghost: React.RefObject<HTMLElement | null>;
}

/**
 * Dragging on the clock. While it lasts nothing is drawn by React: the one element that is held gets a transform and a
 * height, on whole steps only. Escape takes it back. A mouse and a pen drag by moving; a finger rests first, for one
 * that moves at once scrolls.
 */
export function useClockDrag({ lane, scroller, ghost }: Places, wishes: ClockDragWishes) {
  const latest = useRef(wishes);
  useEffect(() => {
    latest.current = wishes;
  });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const guard = useTouchGuard(scroller);

  return useCallback(
    (press: React.PointerEvent, held: Held) => {
      const sheet = lane.current;
      const view = scroller.current;
      if (!sheet || !view || press.button !== 0 || !press.isPrimary) return;
      stop.current?.();
      const byFinger = isFinger(press);
      // A pen is as sure as a mouse: it does not scroll here.
      if (press.pointerType === 'pen') guard.hold();
      const target = press.target instanceof Element ? press.target : sheet;
      const block =
        held.kind === 'block'
          ? sheet.querySelector<HTMLElement>(`[data-block="${CSS.escape(held.key)}"]`)
          : null;
      const element = block ?? ghost.current;
      const from = { x: press.clientX, y: press.clientY, scroll: view.scrollTop };
      let pointer = { x: from.x, y: from.y, fine: press.altKey };
      let span: Span | null = null;
      let isDragging = false;
      let hasMoved = false;
      let frame = 0;

      const instantOf = (y: number) =>
        instantAt(y - sheet.getBoundingClientRect().top, latest.current.day.start);
      const anchor = instantOf(from.y);
      const spanNow = (): Span | null => {
        const { day, edges } = latest.current;
        const step = pointer.fine ? FINE_STEP_MS : STEP_MS;
        const bounds = { day, edges: pointer.fine ? [] : edges(held), step };
        if (held.kind === 'block') {
          const delta = msOf(pointer.y - from.y + view.scrollTop - from.scroll);
          return dragged(held.grip, held.from, delta, bounds);
        }
        if (held.kind === 'new')
          return byFinger && !hasMoved
            ? placed(anchor, RESTED_MS, bounds)
            : drawn(anchor, instantOf(pointer.y), bounds);
        const { left, right } = sheet.getBoundingClientRect();
        return pointer.x < left || pointer.x > right
          ? null
          : placed(instantOf(pointer.y), held.length, bounds);
      };
      const draw = () => {
        const next = spanNow();
        if (next?.start === span?.start && next?.end === span?.end) return;
        span = next;
        latest.current.preview(held, span);
        if (!element) return;
        if (span === null) {
          element.dataset['held'] = 'off';
          return;
        }
        const { day } = latest.current;
        const height = Math.max(3, pxOf(span.end - span.start));
        const shift =
          held.kind === 'block' ? pxOf(span.start - held.from.start) : pxOf(span.start - day.start);
        element.dataset['held'] = 'on';
        element.style.transform = `translateY(${shift}px)`;
        if (held.kind !== 'block' || held.grip !== 'move') element.style.height = `${height}px`;
      };
      let rim = { top: 0, bottom: 0 };
      // What comes from outside passes the rim on its way in: that is no wish to scroll.
      let isIn = held.kind !== 'placed';
      const scrollAlong = () => {
        isIn ||= pointer.y > rim.top + RIM_PX && pointer.y < rim.bottom - RIM_PX;
        const by = !isIn
          ? 0
          : pointer.y < rim.top + RIM_PX
            ? pointer.y - rim.top - RIM_PX
            : pointer.y > rim.bottom - RIM_PX
              ? pointer.y - rim.bottom + RIM_PX
              : 0;
        if (by !== 0) {
          view.scrollTop += Math.max(-12, Math.min(12, by / 3));
          draw();
        }
        frame = requestAnimationFrame(scrollAlong);
      };
      const begin = () => {
        isDragging = true;
        rim = view.getBoundingClientRect();
        // What the pointer passes over is not told that it does, and draws nothing anew.
        (block ?? sheet).setPointerCapture(press.pointerId);
        sheet.dataset['dragging'] = held.kind === 'block' ? held.grip : 'new';
        frame = requestAnimationFrame(scrollAlong);
      };
      const onMove = (event: PointerEvent) => {
        if (event.pointerId !== press.pointerId) return;
        pointer = { x: event.clientX, y: event.clientY, fine: event.altKey };
        if (!isDragging && byFinger) return rest?.moved(pointer.x, pointer.y) ? undefined : onCancel();
        hasMoved ||= Math.hypot(pointer.x - from.x, pointer.y - from.y) >= (byFinger ? WANDER_PX : SLACK_PX);
        if (!hasMoved) return;
        if (!isDragging) begin();
        draw();
      };
      // The browser has drags of its own, of links and marked text: not here.
      const onDragStart = (event: DragEvent) => event.preventDefault();
      // A page that is busy hears of the machine's own answer to a finger that rests before its own clock strikes.
      const onMenu = (event: Event) => {
        if (isDragging || rest === null) return;
        event.preventDefault();
        event.stopPropagation();
        rest.rests();
      };
      const onScroll = () => isDragging && draw();
      const end = () => {
        stop.current = null;
        rest?.stop();
        cancelAnimationFrame(frame);
        window.removeEventListener('pointermove', onMove);
        window.removeEventListener('pointerup', onUp);
        window.removeEventListener('pointercancel', onCancel);
        window.removeEventListener('keydown', onKey, true);
        window.removeEventListener('blur', onCancel);
        window.removeEventListener('dragstart', onDragStart);
        window.removeEventListener('contextmenu', onMenu, true);
        view.removeEventListener('scroll', onScroll);
        delete sheet.dataset['dragging'];
        latest.current.preview(held, null);
      };
      /** Gives the element back to React as React left it. */
      const release = (height: string) => {
        if (!element) return;
        element.style.transform = '';
        element.style.height = height;
        delete element.dataset['held'];
      };
      const was = element?.style.height ?? '';
      const onCancel = () => {
        end();
        release(was);
        if (isDragging) swallowClick();
      };
      const onUp = (event: PointerEvent) => {
        if (event.pointerId !== press.pointerId) return;
        const dropped = span;
        end();
        if (!isDragging) {
          release(was);
          if (held.kind !== 'new') return;
          guard.keepClick();
          latest.current.onPress?.(anchor, target);
          return;
        }
        swallowClick();
        guard.keepClick();
        if (byFinger && !hasMoved && held.kind === 'block') {
          release(was);
          latest.current.onRest?.(held.key, from.x, from.y);
          return;
        }
        const moved =
          dropped !== null &&
          !(held.kind === 'block' && dropped.start === held.from.start && dropped.end === held.from.end);
        if (moved) flushSync(() => latest.current.onDrop(held, dropped));
        const settled =
          block && moved
            ? `${place({ from: 0, to: (dropped.end - dropped.start) / 3_600_000 }).height}px`
            : was;
        release(settled);
      };
      const onKey = (event: KeyboardEvent) => {
        if (event.key === 'Alt') {
          pointer = { ...pointer, fine: true };
          event.preventDefault();
          if (isDragging) draw();
          return;
        }
        if (event.key !== 'Escape' || !isDragging) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      };
      window.addEventListener('pointermove', onMove);
      window.addEventListener('pointerup', onUp);
      window.addEventListener('pointercancel', onCancel);
      window.addEventListener('keydown', onKey, true);
      window.addEventListener('blur', onCancel);
      window.addEventListener('dragstart', onDragStart);
      window.addEventListener('contextmenu', onMenu, true);
      view.addEventListener('scroll', onScroll);
      stop.current = onCancel;
      const rest = byFinger
        ? waitForHold(from, () => {
            guard.hold();
            navigator.vibrate?.(10);
            begin();
            draw();
          })
        : null;
    },
    [lane, scroller, ghost, guard],
  );
}

/** The click that the browser makes of letting go is none of the person's. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  // No click comes where the pointer was let go over something else.
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
