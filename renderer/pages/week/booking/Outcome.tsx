import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, SyncResult } from '#shared/contract/booking-shapes.ts';
import { FieldProblem } from '../../../components/FieldProblem.tsx';
import { Prose } from '../../../components/Prose.tsx';
import type { BookingRun } from './booking-run.ts';
import { RESULT_PARTS, countOf } from './plan-choices.ts';

interface Props {
  readonly result: SyncResult;
  readonly plan: Plan;
  readonly run: BookingRun;
  readonly isPlanning: boolean;
  readonly onReplan: () => void;
}

/** How the booking ended, in words, and what to do about the rest. */
export function Outcome({ result, plan, run, isPlanning, onReplan }: Props) {
  const { t } = useTranslation();
  const next = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; the keyboard goes on from here.
  useEffect(() => next.current?.focus(), []);
  const parts = RESULT_PARTS.flatMap((part) => {
    const count = countOf(result, part);
    return count === 0 ? [] : [t(`sheet.result.${part}`, { count })];
  });
  const refused = result.failed.map(({ entryId }) => entryId);
  const reasons = [...new Set(result.failed.map(({ reason }) => reason))];
  const isClean = refused.length === 0 && result.waiting === 0 && result.conflicts.length === 0;
  const label = (entryId: string) => plan.rows.find((row) => row.entryId === entryId)?.ticket ?? null;
  return (
    <footer className="booking-sheet-foot">
      <div className="booking-sheet-words" role="status">
        <span className={isClean ? 'week-done' : 'booking-ended'}>
          {parts.length === 0 ? t('sheet.result.nothing') : `${parts.join(', ')}.`}
        </span>
        {reasons.slice(0, 2).map((reason) => (
          <span key={reason} className="field-problem">
            {[
              ...new Set(
                result.failed.filter((row) => row.reason === reason).map((row) => label(row.entryId)),
              ),
            ]
              .filter((ticket) => ticket !== null)
              .slice(0, 3)
              .join(', ')}{' '}
            <Prose words={reason} />
          </span>
        ))}
        {result.problem !== null && (
          <span className="hint">
            <Prose words={result.problem} />
          </span>
        )}
        <FieldProblem error={run.error} />
      </div>
      {refused.length > 0 && (
        <Button variant="default" onClick={() => run.start({ entries: refused, decisions: [] })}>
          {t('sheet.retry', { count: refused.length })}
        </Button>
      )}
      <Button ref={next} variant={isClean ? 'default' : 'light'} loading={isPlanning} onClick={onReplan}>
        {t('sheet.after')}
      </Button>
    </footer>
  );
}
