import { Tooltip } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DevSessionShape } from '#shared/contract/dev-session-shapes.ts';
import { instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { dayOf } from '#shared/values/local-day.ts';
import { useFormats } from '../../hooks/formats.ts';
import { DevTypeIcon } from './DevTypeIcon.tsx';
import { sessionHref, sessionWords } from './dev-words.ts';
import { walk, weeksOfMonth } from './month.ts';

interface Props {
  readonly month: string;
  readonly sessions: readonly DevSessionShape[];
  readonly zone: string;
  readonly today: LocalDay;
}

/** More of a day are shown on request. */
const MOST = 3;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** The days of a month as a table. Tab goes into it, arrows from session to session, Enter to one. */
export function DevMonth({ month, sessions, zone, today }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const table = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const [unfolded, setUnfolded] = useState<LocalDay | null>(null);
  useEffect(() => {
    // What was folded is there now: the first of it takes the place of the button.
    if (unfolded !== null) items(table.current, unfolded)[MOST]?.focus();
  }, [unfolded]);
  const byDay = Map.groupBy(
    sessions.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt)),
    (one) => dayOf(instant(Date.parse(one.startedAt)), zone),
  );
  const shown = (day: LocalDay) => {
    const all = byDay.get(day) ?? [];
    // A button for a single one would take its place.
    return day === unfolded || all.length <= MOST + 1 ? all : all.slice(0, MOST);
  };
  const first = [...byDay.values()][0]?.[0]?.id ?? null;
  const isStop = (key: string) => key === (stop ?? first);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const all = items(table.current);
    const to = walk(
      all.map(({ dataset }) => dataset['day'] ?? ''),
      all.indexOf(document.activeElement as HTMLElement),
      event.key,
    );
    if (to === null) return;
    event.preventDefault();
    all[to]?.focus();
  };
  return (
    <table className="dev-month surface" ref={table} onKeyDown={onKeyDown}>
      <caption className="sr-only">{t('devSessions.calendarKeys')}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {formats.weekdayNumber(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, at) =>
              day === null ? (
                <td key={WEEKDAYS[at]} className="dev-no-day" />
              ) : (
                <td key={day} aria-current={day === today ? 'date' : undefined}>
                  <time className="num" dateTime={day} aria-label={formats.shortDay(day)}>
                    {Number(day.slice(8))}
                  </time>
                  <Day
                    day={day}
                    sessions={shown(day)}
                    more={(byDay.get(day)?.length ?? 0) - shown(day).length}
                    zone={zone}
                    isStop={isStop}
                    onStop={setStop}
                    onUnfold={() => setUnfolded(day)}
                  />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the arrows go to, in order. */
const items = (table: HTMLTableElement | null, day?: LocalDay): HTMLElement[] => [
  ...(table?.querySelectorAll<HTMLElement>(day === undefined ? '[data-day]' : `[data-day="${day}"]`) ?? []),
];

interface DayProps extends Pick<Props, 'sessions' | 'zone'> {
  readonly day: LocalDay;
  /** So many are folded. */
  readonly more: number;
  readonly isStop: (key: string) => boolean;
  readonly onStop: (key: string) => void;
  readonly onUnfold: () => void;
}

function Day({ day, sessions, more, zone, isStop, onStop, onUnfold }: DayProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (sessions.length === 0) return null;
  const wordsOf = (session: DevSessionShape): string => {
    const { startedAt, endedAt } = session;
    const times =
      endedAt === null ? `${formats.clock(startedAt, zone)}–` : formats.clockRange(startedAt, endedAt, zone);
    return sessionWords(session, times, session, t, formats);
  };
  return (
    <ul>
      {sessions.map((session) => (
        <li key={session.id}>
          <Tooltip
            label={wordsOf(session)}
            events={{ hover: true, focus: true, touch: true }}
            multiline
            maw={320}
          >
            <a
              className={`dev-chip dev-type-${session.type} dev-chip-${session.status}`}
              href={sessionHref(session.id)}
              data-day={day}
              data-own-arrows
              tabIndex={isStop(session.id) ? 0 : -1}
              aria-label={wordsOf(session)}
              onFocus={() => onStop(session.id)}
            >
              <DevTypeIcon type={session.type} size={12} />
              <span>{session.title}</span>
            </a>
          </Tooltip>
        </li>
      ))}
      {more > 0 && (
        <li>
          <button
            type="button"
            className="link-button dev-unfold"
            data-day={day}
            data-own-arrows
            tabIndex={isStop(day) ? 0 : -1}
            aria-label={t('devSessions.moreOfDay', { count: more, day: formats.shortDay(day) })}
            onFocus={() => onStop(day)}
            onClick={onUnfold}
          >
            {t('devSessions.moreShort', { count: more })}
          </button>
        </li>
      )}
    </ul>
  );
}
