import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DevSessionShape } from '#shared/contract/dev-session-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { monthDevSessionsQuery } from '../../client/dev-session-queries.ts';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { Stepper } from '../../components/Stepper.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { go, useRoute } from '../../hooks/route.ts';
import { useToday } from '../../hooks/today.ts';
import '../../styles/dev-calendar.css';
import '../../styles/dev-marks.css';
import { DevMonth } from './DevMonth.tsx';
import { TypeTag } from './DevTypeIcon.tsx';
import { DEV_TYPES } from './dev-words.ts';
import { daysOfMonth, monthAfter, monthBefore, monthNamed, monthOf } from './month.ts';
import { useZone } from './use-zone.ts';

const NONE: readonly DevSessionShape[] = [];
const show = (month: string): void => go(`/sessions/calendar?month=${month}`);

/** Development sessions on the days of a month, by their kind. */
export function DevCalendar() {
  const { t } = useTranslation();
  const formats = useFormats();
  const zone = useZone();
  const today = useToday();
  const month = monthNamed(useRoute().query.get('month'), today);
  const { first, last } = daysOfMonth(month);
  const { data: sessions = NONE, error, isFetching } = useQuery(monthDevSessionsQuery(first, last));
  const head = useRef<HTMLHeadingElement>(null);
  // Who turned the page from within goes on from its head: what was focused is gone.
  const turned = useRef(false);
  useEffect(() => {
    if (turned.current) head.current?.focus();
    turned.current = false;
  }, [month]);
  const turn = (to: string): void => {
    turned.current = true;
    show(to);
  };
  const kept = sessions.filter(({ status }) => status !== 'cancelled');
  const minutes = kept.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
  const usd = kept.reduce((sum, { costUsd }) => sum + costUsd, 0);
  return (
    <section
      className="dev-calendar"
      aria-labelledby="dev-month"
      onKeyDown={({ key }) => {
        if (key === 'PageUp') turn(monthBefore(month));
        else if (key === 'PageDown') turn(monthAfter(month));
      }}
    >
      <div className="dev-calendar-head">
        <Stepper
          before={{ label: t('devSessions.monthBefore'), go: () => show(monthBefore(month)) }}
          after={{ label: t('devSessions.monthAfter'), go: () => show(monthAfter(month)) }}
        />
        <h2 id="dev-month" ref={head} tabIndex={-1}>
          {formats.month(first)}
        </h2>
        {month !== monthOf(today) && (
          <a className="link-button" href="#/sessions/calendar">
            {t('devSessions.thisMonth')}
          </a>
        )}
        <p className="dev-calendar-sum num" role="status">
          {kept.length > 0
            ? [
                t('devSessions.badge', { count: kept.length }),
                formatShort(minutes),
                formats.money(usd, 'USD'),
              ].join(' · ')
            : isFetching
              ? ''
              : t('devSessions.emptyMonth')}
        </p>
      </div>
      <ul className="dev-legend" aria-label={t('devSessions.legend')}>
        {DEV_TYPES.map((type) => (
          <li key={type}>
            <TypeTag type={type} />
            <span className="num">{kept.filter((session) => session.type === type).length}</span>
          </li>
        ))}
      </ul>
      {error && <ProblemNote error={error} />}
      <DevMonth key={month} month={month} sessions={sessions} zone={zone} today={today} />
    </section>
  );
}
