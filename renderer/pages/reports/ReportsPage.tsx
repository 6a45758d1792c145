import { Button, NativeSelect } from '@mantine/core';
import {
  IconBuildingStore,
  IconCalendarStats,
  IconChartPie,
  IconClockHour4,
  IconFlask,
  IconGauge,
  IconListDetails,
  IconReport,
  IconRobot,
  IconRun,
  IconTicket,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportCatalogueShape } from '#shared/contract/report-operations.ts';
import { reportCatalogueQuery, reportQuery } from '../../client/report-queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFallback } from '../../components/PageFallback.tsx';
import { useHostWords } from '../../hooks/host-words.ts';
import { go, useRoute } from '../../hooks/route.ts';
import '../../styles/reports.css';
import { addressOf, choiceOf, fitting } from './report-address.ts';
import type { ReportInfo } from './report-address.ts';
import { ReportControls } from './ReportControls.tsx';
import { ReportView } from './ReportView.tsx';
import { TakeAway } from './TakeAway.tsx';
import type { Missing } from './use-report.ts';
import { infoOf, useWish } from './use-report.ts';

/** Reports: which one on the left, what it is asked above it, and what it says. The address holds the choice. */
export function ReportsPage({ report }: { report: string | null }) {
  const { data, error, refetch } = useQuery(reportCatalogueQuery());
  const info = data === undefined ? undefined : infoOf(data, report);
  if (data === undefined || info === undefined)
    return <PageFallback error={error} retry={() => void refetch()} />;
  return <Report key={info.id} catalogue={data} info={info} />;
}

function Report({ catalogue, info }: { catalogue: ReportCatalogueShape; info: ReportInfo }) {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  const wish = useWish(info);
  const { choice, asked, missing, isWaiting } = wish;
  const answer = useQuery(reportQuery(info.id, asked, missing === null));
  usePaper();
  const choose = (change: Partial<typeof choice>) => go(addressOf(info.id, { ...choice, ...change }));
  return (
    <>
      <header className="day-head report-head">
        <div className="day-head-line">
          <div className="report-title">
            <h1 className="page-title">{hostWords(answer.data?.title ?? info.title)}</h1>
            <p className="page-lead">{hostWords(info.question)}</p>
          </div>
          <ChooseReport catalogue={catalogue} info={info} />
          <TakeAway
            report={info.id}
            asked={asked}
            formats={catalogue.formats}
            ownFormats={catalogue.ownFormats}
            hasEvidence={info.fields.some(({ name }) => name === 'evidence')}
            isDisabled={missing !== null || answer.data === undefined}
          />
        </div>
        <ReportControls wish={wish} onChoose={choose} />
      </header>
      <div className="page-body reports-body">
        <ReportList catalogue={catalogue} info={info} />
        {missing !== null ? (
          isWaiting ? (
            <div aria-busy="true" />
          ) : (
            <NothingToAsk missing={missing} />
          )
        ) : (
          <ReportView
            data={answer.data}
            error={answer.error}
            retry={() => void answer.refetch()}
            isOld={answer.isPlaceholderData}
            workingDays={catalogue.workingDays}
            hasTarget={wish.hasTarget}
            showAll={wish.period?.kind === 'all' ? null : () => choose({ period: 'all' })}
          />
        )}
      </div>
      <span className="sr-only" role="status">
        {answer.isFetching && !answer.isPlaceholderData && answer.data === undefined
          ? t('reports.loading')
          : ''}
      </span>
    </>
  );
}

const ICONS: Readonly<Record<string, typeof IconReport>> = {
  timesheet: IconCalendarStats,
  rd: IconFlask,
  sprint: IconRun,
  utilisation: IconChartPie,
  project: IconUsersGroup,
  ticket: IconTicket,
  summary: IconListDetails,
  budget: IconGauge,
  customer: IconBuildingStore,
  'agent-cost': IconRobot,
  sessions: IconClockHour4,
};

interface ChooseProps {
  readonly catalogue: ReportCatalogueShape;
  readonly info: ReportInfo;
}

/** Every report, one beside the page; what was chosen goes along where the other report knows it too. */
function ReportList({ catalogue, info }: ChooseProps) {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  const { query } = useRoute();
  return (
    <nav className="report-list" aria-label={t('reports.title')}>
      {catalogue.reports.map((report) => {
        const Icon = ICONS[report.id] ?? IconReport;
        return (
          <a
            key={report.id}
            className="report-list-link"
            href={`#${addressOf(report.id, fitting(report, choiceOf(query)))}`}
            aria-current={report.id === info.id ? 'page' : undefined}
          >
            <Icon size={16} stroke={1.75} aria-hidden />
            <span>{hostWords(report.title)}</span>
          </a>
        );
      })}
    </nav>
  );
}

/** The same where there is no room for a list. */
function ChooseReport({ catalogue, info }: ChooseProps) {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  const { query } = useRoute();
  return (
    <NativeSelect
      size="xs"
      className="report-choose"
      aria-label={t('reports.choose')}
      value={info.id}
      data={catalogue.reports.map(({ id, title }) => ({ value: id, label: hostWords(title) }))}
      onChange={(event) => {
        const next = catalogue.reports.find(({ id }) => id === event.currentTarget.value);
        if (next !== undefined) go(addressOf(next.id, fitting(next, choiceOf(query))));
      }}
    />
  );
}

function NothingToAsk({ missing }: { missing: Missing }) {
  const { t } = useTranslation();
  return (
    <EmptyState title={t(`reports.noneOf.${missing}`)}>
      <p>{t(`reports.noneOfWhy.${missing}`)}</p>
      {(missing === 'project' || missing === 'customer') && (
        <Button size="compact-sm" variant="light" component="a" href="#/connections">
          {t('reports.toConnections')}
        </Button>
      )}
    </EmptyState>
  );
}

/** On paper it is always day: dark colours are laid aside while it is printed. */
function usePaper(): void {
  useEffect(() => {
    const root = document.documentElement;
    const ATTRIBUTE = 'data-mantine-color-scheme';
    let before: string | null = null;
    const begin = () => {
      before = root.getAttribute(ATTRIBUTE);
      root.setAttribute(ATTRIBUTE, 'light');
    };
    const end = () => {
      if (before !== null) root.setAttribute(ATTRIBUTE, before);
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
}
