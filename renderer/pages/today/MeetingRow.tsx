import { useRef } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { client } from '../../client/connect.ts';
import { focusNeighbour } from '../../components/row-focus.ts';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { rowActionOf } from '../../hooks/shortcuts.ts';

/** A meeting that does not count; one key takes it back in. */
export function MeetingRow({ event, zone }: { event: DayView['events'][number]; zone: string }) {
  const { t } = useWords();
  const formats = useFormats();
  const main = useRef<HTMLButtonElement>(null);
  const title = event.title || t('timeline.busy');
  const attend = useChange(() => client.calendar.attend({ entry: event.id, attended: true }), {
    done: () => say(t('list.nowCounts', { what: title })),
  });
  const takeIn = () => {
    if (attend.isPending) return;
    if (main.current) focusNeighbour(main.current);
    attend.mutate(undefined);
  };
  return (
    <li className={`row row-meeting${attend.isPending ? ' row-leaving' : ''}`}>
      <div className="row-line">
        <span className="meeting-mark" aria-hidden />
        <button
          ref={main}
          type="button"
          data-row={event.id}
          className="row-main row-main-wide"
          onClick={takeIn}
          onKeyDown={(press) => {
            if (rowActionOf(press) !== 'attend') return;
            press.preventDefault();
            takeIn();
          }}
        >
          <span className="row-words">
            <span className="row-what">
              {title}{' '}
              <span className="row-why num">{formats.clockRange(event.startedAt, event.endedAt, zone)}</span>
            </span>
            <span className="row-why">
              {t(event.attended === false ? 'list.youWereNot' : 'list.notAccepted')}
            </span>
          </span>
          <span className="row-action">{t('list.wasThere')}</span>
        </button>
      </div>
    </li>
  );
}
