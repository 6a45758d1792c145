import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { useChange } from '../../hooks/change.ts';
import { useConnected, usualOf } from '../../hooks/booking.ts';
import type { Formats } from '../../hooks/formats.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import { go, useRoute } from '../../hooks/route.ts';
import { useShortcuts } from '../../hooks/shortcuts.ts';
import { BookWeek, useBookedWords } from './BookWeek.tsx';

type Outcome = Awaited<ReturnType<typeof client.week.submit>>;

const names = (days: readonly string[], formats: Formats) =>
  days.map((day) => formats.weekday(day)).join(', ');

/** The foot of the week: what submitting would do, the button, and afterwards what it did. */
export function SubmitWeek({ data, today }: { data: WeekShape; today: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const button = useRef<HTMLButtonElement>(null);
  // What is submitted stays so: the key leads to the button, it does not press it. Pressed while the last day is still
  // being confirmed, it leads there as soon as there is something to submit.
  const isWished = useRef(false);
  const canSubmit = data.days.some((day) => day.status === 'reviewed');
  useShortcuts({
    submitWeek: () => {
      isWished.current = !canSubmit;
      button.current?.focus();
    },
  });
  useEffect(() => {
    if (!canSubmit || !isWished.current) return;
    isWished.current = false;
    button.current?.focus();
  }, [canSubmit]);
  const route = useRoute();
  const canBook = usualOf(useConnected()) !== null;
  const goesByItself = useSettingValue('booking.afterSubmit') === true;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const submit = useChange(() => client.week.submit({ week: data.week }), {
    done: (said) => {
      setOutcome(said);
      // What is submitted is booked next: straight to the sheet, unless booking goes by itself.
      if (said.submitted.length > 0 && canBook && !goesByItself)
        go(`/week${route.argument === null ? '' : `/${route.argument}`}?book=1`);
    },
    announce: false,
  });
  const reviewed = data.days.filter((day) => day.status === 'reviewed').map((day) => day.date);
  const behind = data.days
    .filter((day) => day.status === 'draft' && day.date <= today && (day.entries > 0 || day.target > 0))
    .map((day) => day.date);
  const booked = useBookedWords(data);
  const isAll = reviewed.length === 0 && behind.length === 0;
  return (
    <footer className="week-foot">
      <div className="week-foot-words" role="status">
        {outcome ? (
          <Done outcome={outcome} />
        ) : (
          <>
            {reviewed.length > 0 && (
              <span>
                {t('week.willSubmit', { count: reviewed.length, days: names(reviewed, formats) })}{' '}
                {t('week.final')}
              </span>
            )}
            {reviewed.length === 0 && <span>{t(isAll ? 'week.submitAll' : 'week.submitNone')}</span>}
            {behind.length > 0 && (
              <span className="week-behind">
                {t('week.leftBehind', { count: behind.length, days: names(behind, formats) })}
              </span>
            )}
          </>
        )}
        {booked !== null && <span>{booked}</span>}
        <FieldProblem error={submit.error} />
      </div>
      <Button
        ref={button}
        variant={reviewed.length === 0 ? 'default' : 'filled'}
        leftSection={<IconSend size={16} />}
        disabled={!canSubmit || submit.isPending}
        onClick={() => submit.mutate(undefined)}
      >
        {t('week.submit')}
      </Button>
      <BookWeek data={data} isSecond={reviewed.length > 0} />
    </footer>
  );
}

function Done({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      <span className="week-done">
        {outcome.submitted.length === 0
          ? t('week.submittedNone')
          : t('week.submitted', { count: outcome.submitted.length, days: names(outcome.submitted, formats) })}
      </span>
      {outcome.leftBehind.length > 0 && (
        <span className="week-behind">
          {t('week.leftBehind', {
            count: outcome.leftBehind.length,
            days: names(
              outcome.leftBehind.map((day) => day.date),
              formats,
            ),
          })}
        </span>
      )}
    </>
  );
}
