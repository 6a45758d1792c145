import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import type { Way } from './CellField.tsx';
import type { Column } from './GridRow.tsx';
import type { CellAnswer, CellWords, Wanted } from './use-cell-edit.ts';
import { useCellEdit } from './use-cell-edit.ts';
import { useComeBack } from './use-come-back.ts';
import type { Mode, useGrid } from './use-grid.ts';

type AskedWords = Extract<Mode, { is: 'words' }>;

/** What a person typed: a time, or the words that were asked for. */
interface Typed {
  readonly text: string;
  readonly needs: AskedWords['needs'] | null;
}

const ARROWS = { down: 'ArrowDown', up: 'ArrowUp', right: 'ArrowRight', left: 'ArrowLeft' } as const;

/** Where the cell goes on from when it was not written as it was typed. */
function modeAfter(answer: CellAnswer, { text, needs }: Typed, wanted: Wanted, changed: string): Mode {
  if (answer.is === 'choice') return { is: 'entries', wanted: answer.wanted.minutes };
  if (answer.is === 'words')
    return { ...answer, typed: needs && text, problem: needs === null ? null : changed };
  const problem = answer.is === 'bad' ? answer.words : changed;
  return needs === null
    ? { is: 'edit', typed: text, problem }
    : { is: 'words', needs, wanted, typed: text, problem };
}

/**
 * What is done in the cells of the grid. Whoever typed something goes on at once, to the next cell or to wherever they
 * clicked; it is written meanwhile, and what could not be is asked about later.
 */
export function useCells(
  data: WeekShape,
  asked: string,
  grid: ReturnType<typeof useGrid>,
  keys: readonly string[],
  columns: readonly Column[],
) {
  const { t } = useTranslation();
  const formats = useFormats();
  const edit = useCellEdit(data, asked);
  const comeBack = useComeBack(grid, keys, columns);
  const { here } = grid;

  const leave = (way: Way): void => {
    // Somebody who clicked elsewhere is there already.
    if (way === null || grid.isLeft()) grid.settle();
    else if (way === 'stay') grid.walkTo(here);
    else grid.walk(ARROWS[way], false);
  };
  const write = async (key: string, column: Column, wanted: Wanted, typed: Typed): Promise<void> => {
    const { text, needs } = typed;
    const words: CellWords | undefined =
      needs === null ? undefined : needs === 'reason' ? { reason: text } : { description: text };
    const answer = await edit.write(key, column.index, wanted, words);
    if (answer.is === 'done') return;
    comeBack({
      key,
      date: column.date,
      mode: modeAfter(answer, typed, wanted, t('weekGrid.changed')),
      title: t('weekGrid.unwritten', {
        ticket: key === '' ? t('week.unallocated') : key,
        day: formats.shortDay(column.date),
        time: formatShort(wanted.minutes),
      }),
      message:
        answer.is === 'bad'
          ? answer.words
          : answer.is === 'choice'
            ? t('weekGrid.chooseThere')
            : t('weekGrid.changed'),
    });
  };

  return {
    said: edit.said,
    leave,
    /** Takes what was typed as a time. @returns what is wrong with it, or null: the person goes on. */
    save: (key: string, column: Column, text: string, way: Way): string | null => {
      const reading = edit.read(key, column.index, text);
      if (reading.is === 'bad') return reading.words;
      if (reading.is === 'words') grid.enter(here, reading);
      else leave(way);
      if (reading.is === 'write') void write(key, column, reading.wanted, { text, needs: null });
      return null;
    },
    /** Takes the words that a change needs, and goes on. */
    append: (key: string, column: Column, { needs, wanted }: AskedWords, text: string): void => {
      leave('down');
      void write(key, column, wanted, { text, needs });
    },
  };
}
