import { useTranslation } from 'react-i18next';
import { formatShort } from '#shared/values/minutes.ts';
import { BurnDown } from '../../components/charts/BurnDown.tsx';
import { DayPairs } from '../../components/charts/DayPairs.tsx';
import { DayStack } from '../../components/charts/DayStack.tsx';
import { MonthHeat } from '../../components/charts/MonthHeat.tsx';
import { ShareBar } from '../../components/charts/ShareBar.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { useHostWords } from '../../hooks/host-words.ts';
import type { ReportChart as Chart, ReportTable } from './report-blocks.ts';

interface Props {
  readonly label: string;
  readonly table: ReportTable;
  readonly chart: Chart;
  /** Minutes a day should have; nothing where it is about several people. */
  readonly targetOf: (date: string) => number;
  /** Minutes of a full day. */
  readonly fullDay: number;
}

/** What is drawn of a table of a report. */
export function ReportChart({ label, table, chart, targetOf, fullDay }: Props) {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  const formats = useFormats();
  switch (chart.kind) {
    case 'stack':
      return <DayStack label={label} parts={chart.parts} dates={chart.dates} targetOf={targetOf} />;
    case 'heat':
      return (
        <MonthHeat
          from={chart.from}
          to={chart.to}
          minutesOf={(date) => chart.minutes.get(date) ?? 0}
          targetOf={targetOf}
          fullDay={Math.max(fullDay, 1)}
        />
      );
    case 'share':
      return (
        <ShareBar
          label={label}
          shares={chart.shares.map(({ name, percent, minutes, isOpen }) => ({
            key: name,
            label: hostWords(name),
            percent,
            isOpen,
            text: t('reports.shareText', { percent: formats.percent(percent), time: formatShort(minutes) }),
          }))}
        />
      );
    case 'pairs': {
      const [first, second] = chart.columns.map((at) => hostWords(table.columns[at]?.title ?? ''));
      return <DayPairs label={label} names={[first ?? '', second ?? '']} pairs={chart.pairs} />;
    }
    case 'burn-down':
      return <BurnDown name={chart.name} course={chart.course} />;
  }
}
