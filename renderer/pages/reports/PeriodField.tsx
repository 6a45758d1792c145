import { Button, Popover, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '#shared/reports/period.ts';
import { Stepper } from '../../components/Stepper.tsx';
import type { Formats } from '../../hooks/formats.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useShortcuts } from '../../hooks/shortcuts.ts';
import { neighbour, rangeWords, USUAL_PERIODS } from './report-period.ts';

interface Props {
  /** Null: what was asked means no days. */
  readonly period: Period | null;
  /** The words it was chosen by; null: the report's usual days. */
  readonly words: string | null;
  readonly onChoose: (words: string) => void;
}

const WORDS = {
  today: 'today',
  yesterday: 'yesterday',
  week: 'week',
  'last week': 'lastWeek',
  month: 'month',
  'last month': 'lastMonth',
  quarter: 'quarter',
  'last quarter': 'lastQuarter',
  year: 'year',
  'last year': 'lastYear',
  '30 days': 'days30',
  all: 'all',
} as const satisfies Record<(typeof USUAL_PERIODS)[number], string>;

/** The days a report is about: one step back and on, the usual ones with a press, and any others. */
export function PeriodField({ period, words, onChoose }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const [before, after] = period === null ? [null, null] : [neighbour(period, -1), neighbour(period, 1)];
  useShortcuts({
    ...(before === null ? {} : { previous: () => onChoose(before) }),
    ...(after === null ? {} : { next: () => onChoose(after) }),
  });
  const choose = (next: string) => {
    setIsOpen(false);
    onChoose(next);
  };
  const label = period === null ? (words ?? '') : periodWords(period, formats, t('reports.periods.all'));
  const shown =
    period?.kind === 'week'
      ? t('reports.weekOf', { number: Number(period.label.slice(6)), days: label })
      : label;
  return (
    <div className="report-period">
      <Stepper
        before={{ label: t('reports.earlier'), go: before === null ? null : () => onChoose(before) }}
        after={{ label: t('reports.later'), go: after === null ? null : () => onChoose(after) }}
      />
      <Popover
        opened={isOpen}
        onChange={setIsOpen}
        trapFocus
        returnFocus
        position="bottom-start"
        shadow="md"
        width={320}
      >
        <Popover.Target>
          <Button
            size="compact-md"
            variant="default"
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={t('reports.days', { days: shown })}
            onClick={() => setIsOpen(!isOpen)}
          >
            {shown}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <div className="report-periods">
            {USUAL_PERIODS.map((usual) => (
              <button key={usual} type="button" aria-pressed={words === usual} onClick={() => choose(usual)}>
                {t(`reports.periods.${WORDS[usual]}`)}
              </button>
            ))}
          </div>
          <RangeForm period={period} onChoose={choose} />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function RangeForm({ period, onChoose }: { period: Period | null; onChoose: (words: string) => void }) {
  const { t } = useTranslation();
  const isShort = period !== null && period.kind !== 'all';
  const [from, setFrom] = useState<string>(isShort ? period.from : '');
  const [to, setTo] = useState<string>(isShort ? period.to : '');
  const [isBad, setIsBad] = useState(false);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (from === '' || to === '' || from > to) return setIsBad(true);
    onChoose(rangeWords(from, to));
  };
  return (
    <form className="report-range" onSubmit={submit} noValidate>
      <TextInput
        type="date"
        label={t('reports.from')}
        value={from}
        onChange={(event) => {
          setFrom(event.currentTarget.value);
          setIsBad(false);
        }}
      />
      <TextInput
        type="date"
        label={t('reports.to')}
        value={to}
        onChange={(event) => {
          setTo(event.currentTarget.value);
          setIsBad(false);
        }}
      />
      <Button type="submit" variant="light">
        {t('reports.show')}
      </Button>
      {isBad && (
        <p className="field-problem" role="alert">
          {t('reports.badRange')}
        </p>
      )}
    </form>
  );
}

function periodWords({ kind, label, from, to }: Period, formats: Formats, all: string): string {
  switch (kind) {
    case 'day':
      return formats.longDay(from);
    case 'month':
      return formats.month(from);
    case 'quarter':
      return `${label.slice(5)} ${label.slice(0, 4)}`;
    case 'year':
      return label;
    case 'all':
      return all;
    default:
      return formats.dayRange(from, to);
  }
}
