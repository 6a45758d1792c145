import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShort } from '#shared/values/minutes.ts';
import { budgetsQuery } from '../../client/customer-queries.ts';
import { projectsQuery } from '../../client/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFallback } from '../../components/PageFallback.tsx';
import { dropQuery, go, useRoute } from '../../hooks/route.ts';
import '../../styles/projects.css';
import '../../styles/customers.css';
import { CustomerView } from './CustomerView.tsx';
import type { CustomerRow } from './customer-rows.ts';
import { chosenRow, customerRows, NOBODY } from './customer-rows.ts';
import { Gauge } from './Gauge.tsx';

/** Customers: how much of what was sold is used, what they may see of it, and by which address. */
export function CustomersPage({ chosen }: { chosen: string | null }) {
  const { t } = useTranslation();
  const projects = useQuery(projectsQuery());
  const budgets = useQuery(budgetsQuery(null));
  // A budget that runs out leads to its project: `/customers?project=TB`.
  const asked = useRoute().query.get('project');
  const [project, setProject] = useState<string | null>(null);
  useEffect(() => {
    if (asked === null) return;
    setProject(asked);
    dropQuery();
  }, [asked]);
  useEffect(() => {
    if (chosen !== null) setProject(null);
  }, [chosen]);
  if (!projects.data || !budgets.data)
    return (
      <PageFallback
        error={projects.error ?? budgets.error}
        retry={() => void Promise.all([projects.refetch(), budgets.refetch()])}
      />
    );
  const rows = customerRows(projects.data, budgets.data);
  const row = chosenRow(rows, chosen, project);
  return (
    <>
      <header className="page-head page-head-column">
        <h1 className="page-title">{t('customers.title')}</h1>
        <p className="page-lead">{t('customers.lead')}</p>
      </header>
      <div className="page-body">
        {row === null ? (
          <EmptyState title={t('customers.emptyTitle')}>
            <p>{t('customers.empty')}</p>
            <a className="link-button" href="#/connections?project=">
              {t('customers.emptyAction')}
            </a>
          </EmptyState>
        ) : (
          <div className="customers">
            <nav className="customers-list" aria-label={t('customers.list')}>
              {rows.map((one) => (
                <CustomerLink key={one.name ?? NOBODY} row={one} isCurrent={one === row} />
              ))}
            </nav>
            <CustomerView
              // A project that is asked for opens, also where its customer is shown already.
              key={`${row.name ?? NOBODY}\n${project ?? ''}`}
              row={row}
              projects={projects.data.filter(({ key }) => row.projects.includes(key))}
              opened={project}
            />
          </div>
        )}
      </div>
    </>
  );
}

function CustomerLink({
  row: { name, used, of, state },
  isCurrent,
}: {
  row: CustomerRow;
  isCurrent: boolean;
}) {
  const { t } = useTranslation();
  return (
    <a
      className="customers-link"
      href={`#/customers/${encodeURIComponent(name ?? NOBODY)}`}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={(event) => {
        event.preventDefault();
        go(`/customers/${encodeURIComponent(name ?? NOBODY)}`);
      }}
    >
      <b title={name ?? undefined}>{name ?? t('customers.nobody')}</b>
      <span className="customers-link-words num">
        {of === null
          ? t('customers.nothingSold')
          : t('customers.usedOf', { used: formatShort(used), of: formatShort(of) })}
      </span>
      {of !== null && <Gauge used={used} of={of} state={state} />}
    </a>
  );
}
