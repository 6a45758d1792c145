import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { projectsQuery } from '../../client/queries.ts';
import { TicketPicker } from '../../components/TicketPicker.tsx';
import { PeriodField } from './PeriodField.tsx';
import { PlanField } from './PlanField.tsx';
import type { Choice } from './report-address.ts';
import { asks, needs } from './report-address.ts';
import type { Wish } from './use-report.ts';

interface Props {
  readonly wish: Wish;
  readonly onChoose: (change: Partial<Choice>) => void;
}

/** What a report may be asked: its days, and whose or what it is about. */
export function ReportControls({ wish, onChoose }: Props) {
  const { t } = useTranslation();
  const { info, choice, shown, period } = wish;
  return (
    <div className="report-controls">
      {asks(info, 'period') && (
        <PeriodField
          key={`${info.id} ${period?.label ?? ''}`}
          period={period}
          words={choice.period}
          onChoose={(words) => onChoose({ period: words })}
        />
      )}
      {asks(info, 'project') && <ProjectField wish={wish} onChoose={onChoose} />}
      {asks(info, 'customer') && <CustomerField wish={wish} onChoose={onChoose} />}
      {asks(info, 'ticket') && (
        <TicketPicker
          form="field"
          label={t('reports.ticket')}
          value={shown.ticket}
          onChange={(ticket) => onChoose({ ticket })}
        />
      )}
      {asks(info, 'plan') && (
        <PlanField
          kind="plan"
          label={t('reports.plan')}
          value={shown.plan}
          onChoose={(plan) => onChoose({ plan, sprint: null })}
        />
      )}
      {asks(info, 'sprint') && (
        <PlanField
          kind="sprint"
          label={t('reports.sprint')}
          placeholder={asks(info, 'plan') ? '' : t('reports.ofWeek')}
          value={shown.sprint}
          onChoose={(sprint) => onChoose({ sprint, plan: null })}
        />
      )}
      {asks(info, 'user') && (
        <SegmentedControl
          size="xs"
          aria-label={t('reports.whose')}
          value={choice.user ?? (info.whose === 'own' ? 'me' : 'all')}
          data={[
            { value: 'me', label: t('reports.mine') },
            { value: 'all', label: t('reports.everybody') },
          ]}
          onChange={(user) => onChoose({ user })}
        />
      )}
    </div>
  );
}

function ProjectField({ wish: { info, shown }, onChoose }: Props) {
  const { t } = useTranslation();
  const { data: projects = [] } = useQuery(projectsQuery());
  const known = projects.map(({ key, name }) => ({
    value: key,
    label: name === key ? key : `${name} (${key})`,
  }));
  const asked = shown.project;
  return (
    <NativeSelect
      size="xs"
      className="report-select"
      aria-label={t('reports.project')}
      value={asked ?? ''}
      data={[
        ...(needs(info, 'project') ? [] : [{ value: '', label: t('reports.anyProject') }]),
        ...(asked === null || known.some(({ value }) => value === asked)
          ? []
          : [{ value: asked, label: asked }]),
        ...known,
      ]}
      onChange={(event) => onChoose({ project: event.currentTarget.value || null })}
    />
  );
}

function CustomerField({ wish: { info, shown }, onChoose }: Props) {
  const { t } = useTranslation();
  const { data: projects = [] } = useQuery(projectsQuery());
  const known = [...new Set(projects.flatMap(({ customer }) => customer ?? []))].toSorted();
  const asked = shown.customer;
  return (
    <NativeSelect
      size="xs"
      className="report-select"
      aria-label={t('reports.customer')}
      value={asked ?? ''}
      data={[
        ...(needs(info, 'customer') ? [] : [{ value: '', label: t('reports.anyCustomer') }]),
        ...(asked === null || known.includes(asked) ? [] : [asked]),
        ...known,
      ]}
      onChange={(event) => onChoose({ customer: event.currentTarget.value || null })}
    />
  );
}
