import { Button } from '@mantine/core';
import { IconPlayerStop, IconRefresh, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Plan, Progress, ProviderShape } from '#shared/contract/booking-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { FieldProblem } from '../../../components/FieldProblem.tsx';
import { useFormats } from '../../../hooks/formats.ts';
import { useNow } from '../../../hooks/now.ts';
import type { BookingRun } from './booking-run.ts';
import { Outcome } from './Outcome.tsx';
import type { Order } from './plan-choices.ts';
import { useHostWords } from '../../../hooks/host-words.ts';

interface Props {
  readonly provider: ProviderShape;
  readonly plan: Plan;
  readonly order: Order;
  readonly run: BookingRun;
  readonly progress: Progress | null;
  readonly isPlanning: boolean;
  readonly onReplan: () => void;
}

/** The foot of the sheet: what booking would take; how far it has come; how it ended. */
export function SheetFoot({ provider, plan, order, run, progress, isPlanning, onReplan }: Props) {
  if (run.isPending || progress?.running === true)
    return <Running run={run} progress={progress} total={run.ordered.size} />;
  if (run.result !== null)
    return <Outcome result={run.result} plan={plan} run={run} onReplan={onReplan} isPlanning={isPlanning} />;
  return (
    <Ready
      provider={provider}
      plan={plan}
      order={order}
      run={run}
      isPlanning={isPlanning}
      onReplan={onReplan}
    />
  );
}

function Ready({ provider, plan, order, run, isPlanning, onReplan }: Omit<Props, 'progress'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow(60_000);
  const quota = plan.quota ?? provider.quota;
  const count = order.entries.length;
  const words =
    count === 0
      ? t('sheet.applyNone')
      : order.bookings === 0
        ? t('sheet.applyOther', { count })
        : t('sheet.applyTime', {
            words: t('sheet.apply', { count: order.bookings }),
            time: formatShort(order.minutes),
          });
  const left = quota && { left: formats.count(quota.left), of: formats.count(quota.of) };
  return (
    <footer className="booking-sheet-foot">
      <div className="booking-sheet-words">
        {left && (
          <span className="hint num">
            {quota.resetsAt !== null && quota.left < quota.of
              ? t('sheet.quotaResets', { ...left, when: formats.ago(quota.resetsAt, now) })
              : t('sheet.quota', left)}
          </span>
        )}
        <FieldProblem error={run.error} />
      </div>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconRefresh size={16} />}
        loading={isPlanning}
        onClick={onReplan}
      >
        {t('sheet.replan')}
      </Button>
      <Button
        leftSection={<IconSend size={16} />}
        disabled={count === 0 || isPlanning}
        onClick={() => run.start(order)}
      >
        {words}
      </Button>
    </footer>
  );
}

function Running({ run, progress, total }: { run: BookingRun; progress: Progress | null; total: number }) {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  const isKnown = progress?.running === true;
  const all = isKnown ? progress.total : total;
  const done = isKnown ? progress.done : 0;
  return (
    <footer className="booking-sheet-foot">
      <div className="booking-sheet-words">
        <div className="booking-progress">
          <div
            className="bar"
            role="progressbar"
            aria-label={t('sheet.progress')}
            aria-valuemin={0}
            aria-valuemax={all}
            aria-valuenow={done}
          >
            <span style={{ width: `${all === 0 ? 0 : (done / all) * 100}%` }} />
          </div>
          <span className="num" role="status">
            {t('sheet.running', { done, total: all })}
          </span>
        </div>
        <span className="hint">
          {run.isStopping
            ? t('sheet.cancelling')
            : isKnown && progress.waitsFor !== null
              ? t('sheet.waitsFor', { what: hostWords(progress.waitsFor) })
              : t(run.isPending ? 'sheet.stays' : 'sheet.elsewhereRuns')}
        </span>
      </div>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} />}
        disabled={run.isStopping}
        onClick={run.stop}
      >
        {t('sheet.cancel')}
      </Button>
    </footer>
  );
}
