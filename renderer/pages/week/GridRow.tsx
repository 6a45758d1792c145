import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShort } from '#shared/values/minutes.ts';
import { BookingMark } from '../../components/BookingMark.tsx';
import { SourceMark } from '../../components/SourceMark.tsx';
import type { CellState } from './week-bookings.ts';
import type { WeekRow } from './week-rows.ts';
import { rowKey } from './week-rows.ts';

/** A day that has a column. */
export interface Column {
  /** Its place in the week, 0 is Monday. */
  readonly index: number;
  readonly date: string;
  readonly isToday: boolean;
}

/** The one cell that has the grid's tab stop, and what stands in it or over it. */
export interface ActiveCell {
  readonly column: number;
  /** In place of its minutes. */
  readonly field: ReactNode;
  /** In a panel below it. */
  readonly panel: ReactNode;
  readonly onClosePanel: () => void;
}

interface Props {
  readonly row: WeekRow;
  readonly columns: readonly Column[];
  /** Null: another row has the tab stop, or none. */
  readonly active: ActiveCell | null;
  /** By date, what is to be said about booking. */
  readonly states: ReadonlyMap<string, CellState> | null;
  /** Of the row without a ticket: how many entries it is made of. */
  readonly entries: number | null;
}

/** One ticket over the days. Drawn again only when it changed, or the focus comes or goes. */
export const GridRow = memo(function GridRow({ row, columns, active, states, entries }: Props) {
  const { t } = useTranslation();
  const key = rowKey(row);
  return (
    <tr className={row.ticket === null ? 'week-unallocated' : undefined} data-ticket={key}>
      <th scope="row" className="week-ticket">
        <b>{row.ticket ?? t('week.unallocated')}</b>
        {entries !== null && entries > 1 ? (
          <span title={row.title}>{t('weekGrid.entriesCount', { count: entries })}</span>
        ) : (
          row.title !== '' && <span title={row.title}>{row.title}</span>
        )}
      </th>
      {columns.map(({ index, date, isToday }, at) => {
        const minutes = row.days[index] ?? 0;
        const sources = row.sources[index] ?? [];
        const state = states?.get(date);
        const here = active?.column === at ? active : null;
        const shown = (minutes !== 0 || sources.length > 0) && (
          <>
            <span className="week-marks">
              {sources.map((source) => (
                <SourceMark key={source} source={source} size={9} />
              ))}
            </span>
            {state && <BookingMark {...state} size={13} />}
            {formatShort(minutes)}
          </>
        );
        return (
          <td
            key={date}
            role="gridcell"
            className={`num week-cell${isToday ? ' is-today' : ''}${here?.field ? ' is-edited' : ''}`}
            data-column={at}
            tabIndex={here ? 0 : -1}
          >
            {here?.panel ? (
              <Popover
                opened
                onChange={(isOpen) => {
                  if (!isOpen) here.onClosePanel();
                }}
                trapFocus
                // The cell is no button that opens it: the panel says itself what it is.
                withRoles={false}
                returnFocus={false}
                position="bottom-end"
                shadow="md"
                width={340}
              >
                <Popover.Target>
                  <span className="week-value">{shown}</span>
                </Popover.Target>
                <Popover.Dropdown
                  role="dialog"
                  data-cell-panel
                  aria-label={t('weekGrid.panel')}
                  onKeyDown={(event) => event.stopPropagation()}
                >
                  {here.panel}
                </Popover.Dropdown>
              </Popover>
            ) : (
              (here?.field ?? <span className="week-value">{shown}</span>)
            )}
          </td>
        );
      })}
      <td className="num week-sum">{row.minutes === 0 ? '' : formatShort(row.minutes)}</td>
    </tr>
  );
});
