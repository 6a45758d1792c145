import { useDeferredValue, useEffect, useRef } from 'react';
import type { DevSessionDay } from '#shared/contract/dev-session-shapes.ts';
import { useWords } from '../../words/use-words.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { SourceMark } from '../../components/SourceMark.tsx';
import type { Booked } from '../../hooks/booking.ts';
import { useBookings } from '../../hooks/booking.ts';
import { useIsPainted } from '../../hooks/first-paint.ts';
import { useShortcuts } from '../../hooks/shortcuts.ts';
import { DayNotes } from './DayNotes.tsx';
import { EntryRow } from './EntryRow.tsx';
import { LazyDevBadge } from './LazyDev.tsx';
import { GapRow } from './GapRow.tsx';
import { MeetingRow } from './MeetingRow.tsx';
import { SettledRow } from './SettledRow.tsx';
import { leftOut } from './evidence-lanes.ts';
import type { TicketGroup } from './group-entries.ts';
import { groupEntries } from './group-entries.ts';
import { focusRow, moveFocus } from '../../components/row-focus.ts';

type Worked = DevSessionDay['tickets'][number];

interface Props {
  readonly view: DayView;
  /** Which tickets development sessions worked on. */
  readonly worked: readonly Worked[];
  readonly now: number;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  /** False: another has been opened meanwhile, and stays. */
  readonly onClose: (id: string) => boolean;
}

/** Not higher than the lowest a group can be. */
const GROUP_PX = 50;
/** As many as a window can show at once; the rest of a long day is drawn right after, when it stands. */
const FIRST_GROUPS = Math.ceil(window.innerHeight / GROUP_PX);

/** The entries of the day by ticket, what is open first. */
export function DayList({ view, worked, now, openId, onOpen, onClose }: Props) {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const bookings = useBookings(view.day.date);
  const { open, done: all } = groupEntries(view);
  const done = all.slice(0, useDeferredValue(useIsPainted() ? Infinity : FIRST_GROUPS, FIRST_GROUPS));
  const gaps = view.day.status === 'submitted' ? [] : view.gaps;
  const meetings = view.day.status === 'submitted' ? [] : leftOut(view);
  const move = (by: 1 | -1) => list.current && moveFocus(list.current, by);
  useShortcuts({ nextRow: () => move(1), previousRow: () => move(-1) });

  // Opened from elsewhere (timeline, quick add): bring the row into view.
  useEffect(() => {
    if (openId !== null && list.current) focusRow(list.current, openId);
  }, [openId]);

  const workedOn = (ticket: string | null) => worked.find((one) => one.ticket === ticket) ?? null;
  const row = (group: TicketGroup) =>
    group.entries.map((entry) => (
      <EntryRow
        key={entry.id}
        entry={entry}
        view={view}
        saysTicket={group.entries.length === 1}
        worked={group.entries.length === 1 ? workedOn(group.ticket) : null}
        booked={shownState(bookings.get(entry.id), view)}
        isOpen={openId === entry.id}
        onOpen={onOpen}
        onClose={onClose}
      />
    ));

  const nothing = view.day.entries.length === 0 && gaps.length === 0 && meetings.length === 0;
  return (
    <section className="day-list" ref={list} aria-label={t('list.title')}>
      <DayNotes view={view} />
      {nothing && <NothingYet view={view} now={now} />}
      {(open.length > 0 || gaps.length > 0) && (
        <>
          <h2 className="caption list-caption">{t('list.open')}</h2>
          <ul className="rows surface">
            {open.map(row)}
            {gaps.map((gap) => (
              <GapRow
                key={gap.startedAt}
                gap={gap}
                zone={view.zone}
                date={view.day.date}
                isOpen={openId === gap.startedAt}
                onOpen={onOpen}
                onClose={onClose}
              />
            ))}
          </ul>
        </>
      )}
      {done.length > 0 && <h2 className="caption list-caption">{t('list.done')}</h2>}
      {done.map((group) => (
        <ul key={group.ticket} className="rows surface">
          {group.entries.length > 1 && <GroupHead group={group} worked={workedOn(group.ticket)} />}
          {row(group)}
        </ul>
      ))}
      {view.settledGaps.length > 0 && (
        <>
          <h2 className="caption list-caption">{t('gap.settled')}</h2>
          <ul className="rows surface">
            {view.settledGaps.map((gap) => (
              <SettledRow key={gap.id} gap={gap} zone={view.zone} isFixed={view.day.status === 'submitted'} />
            ))}
          </ul>
        </>
      )}
      {meetings.length > 0 && (
        <>
          <h2 className="caption list-caption">{t('list.meetings')}</h2>
          <ul className="rows surface">
            {meetings.map((event) => (
              <MeetingRow key={`${event.source} ${event.id}`} event={event} zone={view.zone} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** That something is not booked is worth a mark only once it is submitted. */
const shownState = (booked: Booked | undefined, view: DayView): Booked | null =>
  booked === undefined || (booked.state === 'none' && view.day.status !== 'submitted') ? null : booked;

function GroupHead({ group, worked }: { group: TicketGroup; worked: Worked | null }) {
  const sources = [...new Set(group.entries.map((entry) => entry.source))];
  return (
    <li className="group-head">
      <b className="group-ticket">{group.ticket}</b>
      {worked && <LazyDevBadge worked={worked} />}
      <span className="group-marks">
        {sources.map((source) => (
          <SourceMark key={source} source={source} size={10} />
        ))}
      </span>
      <span className="num group-sum">{formatShort(group.minutes)}</span>
    </li>
  );
}

function NothingYet({ view, now }: { view: DayView; now: number }) {
  const { t } = useWords();
  const isFuture = Date.parse(view.interval.startedAt) > now;
  const isPast = Date.parse(view.interval.endedAt) <= now;
  return (
    <div className="empty surface">
      <h2>{t('list.emptyTitle')}</h2>
      <p>{t(isFuture ? 'list.emptyFuture' : isPast ? 'list.emptyPast' : 'list.emptyToday')}</p>
    </div>
  );
}
