import { useTranslation } from 'react-i18next';
import type { DayStatus } from '#shared/review/day.ts';
import type { Cell, Column } from '#shared/reports/table.ts';
import { hasOwnWords, isCode } from '#shared/reports/table.ts';
import { formatEstimate, formatTimesheet } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useHostWords } from '../../hooks/host-words.ts';
import { useToday } from '../../hooks/today.ts';

type Kind = Pick<Column, 'key' | 'kind'>;

/** Cells of a report in the language of the window, as the person's locale writes numbers and days. */
export function useCells(hoursPerDay: number) {
  const { t } = useTranslation();
  const formats = useFormats();
  const hostWords = useHostWords();
  const year = useToday().slice(0, 4);
  const day = (date: string): string =>
    `${formats.shortDay(date)}${date.startsWith(year) ? '' : ` ${date.slice(0, 4)}`}`;
  return {
    day,
    /** @param isTotal it stands in the last line. */
    text: (cell: Cell, { key, kind }: Kind, isTotal = false): string => {
      if (cell === null) return '';
      if (typeof cell === 'object') return formats.money(cell.cents / 100, cell.currency);
      if (typeof cell === 'number') return numberText(cell, kind);
      if (isTotal || hasOwnWords({ key })) return hostWords(cell);
      if (kind === 'date') return day(cell);
      if (cell === 'unallocated') return t('charts.noTicket');
      if (key === 'status' && isCode({ key }, cell) && /^\d/.test(cell)) return standing(cell);
      if (key === 'status' && (cell === 'draft' || cell === 'reviewed' || cell === 'submitted'))
        return t(`status.${cell}`);
      if (key === 'source' && isSource(cell)) return t(`source.${cell}`);
      return cell;
    },
    /** A sentence of the report, with its days as they are written here. */
    sentence: (words: string): string =>
      standing(hostWords(words))
        // A day may end with a full stop of its own.
        .replaceAll(/\b(\d{4}-\d{2}-\d{2})\b(\.?)/g, (_, date: string, stop: string) =>
          day(date).endsWith('.') ? day(date) : `${day(date)}${stop}`,
        ),
  };

  /** `3 reviewed, 2 draft`. */
  function standing(words: string): string {
    return words.replaceAll(/\b(\d+) (draft|reviewed|submitted)\b/g, (_, count: string, status: DayStatus) =>
      t(`reports.standing.${status}`, { count: Number(count) }),
    );
  }

  function numberText(value: number, kind: Column['kind']): string {
    if (kind === 'minutes') return formatTimesheet(value);
    if (kind === 'estimate') return formatEstimate(value, hoursPerDay);
    return kind === 'percent' ? formats.percent(value) : formats.count(value);
  }
}

const SOURCES = ['timer', 'calendar', 'git', 'ide', 'agent', 'manual'] as const;
const isSource = (text: string): text is (typeof SOURCES)[number] => SOURCES.some((one) => one === text);

/** Such columns stand at their right edge. */
export const isNumeric = ({ kind }: Pick<Column, 'kind'>): boolean => kind !== 'text' && kind !== 'date';
