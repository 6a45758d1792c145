import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { Booked } from '../../hooks/booking.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useShortcuts } from '../../hooks/shortcuts.ts';
import { AddTicket } from './AddTicket.tsx';
import { CellEntries } from './CellEntries.tsx';
import { CellField } from './CellField.tsx';
import { CellPanel } from './CellPanel.tsx';
import { GridHead, GridSums } from './GridEdges.tsx';
import type { ActiveCell, Column } from './GridRow.tsx';
import { GridRow } from './GridRow.tsx';
import type { Place } from './grid-moves.ts';
import { useCells } from './use-cells.ts';
import { useGrid } from './use-grid.ts';
import { cellStates } from './week-bookings.ts';
import { rowKey } from './week-rows.ts';
import { useRows } from './use-rows.ts';

interface Props {
  readonly data: WeekShape;
  /** The name the week was asked by. */
  readonly asked: string;
  /** Indexes of the days that have a column. */
  readonly shown: readonly number[];
  readonly today: string;
  readonly bookings: readonly Booked[];
}

/** What is called later is what was drawn last. */
function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

const KEYS_OF_TEXT = /^[0-9+-]$/;

/** Minutes by ticket and day, to be typed into; sums on both edges. One tab stop, arrows inside (ARIA grid). */
export function WeekGrid({ data, asked, shown, today, bookings }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { rows, add } = useRows(data);
  const columns = useMemo(
    () =>
      shown.flatMap((index): Column[] => {
        const day = data.days[index];
        return day ? [{ index, date: day.date, isToday: day.date === today }] : [];
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- which days they are, not what is on them
    [shown.join(), data.from, today],
  );
  const states = useMemo(() => cellStates(bookings, data.days), [bookings, data.days]);
  const keys = rows.map(rowKey);
  const grid = useGrid(keys, columns.length);
  const { here, mode } = grid;
  const openEntries = data.days.reduce((sum, day) => sum + day.unallocated, 0);
  useShortcuts({ typeTime: () => grid.walkTo({ row: Math.max(0, here.row), column: here.column }) });
  const cells = useCells(data, asked, grid, keys, columns);
  const row = rows[here.row];
  const column = columns[here.column];

  const latest = useLatest(cells);
  const active: ActiveCell | null = useMemo(() => {
    if (!row || !column) return null;
    const key = rowKey(row);
    const ticket = key === '' ? t('week.unallocated') : key;
    const day = formats.shortDay(column.date);
    const stay = () => latest.current.leave('stay');
    return {
      column: here.column,
      onClosePanel: stay,
      field:
        mode.is === 'edit' ? (
          <CellField
            key={`${key} ${column.date}`}
            id={`cell-${column.date}`}
            label={t('weekGrid.time', { ticket, day })}
            text={
              mode.typed ?? ((row.days[column.index] ?? 0) === 0 ? '' : formatShort(row.days[column.index]!))
            }
            selected={mode.typed === null}
            problem={mode.problem ?? null}
            onSave={(text, way) => latest.current.save(key, column, text, way)}
            onCancel={(way) => latest.current.leave(way)}
            onEntries={() => grid.enter({ ...here }, { is: 'entries', wanted: null })}
          />
        ) : null,
      panel:
        mode.is === 'words' ? (
          <CellPanel
            needs={mode.needs}
            wanted={mode.wanted}
            ticket={ticket}
            // What has no ticket has no name of its own: nothing is proposed for it.
            title={row.ticket === null ? '' : row.title}
            day={day}
            typed={mode.typed ?? null}
            problem={mode.problem ?? null}
            onWrite={(words) => latest.current.append(key, column, mode, words)}
            onCancel={stay}
          />
        ) : mode.is === 'entries' ? (
          <CellEntries date={column.date} ticket={key} wanted={mode.wanted} onDone={stay} />
        ) : null,
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is drawn there; how it is written is read when it is
  }, [row, column, here.row, here.column, mode, t, formats]);

  const placeOf = (target: EventTarget): Place | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
    const line = cell?.closest('tr');
    if (!cell || !line) return null;
    const isHead = line.parentElement?.tagName === 'THEAD';
    return { row: isHead ? -1 : line.sectionRowIndex, column: Number(cell.dataset['column']) };
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const at = placeOf(event.target);
    if (at === null || mode.is !== 'walk' || event.altKey || event.nativeEvent.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    if (grid.walk(event.key, mod)) event.preventDefault();
    else if (mod || at.row < 0) return;
    else if (event.key === 'Enter' || event.key === 'F2') grid.enter(at, { is: 'edit', typed: null });
    else if (event.key === ' ') grid.enter(at, { is: 'entries', wanted: null });
    else if (event.key === 'Delete' || event.key === 'Backspace') grid.enter(at, { is: 'edit', typed: '0' });
    else if (KEYS_OF_TEXT.test(event.key)) grid.enter(at, { is: 'edit', typed: event.key });
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: React.PointerEvent) => {
    const at = placeOf(event.target);
    if (at === null || at.row < 0 || event.button !== 0) return;
    const isHere = at.row === here.row && at.column === here.column;
    if (isHere && mode.is !== 'walk') return;
    // What was being typed elsewhere is written by its field, which loses the focus now.
    event.preventDefault();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    grid.enter(at, { is: 'edit', typed: null });
  };
  return (
    <div className="week-scroll surface" role="presentation">
      <table
        ref={grid.table}
        className="week-grid"
        data-days={columns.length}
        style={{ '--columns': columns.length + 1 }}
        role="grid"
        aria-label={t('week.grid')}
        aria-describedby="week-grid-keys"
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onFocus={(event) => {
          const at = placeOf(event.target);
          if (at !== null && mode.is === 'walk' && (at.row !== here.row || at.column !== here.column))
            grid.came(at);
        }}
      >
        <GridHead
          data={data}
          columns={columns}
          focused={here.row < 0 || rows.length === 0 ? here.column : null}
        />
        <tbody>
          {rows.map((one, at) => (
            <GridRow
              key={rowKey(one)}
              row={one}
              columns={columns}
              active={at === here.row ? active : null}
              states={states.get(rowKey(one)) ?? null}
              entries={one.ticket === null ? openEntries : null}
            />
          ))}
        </tbody>
        <GridSums data={data} columns={columns} today={today} bookings={bookings} />
      </table>
      {rows.length === 0 && (
        <p className="week-none">
          <b>{t('week.empty')}</b> {t('weekGrid.emptyBody')}
        </p>
      )}
      <AddTicket
        onAdd={(ticket) => {
          const at = add(ticket);
          const first = columns.findIndex(({ isToday }) => isToday);
          grid.walkTo({ row: at, column: Math.max(0, first) }, ticket);
        }}
        onUp={() => grid.walkTo({ row: rows.length - 1, column: 0 })}
      />
      <span id="week-grid-keys" className="sr-only">
        {t('weekGrid.keys')}
      </span>
      <span className="sr-only" role="status">
        {cells.said}
      </span>
    </div>
  );
}
