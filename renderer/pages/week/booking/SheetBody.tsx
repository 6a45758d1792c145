import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, ProviderShape } from '#shared/contract/booking-shapes.ts';
import { bookingStatesQuery, planQuery, progressQuery } from '../../../client/queries.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ProblemNote } from '../../../components/ProblemNote.tsx';
import { useDelayed } from '../../../hooks/delayed.ts';
import { PlanView } from './PlanView.tsx';
import { SheetFoot } from './SheetFoot.tsx';
import type { Choices } from './plan-choices.ts';
import { orderOf } from './plan-choices.ts';
import { useBookingRun } from './booking-run.ts';

interface Props {
  readonly provider: ProviderShape;
  readonly week: string;
  readonly onClose: () => void;
}

/** The plan of a week at one provider, what was chosen about it, and the booking of it. */
export function SheetBody({ provider, week, onClose }: Props) {
  const { t } = useTranslation();
  const plan = useQuery(planQuery(provider.id, week));
  const { data: progress } = useQuery(progressQuery());
  const { data: states = [] } = useQuery(bookingStatesQuery(week, provider.id));
  const [choices, setChoices] = useState<Choices>(new Map());
  const run = useBookingRun(provider.id, week);
  const isRunning = run.isPending || progress?.running === true;

  const replan = () => {
    run.forget();
    setChoices(new Map());
    void plan.refetch();
  };
  // A booking that was begun elsewhere has ended: what is shown is no longer so.
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !isRunning && run.result === null && run.error === null) void plan.refetch();
    wasRunning.current = isRunning;
  }, [isRunning, run.result, run.error, plan]);

  if (!plan.data) {
    return (
      <div className="booking-sheet-body">
        {plan.error === null ? <Planning /> : <ProblemNote error={plan.error} retry={replan} />}
      </div>
    );
  }
  const order = orderOf(plan.data, choices);
  return (
    <>
      <div className={`booking-sheet-body${plan.isFetching ? ' is-late' : ''}`}>
        {plan.error !== null && <ProblemNote error={plan.error} retry={replan} />}
        {isNothing(plan.data) && run.result === null && (
          <EmptyState title={t(isAllDone(plan.data) ? 'sheet.allDone' : 'sheet.nothing')}>
            <p>
              {isAllDone(plan.data)
                ? t('sheet.allDoneBody', { name: provider.name })
                : t('sheet.nothingBody')}
            </p>
          </EmptyState>
        )}
        <PlanView
          plan={plan.data}
          name={provider.name}
          choices={choices}
          onChoose={setChoices}
          isFixed={isRunning || run.result !== null || plan.isFetching}
          ordered={run.ordered}
          states={states}
          result={run.result}
          onLeave={onClose}
        />
      </div>
      <SheetFoot
        provider={provider}
        plan={plan.data}
        order={order}
        run={run}
        progress={progress ?? null}
        isPlanning={plan.isFetching}
        onReplan={replan}
      />
    </>
  );
}

const isNothing = (plan: Plan) => plan.rows.every((row) => row.action === 'skip');
const isAllDone = (plan: Plan) => plan.rows.length > 0;

/** Asking the provider takes a second or two: say so, then show the outline of what comes. */
function Planning() {
  const { t } = useTranslation();
  const isLate = useDelayed(true);
  return (
    <div className="skeletons" aria-busy="true">
      <p className="hint" role="status">
        {t('sheet.planning')}
      </p>
      {isLate && [1, 2, 3, 4, 5].map((row) => <Skeleton key={row} height={44} radius={8} />)}
    </div>
  );
}
