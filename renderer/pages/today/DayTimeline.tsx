import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayView } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { SourceMark } from '../../components/SourceMark.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { TimelineTable } from './TimelineTable.tsx';
import { EvidenceLanes } from './EvidenceLanes.tsx';
import type { Stretch } from './side-by-side.ts';
import type { TimelineLayout } from './timeline-layout.ts';
import { layOutDay } from './timeline-layout.ts';

/** Pixels of an hour; a quarter of an hour stays big enough for its words. */
const HOUR_PX = 60;
const TOP_PX = 8;

interface Props {
  readonly view: DayView;
  readonly now: number;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
}

const place = (stretch: Stretch) => ({
  top: TOP_PX + stretch.from * HOUR_PX,
  height: Math.max(3, (stretch.to - stretch.from) * HOUR_PX),
});

/** The day on a clock: presence as the ground, what sources told in narrow lanes, entries in the wide one. */
export function DayTimeline({ view, now, openId, onOpen }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const layout = useMemo(() => layOutDay(view), [view]);
  const scroller = useRef<HTMLDivElement>(null);
  const start = Date.parse(view.interval.startedAt);
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

  const isEmpty = layout.first === null;
  return (
    <section className="timeline surface">
      <div
        className="timeline-scroll"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={t('timeline.region')}
        data-own-arrows
      >
        <div
          className="timeline-sheet"
          style={{ height: TOP_PX * 2 + layout.hours * HOUR_PX, '--lanes': layout.lanes.length }}
        >
          <div aria-hidden="true">
            {hourMarks(layout.hours, start, (at) => formats.clock(at, view.zone)).map((mark) => (
              <div key={mark.hour} className="hour" style={{ top: TOP_PX + mark.hour * HOUR_PX }}>
                <span className="num">{mark.label}</span>
              </div>
            ))}
            <Ground layout={layout} />
            <Commits layout={layout} zone={view.zone} />
          </div>
          <EvidenceLanes lanes={layout.lanes} zone={view.zone} place={place} onOpen={onOpen} />
          <div className="lane-wide" aria-hidden="true">
            {layout.gaps.map(({ gap, ...stretch }) => (
              <div
                key={gap.startedAt}
                className="gap-block"
                style={place(stretch)}
                title={`${t('timeline.gap', { time: formatShort(gap.minutes) })} · ${formats.clockRange(gap.startedAt, gap.endedAt, view.zone)}`}
              >
                {stretch.to - stretch.from > 0.3 && (
                  <span className="num">{t('timeline.gap', { time: formatShort(gap.minutes) })}</span>
                )}
              </div>
            ))}
            {layout.blocks.map((block) => {
              const { entry } = block;
              const tall = block.to - block.from;
              return (
                <button
                  key={`${entry.id} ${block.from}`}
                  type="button"
                  tabIndex={-1}
                  className={`entry-block source-${entry.source}${openId === entry.id ? ' is-open' : ''}${entry.unallocated ? ' is-unallocated' : ''}`}
                  style={{
                    ...place(block),
                    left: `${(block.column / block.columns) * 100}%`,
                    width: `calc(${100 / block.columns}% - 2px)`,
                  }}
                  title={`${entry.ticket ?? t('list.unallocated')} · ${entry.description}`}
                  onClick={() => onOpen(entry.id)}
                >
                  {tall > 0.28 && (
                    <span className="entry-block-words">
                      <b>{entry.ticket ?? t('list.unallocated')}</b>{' '}
                      {tall > 0.6 ? <span>{entry.description}</span> : null}
                    </span>
                  )}
                </button>
              );
            })}
          </div>
          {isNowShown && (
            <div className="now-line" aria-hidden="true" style={{ top: TOP_PX + nowHour * HOUR_PX }}>
              <span className="num">{formats.clock(now, view.zone)}</span>
            </div>
          )}
        </div>
      </div>
      {isEmpty && <p className="timeline-empty">{t('timeline.empty')}</p>}
      <TimelineTable view={view} />
    </section>
  );
}

function Ground({ layout }: { layout: TimelineLayout }) {
  const { t } = useTranslation();
  return layout.presence.map((span) => (
    <div
      key={`${span.from} ${span.state}`}
      className={`presence presence-${span.state}`}
      style={place(span)}
      title={t(`timeline.presence.${span.state}`)}
    />
  ));
}

function Commits({ layout, zone }: { layout: TimelineLayout; zone: string }) {
  const formats = useFormats();
  return (
    <div className="lane-commits">
      {layout.marks.map((mark) => (
        <span
          key={mark.at}
          className="commit-mark"
          style={{ top: TOP_PX + mark.at * HOUR_PX }}
          title={mark.commits
            .map((commit) => `${formats.clock(commit.at, zone)} ${commit.subject}`)
            .join('\n')}
        >
          <SourceMark source="git" size={11} silent />
          {mark.commits.length > 1 && <small className="num">{mark.commits.length}</small>}
        </span>
      ))}
    </div>
  );
}

/** A mark each hour of elapsed time: where clocks change, one is missing or stands twice, as on the wall. */
function hourMarks(hours: number, start: number, clock: (at: number) => string) {
  return Array.from({ length: Math.floor(hours) + 1 }, (_, hour) => ({
    hour,
    label: hour === hours ? '' : clock(start + hour * 3_600_000),
  }));
}
