import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { dayDevSessionsQuery } from '../../client/dev-session-queries.ts';
import { dayQuery, repositoriesQuery } from '../../client/queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { FirstStepsNote } from '../../components/FirstStepsNote.tsx';
import { LogWish } from '../../components/LogWish.tsx';
import { QuickAdd } from '../../components/QuickAdd.tsx';
import { useDelayed } from '../../hooks/delayed.ts';
import { useIsPainted } from '../../hooks/first-paint.ts';
import { useNow } from '../../hooks/now.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import { DayBody } from './DayBody.tsx';
import { DayHead } from './DayHead.tsx';
import { Welcome } from './Welcome.tsx';

/** One day: what is accounted for, what is open, what to press. `date` null is today, whichever day that is by now. */
export function TodayPage({ date }: { date: string | null }) {
  const asked = date ?? 'today';
  const { data: view, error, refetch, isPlaceholderData } = useQuery(dayQuery(asked));
  const isLate = useDelayed(isPlaceholderData);
  // Asked with the first day (client/first-questions.ts); where they come late, it stands before they are looked at.
  const { data: work } = useQuery({ ...dayDevSessionsQuery(asked), enabled: useIsPainted() });
  const repositories = useQuery(repositoriesQuery());
  const firstSteps = useSettingValue('app.firstSteps');
  const now = useNow(60_000);
  const [hasBegun, setHasBegun] = useState(false);

  // Past midnight "today" is another day; the host knows which.
  const isOver = date === null && view !== undefined && now >= Date.parse(view.interval.endedAt);
  useEffect(() => {
    if (isOver) void refetch();
  }, [isOver, refetch]);

  if (!view) return <PageFallback error={error} retry={() => void refetch()} shape="day" />;
  const isEmpty =
    repositories.data?.length === 0 && view.day.entries.length === 0 && view.commits.length === 0;
  // Who began goes on, also after a restart; the steps are not taken away from under somebody by what they found.
  const isNew = hasBegun || (isEmpty && firstSteps === 'start') || firstSteps === 'week';
  const isBeginning = isNew && date === null;
  return (
    <>
      <DayHead view={view} now={now} asked={asked} />
      {error !== null && (
        <div className="page-note">
          <ProblemNote error={error} retry={() => void refetch()} />
        </div>
      )}
      {!hasBegun && <FirstStepsNote />}
      {isBeginning ? (
        <div className="page-body">
          <Welcome onBegin={setHasBegun} />
        </div>
      ) : (
        <DayBody
          key={view.day.date}
          view={view}
          now={now}
          work={work?.date === view.day.date ? work : null}
          isBusy={isPlaceholderData}
          isLate={isLate}
        />
      )}
      {view.day.status === 'submitted' ? <LogWish /> : <QuickAdd date={view.day.date} />}
    </>
  );
}
