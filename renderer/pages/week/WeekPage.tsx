import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { addWeeks, parseWeek } from '#shared/values/iso-week.ts';
import { dayOf } from '#shared/values/local-day.ts';
import { instant } from '#shared/values/instant.ts';
import { weekQuery } from '../../client/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFallback } from '../../components/PageFallback.tsx';
import { Prose } from '../../components/Prose.tsx';
import { Total } from '../../components/Total.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { useNow } from '../../hooks/now.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import { go } from '../../hooks/route.ts';
import { useShortcuts } from '../../hooks/shortcuts.ts';
import { SubmitWeek } from './SubmitWeek.tsx';
import { WeekGrid } from './WeekGrid.tsx';

/** The week: tickets down, days across, sums on both edges. `week` null is this week. */
export function WeekPage({ week }: { week: string | null }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(weekQuery(week ?? 'this'));
  const zone = useSettingValue('time.zone');
  const now = useNow(60_000);
  const shown = useShownDays(data);
  if (!data) return <PageFallback error={error} retry={() => void refetch()} />;
  const today = dayOf(
    instant(now),
    typeof zone === 'string' && zone !== '' ? zone : Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  const hasTime = data.tickets.length > 0;
  return (
    <>
      <WeekHead data={data} isThis={data.from <= today && today <= data.to} />
      <div className="page-body">
        {hasTime ? (
          <WeekGrid data={data} shown={shown} today={today} />
        ) : (
          <EmptyState title={t('week.empty')}>
            <p>{t('week.emptyBody')}</p>
            <Button size="sm" variant="light" onClick={() => go('/today')}>
              {t('week.emptyAction')}
            </Button>
          </EmptyState>
        )}
        {data.warnings.length > 0 && (
          <ul className="notes week-notes" aria-label={t('week.notes')}>
            {data.warnings.map((warning) => (
              <li key={warning}>
                <IconAlertTriangle size={15} aria-hidden />
                <span>
                  <Prose words={warning} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {hasTime && <SubmitWeek key={data.week} data={data} today={today} />}
    </>
  );
}

/** Which columns to show: the days of the setting, and a weekend when there is time on it. */
function useShownDays(data: WeekShape | undefined): readonly number[] {
  const wanted = useSettingValue('app.weekDays');
  const count = typeof wanted === 'number' ? wanted : 5;
  if (!data) return [];
  return data.days.flatMap((day, index) =>
    index < count || day.entries > 0 || day.untracked > 0 ? [index] : [],
  );
}

function WeekHead({ data, isThis }: { data: WeekShape; isThis: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const step = (weeks: number) => {
    const week = parseWeek(data.week);
    if (week) go(`/week/${addWeeks(week, weeks)}`);
  };
  useShortcuts({ ArrowLeft: () => step(-1), ArrowRight: () => step(1) });
  return (
    <header className="day-head">
      <div className="day-head-line">
        <div className="stepper">
          <Tooltip label={t('week.previousWeek')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('week.previousWeek')}
              onClick={() => step(-1)}
            >
              <IconChevronLeft size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('week.nextWeek')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('week.nextWeek')} onClick={() => step(1)}>
              <IconChevronRight size={18} />
            </ActionIcon>
          </Tooltip>
        </div>
        <h1 className="page-title">{formats.dayRange(data.from, data.to)}</h1>
        <span className="day-relative">{t('week.title', { number: Number(data.week.slice(6)) })}</span>
        {!isThis && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => go('/week')}>
            {t('week.thisWeek')}
          </Button>
        )}
      </div>
      <div className="day-head-line">
        <Total minutes={data.totals.minutes} target={data.totals.target} />
      </div>
    </header>
  );
}
