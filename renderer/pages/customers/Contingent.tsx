import { useTranslation } from 'react-i18next';
import type { BudgetShape } from '#shared/contract/budget-operations.ts';
import type { ReportShape } from '#shared/contract/report-operations.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import { contingentsOf, worthOf } from './customer-rows.ts';
import { Gauge } from './Gauge.tsx';

/** What was sold to the customer as one: the number that matters, and how it is made up. */
export function Contingent({ report, budgets }: { report: ReportShape; budgets: readonly BudgetShape[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [whole] = report.meters;
  if (whole === undefined || whole.of === null)
    return (
      <section className="surface contingent" aria-label={t('customers.contingent')}>
        <h3 className="caption">{t('customers.contingent')}</h3>
        <p className="contingent-none">{t('customers.noContingent')}</p>
      </section>
    );
  const { used, of, percent, state } = whole;
  const left = of - used;
  const money = worthOf(budgets);
  const next = contingentsOf(budgets)
    .flatMap(({ runsOut, left: its }) => (runsOut !== null && (its ?? 0) > 0 ? [runsOut] : []))
    .toSorted()[0];
  return (
    <section className="surface contingent" aria-label={t('customers.contingent')}>
      <h3 className="caption">{t('customers.contingent')}</h3>
      <p className={`contingent-number num contingent-${state}`}>
        <b>{formatShort(Math.abs(left))}</b>{' '}
        <span>{t(left < 0 ? 'customers.overOf' : 'customers.leftOf', { of: formatShort(of) })}</span>
      </p>
      <Gauge used={used} of={of} state={state} />
      <dl className="contingent-facts">
        <Fact name={t('customers.sold')} value={formatShort(of)} />
        <Fact
          name={t('customers.used')}
          value={formatShort(used)}
          detail={percent === null ? null : `${formats.decimal(percent)} %`}
        />
        <Fact name={t('customers.left')} value={formatShort(left)} />
        {money !== null && (
          <>
            <Fact name={t('customers.usedMoney')} value={formats.money(money.used, money.currency)} />
            <Fact name={t('customers.leftMoney')} value={formats.money(money.left, money.currency)} />
          </>
        )}
        <Fact
          name={t('customers.runsOut')}
          value={next === undefined ? t('customers.notInSight') : formats.shortDay(next)}
        />
      </dl>
    </section>
  );
}

function Fact({ name, value, detail = null }: { name: string; value: string; detail?: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">
        {value}
        {detail !== null && <small> {detail}</small>}
      </dd>
    </div>
  );
}
