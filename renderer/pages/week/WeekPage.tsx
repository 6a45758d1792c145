import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { instant } from '#shared/values/instant.ts';
import { dayOf } from '#shared/values/local-day.ts';
import { questionsQuery, weekQuery } from '../../client/queries.ts';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { Warnings } from '../../components/Warnings.tsx';
import { useBookings } from '../../hooks/booking.ts';
import { useDelayed } from '../../hooks/delayed.ts';
import { useNow } from '../../hooks/now.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import '../../styles/cell-panel.css';
import '../../styles/week-grid.css';
import '../../styles/week-questions.css';
import '../../styles/week.css';
import { Corrections } from './Corrections.tsx';
import { QuestionsPanel } from './questions/QuestionsPanel.tsx';
import { SubmitWeek } from './SubmitWeek.tsx';
import { WeekDays } from './WeekDays.tsx';
import { WeekGrid } from './WeekGrid.tsx';
import { WeekHead } from './WeekHead.tsx';

/** The week: a grid to type into and its days on the left, what is still open on the right. `week` null is this week. */
export function WeekPage({ week }: { week: string | null }) {
  const { t } = useTranslation();
  const asked = week ?? 'this';
  const { data, error, refetch } = useQuery(weekQuery(asked));
  const questions = useQuery(questionsQuery(asked));
  const zone = useSettingValue('time.zone');
  const now = useNow(60_000);
  const shown = useShownDays(data);
  const byDay = useMemo(() => countByDay(questions.data?.questions ?? []), [questions.data]);
  const bookings = useBookingList(data?.week ?? asked);
  if (!data) {
    return error === null ? (
      <WeekOutline />
    ) : (
      <div className="page-body">
        <ProblemNote error={error} retry={() => void refetch()} />
      </div>
    );
  }
  const today = dayOf(
    instant(now),
    typeof zone === 'string' && zone !== '' ? zone : Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  const days = shown.flatMap((index) => data.days[index] ?? []);
  return (
    <>
      <WeekHead data={data} today={today} />
      <div className="page-body week-body">
        <div className="week-main">
          {/* A list that could not be read again keeps standing, with a word about it. */}
          {error !== null && <ProblemNote error={error} retry={() => void refetch()} />}
          <WeekGrid
            key={data.week}
            data={data}
            asked={asked}
            shown={shown}
            today={today}
            bookings={bookings}
          />
          <WeekDays days={days} today={today} bookings={bookings} questions={byDay} />
          <Corrections corrections={data.corrections} />
          <Warnings label={t('week.notes')} words={data.warnings} className="week-notes" />
        </div>
        <QuestionsPanel
          key={`questions ${data.week}`}
          week={data}
          answer={questions.data?.week === data.week ? questions.data : null}
          error={questions.error}
          retry={() => void questions.refetch()}
        />
      </div>
      <SubmitWeek key={`submit ${data.week}`} data={data} today={today} />
    </>
  );
}

const NO_DAYS: readonly number[] = [];

/** Which columns to show: the days of the setting, and a weekend when there is time on it. */
function useShownDays(data: WeekShape | undefined): readonly number[] {
  const wanted = useSettingValue('app.weekDays');
  const count = typeof wanted === 'number' ? wanted : 5;
  if (!data) return NO_DAYS;
  return data.days.flatMap((day, index) =>
    index < count || day.entries > 0 || day.untracked > 0 ? [index] : [],
  );
}

function useBookingList(week: string) {
  const bookings = useBookings(week);
  return useMemo(() => [...bookings.values()], [bookings]);
}

/** Of a day that waits for its other questions, those are what is to be done. */
function countByDay(
  questions: readonly { readonly kind: string; readonly dates: readonly string[] }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, dates } of questions)
    if (kind !== 'day') for (const date of dates) counts.set(date, (counts.get(date) ?? 0) + 1);
  return counts;
}

/** What the page will be, while it is read for longer than a moment: the same places, so that nothing jumps. */
function WeekOutline() {
  const waiting = useDelayed(true);
  return (
    <>
      <div className="day-head" aria-busy="true">
        <div className="day-head-line">{waiting && <Skeleton width={320} height={24} />}</div>
        <div className="day-head-line">{waiting && <Skeleton width={360} height={32} />}</div>
      </div>
      <div className="page-body week-body" aria-busy="true">
        <div className="week-main">{waiting && <Skeleton height={360} radius={8} />}</div>
        <div className="week-questions">{waiting && <Skeleton height={220} radius={8} />}</div>
      </div>
    </>
  );
}
