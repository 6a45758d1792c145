import { memo, useRef, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DevSessionDay } from '#shared/contract/dev-session-shapes.ts';
import type { DayView, EntryShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { BookingMark } from '../../components/BookingMark.tsx';
import { SourceMark } from '../../components/SourceMark.tsx';
import { TicketPicker } from '../../components/TicketPicker.tsx';
import type { Booked } from '../../hooks/booking.ts';
import { say, useChange } from '../../hooks/change.ts';
import { rowActionOf } from '../../hooks/shortcuts.ts';
import { BookingLine } from './BookingLine.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import { EntryEditor } from './EntryEditor.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { MeetingTools } from './MeetingTools.tsx';
import { meetingOf } from './evidence-lanes.ts';
import { entryKey } from './links.ts';
import { useIsLit, useLights } from './lit.ts';
import { LazyDevBadge } from './LazyDev.tsx';
import { RowMinutes } from './RowMinutes.tsx';
import { focusNeighbour, refocusRow } from '../../components/row-focus.ts';
import { useHostWords } from '../../hooks/host-words.ts';

interface Props {
  readonly entry: EntryShape;
  readonly view: DayView;
  /** False where the head of its group says the ticket. */
  readonly saysTicket: boolean;
  /** Development sessions on its ticket; null: none, or the head of its group says it. */
  readonly worked: DevSessionDay['tickets'][number] | null;
  /** What became of it at the provider; null: nothing to say. */
  readonly booked: Booked | null;
  readonly isOpen: boolean;
  /** Opens an entry of the day by its id. */
  readonly onOpen: (id: string) => void;
  /** False: another has been opened meanwhile, and stays. */
  readonly onClose: (id: string) => boolean;
}

/** One entry: source, ticket, what, minutes, why. Opens in place. */
export const EntryRow = memo(function EntryRow({
  entry,
  view,
  saysTicket,
  worked,
  booked,
  isOpen,
  onOpen,
  onClose,
}: Props) {
  const { t } = useWords();
  const hostWords = useHostWords();
  const main = useRef<HTMLButtonElement>(null);
  const isLit = useIsLit(entryKey(entry.id));
  const lights = useLights(entryKey(entry.id));
  const [pick, setPick] = useState(0);
  const [wantsWords, setWantsWords] = useState(false);
  const details = view.details[entry.id];
  const correction = details?.correction ?? null;
  const isFinal = view.day.status === 'submitted';
  const label = entry.ticket ?? t('list.unallocated');
  const edit = useChange(
    (ticket: string | null) => client.entry.edit({ id: entry.id, ticket: ticket ?? '' }),
    { done: () => refocusRow(entry.id) },
  );
  const remove = useChange(() => client.entry.delete({ id: entry.id }), {
    done: () => say(t('entry.deleted', { what: `${label} ${formatShort(entry.minutes)}` })),
  });
  const meeting = isFinal || entry.source !== 'calendar' ? undefined : meetingOf(view, entry);
  const attend = useChange(() => client.calendar.attend({ entry: entry.id, attended: false }), {
    done: () => say(t('list.nowNot', { what: meeting?.title ?? label })),
  });
  const wasNotThere = () => {
    if (meeting === undefined || attend.isPending) return;
    if (main.current) focusNeighbour(main.current);
    attend.mutate(undefined);
  };
  const takeAway = () => {
    if (isFinal || remove.isPending) return;
    if (main.current) focusNeighbour(main.current);
    remove.mutate(undefined);
  };
  const close = () => {
    setWantsWords(false);
    // What was saved slowly is not to take away what the person went on with.
    if (!onClose(entry.id)) return;
    main.current?.focus();
    refocusRow(entry.id);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const action = rowActionOf(event);
    if (action === 'editEntry' && !isOpen) {
      setWantsWords(true);
      onOpen(entry.id);
    } else if (action === 'chooseTicket' && !isFinal) setPick((times) => times + 1);
    else if (action === 'attend' && meeting !== undefined) wasNotThere();
    else if (action === 'deleteEntry') takeAway();
    else if (action === 'leaveEntry' && isOpen) close();
    else return;
    event.preventDefault();
  };

  return (
    <li
      className={`row${isOpen ? ' row-open' : ''}${correction ? ' row-correction' : ''}${remove.isPending || attend.isPending ? ' row-leaving' : ''}${isLit ? ' is-lit' : ''}`}
      {...lights}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen && !event.defaultPrevented) {
          event.preventDefault();
          close();
        }
      }}
    >
      <div className={`row-line${saysTicket || entry.ticket === null ? '' : ' row-line-grouped'}`}>
        <SourceMark source={entry.source} />
        {isFinal || correction ? (
          <span className={`row-ticket${entry.ticket === null ? ' row-ticket-none' : ''}`}>
            {saysTicket || entry.ticket === null ? label : ''}
          </span>
        ) : (
          <span className={`row-ticket${saysTicket ? '' : ' row-ticket-repeat'}`}>
            <TicketPicker
              form="cell"
              label={t('entry.ticket')}
              value={entry.ticket}
              onChange={(ticket) => edit.mutate(ticket)}
              openSignal={pick}
              disabled={edit.isPending}
            />
          </span>
        )}
        {worked && <LazyDevBadge worked={worked} />}
        <button
          ref={main}
          type="button"
          data-row={entry.id}
          className="row-main"
          aria-expanded={isOpen}
          onClick={() => (isOpen ? onClose(entry.id) : onOpen(entry.id))}
          onKeyDown={onKeyDown}
        >
          <span className="row-words">
            <span className="row-what">
              {correction
                ? t('list.correction', { reason: correction.reason })
                : entry.description || t('list.noDescription')}
            </span>
            {details && details.why !== '' && correction === null && (
              <span className="row-why">{hostWords(details.why)}</span>
            )}
          </span>
          {booked && <BookingMark state={booked.state} name={booked.name} reason={booked.reason} />}
          <RowMinutes minutes={entry.minutes} rawMinutes={entry.rawMinutes} />
        </button>
      </div>
      {isOpen && (
        <div className="row-panel">
          {booked && <BookingLine booked={booked} date={view.day.date} />}
          {isFinal ? (
            correction === null && <CorrectForm entry={entry} onDone={close} />
          ) : (
            <EntryEditor
              entry={entry}
              view={view}
              wantsWords={wantsWords}
              others={view.day.entries.filter((other) => other.id !== entry.id)}
              onDone={close}
              onDelete={takeAway}
            />
          )}
          {meeting && <MeetingTools entry={entry} event={meeting} onAbsent={wasNotThere} onDone={close} />}
          <EvidenceList entry={entry} zone={view.zone} />
        </div>
      )}
    </li>
  );
}, isSame);

/** Only what a closed row shows; an open one follows everything. */
function isSame(a: Props, b: Props): boolean {
  return (
    !b.isOpen &&
    a.isOpen === b.isOpen &&
    a.entry === b.entry &&
    a.saysTicket === b.saysTicket &&
    a.worked === b.worked &&
    a.booked === b.booked &&
    a.onOpen === b.onOpen &&
    a.view.details[a.entry.id] === b.view.details[b.entry.id] &&
    a.view.day.status === b.view.day.status &&
    a.view.events === b.view.events
  );
}
