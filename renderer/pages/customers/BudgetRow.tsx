import { IconChevronDown } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectShape } from '#shared/contract/booking-shapes.ts';
import type { BudgetShape } from '#shared/contract/budget-operations.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useNow } from '../../hooks/now.ts';
import { BudgetForm } from './BudgetForm.tsx';
import { Gauge } from './Gauge.tsx';

interface Props {
  readonly budget: BudgetShape;
  readonly projects: readonly ProjectShape[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** A budget in two lines: how much of it is used, in time, share and money, and by which terms. */
export function BudgetRow({ budget, projects, isOpen, onToggle }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const head = useRef<HTMLButtonElement>(null);
  const { kind, name, project, used, available, left, percent, state, amount, currency } = budget;
  const runsOutWords = (day: string): string =>
    t((left ?? 0) <= 0 ? 'customers.goneSince' : 'customers.goneOn', { day: formats.shortDay(day) })
      // A short name of a month may bring its own full stop.
      .replace(/\.\.$/, '.');
  return (
    <li className={`budget${isOpen ? ' budget-open' : ''}${kind === 'unit' ? ' budget-unit' : ''}`}>
      <button ref={head} type="button" className="budget-head" aria-expanded={isOpen} onClick={onToggle}>
        <span className="budget-words">
          <b>
            <span className="sr-only">{t('customers.budgetOf')}</span> {name}
          </b>
          <Terms budget={budget} />
        </span>
        <span className="budget-use">
          <span className="num">
            {available === null
              ? t('customers.usedFree', { used: formatShort(used) })
              : t('customers.usedOf', { used: formatShort(used), of: formatShort(available) })}
          </span>
          {available === null ? null : (
            <Gauge used={used} of={available} state={state} thresholds={budget.thresholds} />
          )}
          <Remote remote={budget.remote} />
        </span>
        <span className="budget-number num">
          {percent === null ? '' : `${formats.decimal(percent)} %`}
          {left !== null && (
            <small className={left < 0 ? 'budget-over' : undefined}>
              {t(left < 0 ? 'customers.over' : 'customers.leftWords', { time: formatShort(Math.abs(left)) })}
            </small>
          )}
        </span>
        <span className="budget-number num">
          {amount === null ? '' : formats.money(amount, currency)}
          {budget.leftAmount !== null && (
            <small>{t('customers.leftWords', { time: formats.money(budget.leftAmount, currency) })}</small>
          )}
        </span>
        <IconChevronDown size={15} aria-hidden />
      </button>
      {state !== 'fine' && (
        <p className={`budget-warning budget-${state}`}>
          {t(state === 'over' ? 'customers.isOver' : 'customers.isNear')}
          {budget.runsOut !== null && ` ${runsOutWords(budget.runsOut)}`}
        </p>
      )}
      {isOpen && (
        <BudgetForm
          budget={budget}
          projects={projects.some(({ key }) => key === project) ? projects : []}
          onClose={() => {
            onToggle();
            head.current?.focus();
          }}
        />
      )}
    </li>
  );
}

/** In all or each month, since when, of which tickets. */
function Terms({
  budget: { kind, project, name, hours, per, rollover, from, tickets, label },
}: {
  budget: BudgetShape;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = [
    kind === 'project' && project !== name ? project : null,
    kind === 'unit' ? project : null,
    tickets === null ? null : t('customers.tickets', { count: tickets.length }),
    label === null ? null : t('customers.labelled', { label }),
    hours === null
      ? t('customers.noLimit')
      : t(
          per === 'month'
            ? rollover
              ? 'customers.perMonthCarried'
              : 'customers.perMonth'
            : 'customers.inAll',
          {
            hours: formatShort(Math.round(hours * 60)),
          },
        ),
    from === null ? null : t('customers.since', { day: formats.dayAndMonth(from) }),
  ];
  return <small>{words.filter((word) => word !== null).join(' · ')}</small>;
}

/** What the provider last said of it, beside what stands here. */
function Remote({ remote }: { remote: BudgetShape['remote'] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow(60_000);
  if (remote === null) return null;
  const { worked, budgeted, at } = remote;
  const words = { worked: formatShort(worked ?? 0), budgeted: formatShort(budgeted ?? 0) };
  return (
    <small>
      {t(
        worked === null
          ? 'customers.remoteSold'
          : budgeted === null
            ? 'customers.remoteUsed'
            : 'customers.remoteBoth',
        words,
      )}
      {` · ${formats.ago(at, now)}`}
    </small>
  );
}
