import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectShape } from '#shared/contract/booking-shapes.ts';
import { budgetsQuery, customerReportQuery } from '../../client/customer-queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { Access } from './Access.tsx';
import { BudgetCurve } from './BudgetCurve.tsx';
import { Budgets } from './Budgets.tsx';
import { Contingent } from './Contingent.tsx';
import type { CustomerRow } from './customer-rows.ts';
import { Preview } from './Preview.tsx';
import { SaveFile } from './SaveFile.tsx';
import { UseOfTime } from './UseOfTime.tsx';

interface Props {
  readonly row: CustomerRow;
  readonly projects: readonly ProjectShape[];
  /** The project whose budget is open at first. */
  readonly opened: string | null;
}

/** All of one customer. */
export function CustomerView({ row, projects, opened }: Props) {
  return row.name === null ? (
    <Nobodys projects={projects} opened={opened} />
  ) : (
    <Named name={row.name} projects={projects} opened={opened} />
  );
}

function Named({ name, projects, opened }: { name: string } & Omit<Props, 'row'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const budgets = useQuery(budgetsQuery(name));
  const report = useQuery(customerReportQuery(name));
  const [isShown, setIsShown] = useState(false);
  const show = useRef<HTMLButtonElement>(null);
  if (!budgets.data || !report.data)
    return (
      <PageFallback
        error={budgets.error ?? report.error}
        retry={() => void Promise.all([budgets.refetch(), report.refetch()])}
      />
    );
  const { from, to } = report.data.period;
  return (
    <div className="customer" role="region" aria-label={name}>
      <header className="customer-head">
        <div>
          <h2>{name}</h2>
          <p className="hint">{t('customers.period', { days: formats.dayRange(from, to) })}</p>
        </div>
        <span className="topbar-space" />
        <Button
          ref={show}
          size="compact-sm"
          variant="default"
          leftSection={<IconEye size={14} aria-hidden />}
          onClick={() => setIsShown(true)}
        >
          {t('customers.preview')}
        </Button>
        <SaveFile customer={name} />
      </header>
      {report.error !== null && <ProblemNote error={report.error} retry={() => void report.refetch()} />}
      <Contingent report={report.data} budgets={budgets.data} />
      <Budgets budgets={budgets.data} projects={projects} opened={opened} />
      <BudgetCurve budgets={budgets.data} asOf={to} />
      <UseOfTime report={report.data} />
      <Access customer={name} />
      {isShown && (
        <Preview
          customer={name}
          onClose={() => {
            setIsShown(false);
            show.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** Budgets that are of nobody: there is nothing to show anybody. */
function Nobodys({ projects, opened }: Omit<Props, 'row'>) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(budgetsQuery(null));
  if (!data) return <PageFallback error={error} retry={() => void refetch()} />;
  return (
    <div className="customer" role="region" aria-label={t('customers.nobody')}>
      <header className="customer-head">
        <div>
          <h2>{t('customers.nobody')}</h2>
          <p className="hint">
            {t('customers.nobodyHint')}{' '}
            <a
              className="link-button"
              href={`#/connections?project=${encodeURIComponent(projects[0]?.key ?? '')}`}
            >
              {t('customers.emptyAction')}
            </a>
          </p>
        </div>
      </header>
      <Budgets
        budgets={data.filter(({ customer }) => customer === null)}
        projects={projects}
        opened={opened}
      />
    </div>
  );
}
