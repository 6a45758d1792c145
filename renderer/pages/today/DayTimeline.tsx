import { ActionIcon } from '@mantine/core';
import { IconClockHour4, IconTable } from '@tabler/icons-react';
import { use, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Hint } from '../../components/Hint.tsx';
import { useWords } from '../../words/use-words.ts';
import type { DevSessionDay } from '#shared/contract/dev-session-shapes.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { useIsPainted } from '../../hooks/first-paint.ts';
import { useFormats } from '../../hooks/formats.ts';
import { ClockGround } from './ClockGround.tsx';
import { ClockLane } from './ClockLane.tsx';
import { ClockShelf } from './ClockShelf.tsx';
import { EvidenceLanes } from './EvidenceLanes.tsx';
import { LazyDevLane } from './LazyDev.tsx';
import { TimelineTable } from './TimelineTable.tsx';
import { WhyLine } from './WhyLine.tsx';
import { clockOfDay } from './clock-words.ts';
import { devLaneOf } from './dev-lane.ts';
import { linksOf } from './links.ts';
import { LitContext } from './lit.ts';
import { layOutDay } from './timeline-layout.ts';
import { HOUR_PX, TOP_PX, place } from './timeline-scale.ts';
import type { Held } from './use-clock-drag.ts';
import type { Moves } from './use-moves.ts';

interface Props {
  readonly view: DayView;
  /** Development sessions of the day. */
  readonly sessions: readonly DevSessionDay['sessions'][number][];
  readonly now: number;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly moves: Moves;
}

/** The day on a clock: presence as the ground, what sources told in narrow lanes, entries in the wide one. */
export function DayTimeline({ view, sessions, now, openId, onOpen, moves }: Props) {
  const { t } = useWords();
  const formats = useFormats();
  const lit = use(LitContext);
  const layout = useMemo(() => layOutDay(view), [view]);
  const links = useMemo(() => linksOf(view, layout.lanes), [view, layout.lanes]);
  useEffect(() => lit.link(links), [lit, links]);
  const clock = useMemo(() => clockOfDay(view, formats.clock), [view, formats]);
  // Its place stands at once; what is on it comes with the next frame.
  const isPainted = useIsPainted();
  const [isTable, setIsTable] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const hold = useRef<((press: React.PointerEvent, held: Held) => void) | null>(null);
  const start = Date.parse(view.interval.startedAt);
  const devLane = useMemo(
    () => devLaneOf(sessions, { start, hours: layout.hours }, now),
    [sessions, start, layout.hours, now],
  );
  const nowHour = (now - start) / 3_600_000;
  const isNowShown = nowHour >= 0 && nowHour < layout.hours;

  // When the day comes up, and when an empty one gets its first thing: that near the top, or what is now, or working hours.
  const firstHour = layout.first ?? (isNowShown ? Math.max(0, nowHour - 2) : 8);
  const scrolledFor = useRef<'nothing' | 'empty' | 'first'>('nothing');
  useLayoutEffect(() => {
    const goal = layout.first === null ? 'empty' : 'first';
    if (!scroller.current || scrolledFor.current === goal || scrolledFor.current === 'first') return;
    scrolledFor.current = goal;
    scroller.current.scrollTop = Math.max(0, TOP_PX + (firstHour - 0.5) * HOUR_PX);
  }, [firstHour, layout.first]);

  return (
    <section className={`timeline surface${isTable ? ' is-table' : ''}`}>
      <div
        className="timeline-scroll"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={t('timeline.region')}
        data-own-arrows
        hidden={isTable}
      >
        <div
          className="timeline-sheet"
          style={{
            height: TOP_PX * 2 + layout.hours * HOUR_PX,
            '--lanes': layout.lanes.length + devLane.width,
          }}
        >
          <ClockGround
            hours={layout.hours}
            presence={layout.presence}
            marks={layout.marks}
            zone={view.zone}
            clock={clock}
            start={start}
          />
          {isPainted && (
            <>
              <EvidenceLanes lanes={layout.lanes} zone={view.zone} place={place} onOpen={onOpen} />
              {devLane.width > 0 && <LazyDevLane lane={devLane} index={layout.lanes.length} clock={clock} />}
              <ClockLane
                view={view}
                layout={layout}
                openId={openId}
                onOpen={onOpen}
                moves={moves}
                scroller={scroller}
                hold={hold}
              />
            </>
          )}
          {isNowShown && (
            <div className="now-line" aria-hidden="true" style={{ top: TOP_PX + nowHour * HOUR_PX }}>
              <span className="num">{formats.clock(now, view.zone)}</span>
            </div>
          )}
        </div>
      </div>
      {isPainted && (
        <TimelineTable view={view} sessions={sessions} clock={clock} isShown={isTable} onOpen={onOpen} />
      )}
      <div className="clock-foot">
        {layout.first === null && !isTable && <p className="timeline-empty">{t('timeline.empty')}</p>}
        <ClockShelf entries={layout.shelf} onOpen={onOpen} hold={hold} />
        {layout.shelf.length === 0 && view.day.status !== 'submitted' && (
          <span className="clock-hint">{t('clock.hint')}</span>
        )}
        <span className="topbar-space" />
        <Hint label={t(isTable ? 'clock.asClock' : 'clock.asTable')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t(isTable ? 'clock.asClock' : 'clock.asTable')}
            onClick={() => setIsTable(!isTable)}
          >
            {isTable ? <IconClockHour4 size={16} /> : <IconTable size={16} />}
          </ActionIcon>
        </Hint>
        <WhyLine view={view} lanes={layout.lanes} links={links} />
      </div>
      <p className="sr-only" role="status">
        {moves.told}
      </p>
    </section>
  );
}
