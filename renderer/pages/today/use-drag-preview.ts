import { useCallback, useEffect, useRef } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import { clockOfDay } from './clock-words.ts';
import type { Span } from './drag-math.ts';
import { overlapsOf } from './moved-view.ts';
import { TOP_PX, pxOf } from './timeline-scale.ts';
import type { Held } from './use-clock-drag.ts';

/**
 * What is told while something is dragged: the times and the length, and striped what it lies on, with what becomes of
 * that. Written into the page by hand, on steps only.
 */
export function useDragPreview(view: DayView) {
  const { t } = useWords();
  const formats = useFormats();
  const label = useRef<HTMLDivElement>(null);
  const stripes = useRef<HTMLDivElement>(null);
  const latest = useRef({ view, t, formats });
  useEffect(() => {
    latest.current = { view, t, formats };
  });

  const preview = useCallback((held: Held, span: Span | null) => {
    const { view: day, t: say, formats: format } = latest.current;
    if (!label.current || !stripes.current) return;
    label.current.hidden = span === null;
    if (span === null) {
      stripes.current.replaceChildren();
      return;
    }
    const start = Date.parse(day.interval.startedAt);
    const clock = clockOfDay(day, format.clock);
    const own = held.kind === 'block' ? held.key.split(':', 1)[0]! : held.kind === 'placed' ? held.id : null;
    const under = overlapsOf(day, own, span);
    const words = under.map(({ ticket, ms, isTaken }) =>
      say(isTaken ? 'clock.takes' : 'clock.both', {
        time: formatShort(Math.round(ms / 60_000)),
        what: ticket ?? say('list.unallocated'),
      }),
    );
    const length = formatShort(Math.round((span.end - span.start) / 60_000));
    label.current.textContent = [`${clock(span.start)}–${clock(span.end)}`, length, ...words].join(' · ');
    label.current.style.transform = `translateY(${TOP_PX + pxOf(span.start - start)}px)`;
    stripes.current.replaceChildren(
      ...under.flatMap(({ parts, isTaken }) =>
        parts.map((part) => {
          const stripe = document.createElement('div');
          stripe.className = `drag-stripe${isTaken ? '' : ' drag-stripe-both'}`;
          stripe.style.transform = `translateY(${TOP_PX + pxOf(part.start - start)}px)`;
          stripe.style.height = `${Math.max(2, pxOf(part.end - part.start))}px`;
          return stripe;
        }),
      ),
    );
  }, []);
  return { preview, label, stripes };
}
