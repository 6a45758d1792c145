import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportShape } from '#shared/contract/report-operations.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { weekdayOf } from '#shared/values/local-day.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { BarList } from '../../components/charts/BarList.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { Warnings } from '../../components/Warnings.tsx';
import { useDelayed } from '../../hooks/delayed.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useHostWords } from '../../hooks/host-words.ts';
import type { Block } from './report-blocks.ts';
import { blocksOf, isNothing } from './report-blocks.ts';
import { figuresOf } from './report-figures.ts';
import { ReportChart } from './ReportChart.tsx';
import { ReportTable } from './ReportTable.tsx';
import { useCells } from './use-cells.ts';

interface Props {
  readonly data: ReportShape | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  /** It is of other days than those that were asked for: they are on their way. */
  readonly isOld: boolean;
  readonly workingDays: readonly number[];
  /** It is about all time of one person, whose days have a target. */
  readonly hasTarget: boolean;
  /** Shows all time; null where that cannot be chosen or is chosen already. */
  readonly showAll: (() => void) | null;
}

/** A report: what it says in a sentence, its leading numbers, and each table with what is drawn of it. */
export function ReportView({ data, error, retry, isOld, workingDays, hasTarget, showAll }: Props) {
  const { t } = useTranslation();
  const late = useDelayed(isOld);
  if (error !== null && (data === undefined || isOld)) return <ProblemNote error={error} retry={retry} />;
  if (data === undefined) return <Outline />;
  const targetOf = (date: string): number =>
    hasTarget && workingDays.includes(weekdayOf(date as LocalDay)) ? Math.round(data.hoursPerDay * 60) : 0;
  const blocks = blocksOf(data, { targetOf });
  // One that is known is told with or without time, so no other days would have more.
  const lacksBudget = data.report === 'budget';
  return (
    <article className={`report${late ? ' is-late' : ''}`} aria-busy={isOld}>
      {error !== null && <ProblemNote error={error} retry={retry} />}
      {isNothing(data) ? (
        <EmptyState title={t(lacksBudget ? 'reports.noneOf.budget' : 'reports.emptyTitle')}>
          {data.notes.length === 0 ? <p>{t('reports.empty')}</p> : <Notes data={data} />}
          {showAll !== null && !lacksBudget && (
            <Button size="compact-sm" variant="light" onClick={showAll}>
              {t('reports.showAllTime')}
            </Button>
          )}
        </EmptyState>
      ) : (
        <>
          <Summary data={data} />
          {blocks.map((block) => (
            <BlockView key={block.table.id} data={data} block={block} targetOf={targetOf} />
          ))}
        </>
      )}
    </article>
  );
}

function Summary({ data }: { data: ReportShape }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const hostWords = useHostWords();
  const cells = useCells(data.hoursPerDay);
  const figures = figuresOf(data);
  return (
    <>
      {figures.length > 0 && (
        <dl className="report-figures surface" aria-label={t('reports.figures')}>
          {figures.map(({ key, word, title, cell, kind }) => (
            <div key={key}>
              <dt>{word === null ? hostWords(title) : t(`reports.word.${word}`)}</dt>
              <dd className="num">{cells.text(cell, { key: '', kind })}</dd>
            </div>
          ))}
        </dl>
      )}
      {data.alarm !== null && <Warnings label={t('reports.notes')} words={[data.alarm]} />}
      {data.meters.length > 0 && (
        <section className="surface report-meters" aria-label={t('reports.meters')}>
          <BarList
            label={t('reports.meters')}
            bars={data.meters.map(({ label, used, of, percent, state }) => ({
              key: label,
              label,
              detail: percent === null ? null : formats.percent(percent),
              value: used,
              text: formatShort(used),
              of,
              ofText: of === null ? null : formatShort(of),
              state,
            }))}
          />
        </section>
      )}
      {data.notes.length > 0 && <Notes data={data} />}
    </>
  );
}

/** What stands out, or why there is nothing. */
function Notes({ data }: { data: ReportShape }) {
  const { t } = useTranslation();
  const cells = useCells(data.hoursPerDay);
  return (
    <ul className="report-notes" aria-label={t('reports.notes')}>
      {data.notes.map((note, at) => (
        <li key={at}>{cells.sentence(note)}</li>
      ))}
    </ul>
  );
}

interface BlockProps {
  readonly data: ReportShape;
  readonly block: Block;
  readonly targetOf: (date: string) => number;
}

function BlockView({ data, block: { table, chart, bars }, targetOf }: BlockProps) {
  const hostWords = useHostWords();
  const id = `report-${table.id}`;
  const title = hostWords(table.title);
  return (
    <section className={`surface report-block${chart === null ? '' : ` report-drawn report-${chart.kind}`}`}>
      <h2 id={id}>{title}</h2>
      <div className="report-block-body">
        {chart !== null && (
          <div className="report-chart">
            <ReportChart
              label={title}
              table={table}
              chart={chart}
              targetOf={targetOf}
              fullDay={data.hoursPerDay * 60}
            />
          </div>
        )}
        <div className="report-beside">
          <ReportTable
            report={data.report}
            table={table}
            bars={bars}
            isBeside={chart !== null}
            hoursPerDay={data.hoursPerDay}
            labelledBy={id}
          />
        </div>
      </div>
    </section>
  );
}

/** What a report will be, while it is made for longer than a moment. */
function Outline() {
  const { t } = useTranslation();
  const waiting = useDelayed(true);
  return (
    <div className="report" aria-busy="true" aria-label={t('reports.loading')} role="status">
      {waiting && (
        <>
          <Skeleton height={76} radius={8} />
          <Skeleton height={340} radius={8} />
        </>
      )}
    </div>
  );
}
