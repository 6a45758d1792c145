import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetShape } from '#shared/contract/budget-operations.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { BurnDown } from '../../components/charts/BurnDown.tsx';
import { useFormats } from '../../hooks/formats.ts';

/** How a budget went down, and the same as a table. */
export function BudgetCurve({ budgets, asOf }: { budgets: readonly BudgetShape[]; asOf: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const drawn = budgets.filter(({ course, available }) => course.length > 0 && available !== null);
  const [id, setId] = useState<string | null>(null);
  const budget = drawn.find((one) => one.id === id) ?? drawn[0];
  if (budget === undefined) return null;
  return (
    <section className="surface customer-card" aria-label={t('customers.course')}>
      <div className="customer-card-head">
        <h3 className="caption">{t('customers.course')}</h3>
        <span className="topbar-space" />
        {drawn.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label={t('customers.courseOf')}
            value={budget.id}
            data={drawn.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(event) => setId(event.currentTarget.value)}
          />
        )}
      </div>
      <BurnDown
        key={budget.id}
        name={budget.name}
        course={{ points: budget.course, available: budget.available, runsOut: budget.runsOut, asOf }}
      />
      <details className="customer-numbers">
        <summary>{t('customers.asTable')}</summary>
        <table className="customer-table">
          <thead>
            <tr>
              <th scope="col">{t('customers.until')}</th>
              <th scope="col">{t('customers.used')}</th>
              <th scope="col">{t('customers.left')}</th>
            </tr>
          </thead>
          <tbody>
            {budget.course.map(({ date, used, left }) => (
              <tr key={date}>
                <th scope="row">{formats.shortDay(date)}</th>
                <td>{formatShort(used)}</td>
                <td>{left === null ? '' : formatShort(left)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
