import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from '#shared/reports/table.ts';
import { parseTicketId } from '#shared/values/ticket-id.ts';
import { useHostWords } from '../../hooks/host-words.ts';
import { addressOf, NO_CHOICE } from './report-address.ts';
import type { CellBars, ReportTable as Table } from './report-blocks.ts';
import { isNumeric, useCells } from './use-cells.ts';

interface Props {
  readonly report: string;
  readonly table: Table;
  readonly bars: CellBars | null;
  readonly hoursPerDay: number;
  readonly isBeside: boolean;
  /** The id of what names it. */
  readonly labelledBy: string;
}

/** More rows than this are shown on request, and always on paper; fewer where they stand beside a drawing. */
const SHOWN = 14;
const SHOWN_BESIDE = 8;
/** Letters from which on words may break. */
const LONG = 28;
/** Columns from which on all words may, so that the last column is seen. */
const WIDE = 10;

/** A table of a report. What can be looked at more closely is a link. */
export function ReportTable({ report, table, bars, hoursPerDay, isBeside, labelledBy }: Props) {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  const cells = useCells(hoursPerDay);
  const [isWhole, setIsWhole] = useState(false);
  const { columns, rows, total } = table;
  const most = isBeside ? SHOWN_BESIDE : SHOWN;
  // Two more are sooner read than asked for.
  const isLong = rows.length > most + 2;
  const hidden = isWhole || !isLong ? rows.length : most;
  const classOf = (at: number): string | undefined =>
    isNumeric(columns[at]!) ? 'report-number num' : undefined;
  return (
    <>
      <div className="report-scroll" role="region" aria-labelledby={labelledBy} tabIndex={0}>
        <table
          className={`report-table${columns.length < WIDE ? '' : ' is-wide'}`}
          aria-labelledby={labelledBy}
        >
          <thead>
            <tr>
              {columns.map(({ key, title }, at) => (
                <th key={key} scope="col" className={classOf(at)}>
                  {hostWords(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at} className={at >= hidden ? 'report-row-more' : undefined}>
                {row.map((cell, column) => {
                  const Tag = column === 0 ? 'th' : 'td';
                  const words = cells.text(cell, columns[column]!);
                  const href = hrefOf(report, columns[column]!.key, cell);
                  return (
                    <Tag
                      key={columns[column]!.key}
                      scope={column === 0 ? 'row' : undefined}
                      className={classOf(column) ?? (words.length > LONG ? 'report-words' : undefined)}
                    >
                      {bars?.column === column ? (
                        <span className="report-barred">
                          <CellBar bars={bars} row={at} />
                          <span>{words}</span>
                        </span>
                      ) : href === null ? (
                        words
                      ) : (
                        <a className="report-link" href={href}>
                          {words}
                        </a>
                      )}
                    </Tag>
                  );
                })}
              </tr>
            ))}
          </tbody>
          {total !== null && (
            <tfoot>
              <tr>
                {total.map((cell, at) => {
                  const Tag = at === 0 ? 'th' : 'td';
                  return (
                    <Tag key={columns[at]!.key} scope={at === 0 ? 'row' : undefined} className={classOf(at)}>
                      {cells.text(cell, columns[at]!, true)}
                    </Tag>
                  );
                })}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {isLong && (
        <Button
          className="report-more"
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? t('reports.fewerRows') : t('reports.showRows', { count: rows.length })}
        </Button>
      )}
    </>
  );
}

function CellBar({ bars, row }: { bars: CellBars; row: number }) {
  const [share, before, mark] = [bars.shares[row] ?? 0, bars.earlier[row] ?? 0, bars.marks[row] ?? null];
  return (
    <span className="report-bar" aria-hidden>
      <span style={{ width: `${share * 100}%` }} />
      {before > 0 && <em style={{ width: `${before * 100}%` }} />}
      {mark !== null && <i style={{ left: `${mark * 100}%` }} />}
    </span>
  );
}

/** Where a cell leads: a ticket to all time on it, a day to the day, a budget's project to its burn-down. */
function hrefOf(report: string, key: string, cell: Cell): string | null {
  if (typeof cell !== 'string') return null;
  if (key === 'ticket' && report !== 'ticket' && parseTicketId(cell) !== null)
    return `#${addressOf('ticket', { ...NO_CHOICE, ticket: cell })}`;
  if (key === 'date' && (report === 'timesheet' || report === 'agent-cost')) return `#/today/${cell}`;
  if (key === 'project' && report === 'budget')
    return `#${addressOf('budget', { ...NO_CHOICE, project: cell })}`;
  return null;
}
