import { Button, NumberInput, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/connect.ts';
import { lastWeekQuery } from '../../client/start-queries.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useChange } from '../../hooks/change.ts';
import { useDelayed } from '../../hooks/delayed.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import { WeekdaysField } from '../settings/WeekdaysField.tsx';
import { StepFoot } from './StepFoot.tsx';
import { WeekChoice } from './WeekChoice.tsx';
import type { Credit } from './week-times.ts';

interface Props {
  readonly onBack: () => void;
  readonly onFolders: () => void;
  readonly onDemo: () => void;
  readonly onByHand: () => void;
  /** @param day the newest one with something proposed. */
  readonly onNext: (day: string | null) => void;
}

/** The person's own last week, made of their commits in both ways; they choose the one they recognise, and their hours. */
export function WeekStep({ onBack, onFolders, onDemo, onByHand, onNext }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(lastWeekQuery());
  const isLate = useDelayed(data === undefined && error === null);
  const known = {
    credit: useSettingValue('git.credit'),
    hours: useSettingValue('time.workingHoursPerDay'),
    days: useSettingValue('time.workingDays'),
  };
  const [credit, setCredit] = useState<Credit>(known.credit === 'before' ? 'before' : 'after');
  const [hours, setHours] = useState<number | string>(typeof known.hours === 'number' ? known.hours : 8);
  const [days, setDays] = useState<number[]>(
    Array.isArray(known.days)
      ? known.days.filter((one): one is number => typeof one === 'number')
      : [1, 2, 3, 4, 5],
  );
  const hoursPerDay = Number(hours);
  const isHours = hoursPerDay >= 0.5 && hoursPerDay <= 24;
  const choose = useChange(() => client.welcome.choose({ credit, hoursPerDay, workingDays: days }), {
    stale: ['settings', 'day', 'week', 'tickets'],
    announce: false,
    done: ({ day }) => onNext(day),
  });
  if (error !== null) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data)
    return (
      <div className="steps-list" aria-busy="true">
        {isLate && <Skeleton height={220} radius={8} />}
      </div>
    );
  if (data.commits === 0)
    return (
      <div className="steps-body">
        <h2 className="steps-sub">{t('steps.noneTitle')}</h2>
        <p className="steps-lead">{t('steps.none')}</p>
        <div className="steps-ways">
          <Button onClick={onBack}>{t('steps.noneYou')}</Button>
          <Button variant="default" onClick={onFolders}>
            {t('steps.noneFolder')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onDemo}>
            {t('steps.demo')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onByHand}>
            {t('steps.byHand')}
          </Button>
        </div>
      </div>
    );
  return (
    <form
      className="steps-body"
      onSubmit={(event) => {
        event.preventDefault();
        if (isHours) choose.mutate(undefined);
      }}
    >
      <p className="steps-lead">
        {data.same
          ? t(data.branches ? 'steps.same' : 'steps.sameNoBranch')
          : t('steps.weekLead', { range: formats.dayRange(data.from, data.to) })}
      </p>
      <WeekChoice days={data.days} isSame={data.same} value={credit} onChoose={setCredit} />
      <div className="steps-hours">
        <NumberInput
          label={t('steps.hours')}
          value={hours}
          min={0.5}
          max={24}
          step={0.5}
          decimalScale={2}
          allowedDecimalSeparators={['.', ',']}
          onChange={setHours}
        />
        <div>
          <span className="steps-label">{t('steps.days')}</span>
          <WeekdaysField label={t('steps.days')} value={days} onSave={setDays} />
        </div>
      </div>
      <FieldProblem error={choose.error} />
      <StepFoot
        onBack={onBack}
        next={t('steps.next')}
        isBusy={choose.isPending}
        busyWords={t('steps.proposing')}
        isBlocked={!isHours}
      />
    </form>
  );
}
