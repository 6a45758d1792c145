import { useTranslation } from 'react-i18next';
import type { ReportShape } from '#shared/contract/report-operations.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { BarList } from '../../components/charts/BarList.tsx';
import { useHostWords } from '../../hooks/host-words.ts';
import { CustomerTable } from './CustomerTable.tsx';

/** What the last thirty days went into: by delivery unit, the last activities, what the invoice is made of. */
export function UseOfTime({ report }: { report: ReportShape }) {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  const tableOf = (id: string) => report.tables.find((table) => table.id === id) ?? null;
  const units = (tableOf('units')?.rows ?? []).map(([name, time, stage], at) => ({
    key: String(at),
    label: typeof name === 'string' ? name : '',
    detail: typeof stage === 'string' ? hostWords(stage) : null,
    value: Number(time),
    text: formatShort(Number(time)),
  }));
  const [activities, invoice, people] = [tableOf('activities'), tableOf('invoice'), tableOf('people')];
  return (
    <>
      <section className="surface customer-card" aria-label={t('customers.units')}>
        <h3 className="caption">{t('customers.units')}</h3>
        {units.length === 0 ? (
          <p className="hint">{t('customers.nothingDone')}</p>
        ) : (
          <BarList label={t('customers.units')} bars={units} />
        )}
      </section>
      <div className="customer-pair">
        {activities !== null && activities.rows.length > 0 && (
          <section className="surface customer-card" aria-label={t('customers.activities')}>
            <h3 className="caption">{t('customers.activities')}</h3>
            <CustomerTable table={activities} />
          </section>
        )}
        {invoice !== null && invoice.rows.length > 0 && (
          <section className="surface customer-card" aria-label={t('customers.invoice')}>
            <h3 className="caption">{t('customers.invoice')}</h3>
            <CustomerTable table={invoice} />
          </section>
        )}
        {people !== null && (
          <section className="surface customer-card" aria-label={t('customers.people')}>
            <h3 className="caption">{t('customers.people')}</h3>
            <CustomerTable table={people} />
          </section>
        )}
      </div>
    </>
  );
}
