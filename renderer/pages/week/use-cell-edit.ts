import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { readCellText } from '#shared/review/cell-text.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { problemOf } from '../../client/problem.ts';
import { weekQuery } from '../../client/queries.ts';
import { IN_ORDER, OF_ENTRIES } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import { rowKey, withCell } from './week-rows.ts';

/** What a cell is asked to have, once it was read. */
export interface Wanted {
  readonly minutes: number;
  /** More, or less, than it had. */
  readonly change: number;
}

/** What became of what was typed: done, or what is still wanted of the person. */
export type CellAnswer =
  | { readonly is: 'done' }
  | { readonly is: 'bad'; readonly words: string }
  | { readonly is: 'words'; readonly needs: 'description' | 'reason'; readonly wanted: Wanted }
  | { readonly is: 'choice'; readonly wanted: Wanted };

/** What is to be done about what was typed; nothing was asked of the host yet. */
export type CellReading =
  Exclude<CellAnswer, { readonly is: 'choice' }> | { readonly is: 'write'; readonly wanted: Wanted };

/** Words that a change needs. */
export type CellWords = { readonly description: string } | { readonly reason: string };

/**
 * Writes what is typed into a cell. It shows at once; where the host says no, or wants to know more, that cell is taken
 * back. Cells are written one after the other, as they were typed, and nothing is undone before the one it is about.
 * @param asked the name the week was asked by: `this`, or a week.
 */
export function useCellEdit(data: WeekShape, asked: string) {
  const { t } = useTranslation();
  const formats = useFormats();
  const queries = useQueryClient();
  const hours = useSettingValue('time.workingHoursPerDay');
  const [said, setSaid] = useState('');
  const { queryKey } = weekQuery(asked);
  const cell = useMutation({
    mutationFn: (input: Parameters<typeof client.week.cell>[0]) => client.week.cell(input),
    ...IN_ORDER,
  });
  const underway = useRef(0);

  const write = async (
    key: string,
    index: number,
    wanted: Wanted,
    words?: CellWords,
  ): Promise<CellAnswer> => {
    const day = data.days[index]!;
    const show = (minutes: number) =>
      queries.setQueryData(
        queryKey,
        (week: WeekShape | undefined) => week && withCell(week, key, index, minutes),
      );
    const takeBack = () => show(wanted.minutes - wanted.change);
    underway.current += 1;
    await queries.cancelQueries({ queryKey });
    show(wanted.minutes);
    try {
      const outcome = await cell.mutateAsync({
        date: day.date,
        ticket: key,
        minutes: `${wanted.minutes}m`,
        ...words,
      });
      if (outcome.needs !== null) {
        takeBack();
        const asked = { minutes: outcome.minutes, change: outcome.minutes - outcome.before };
        return outcome.needs === 'choice'
          ? { is: 'choice', wanted: asked }
          : { is: 'words', needs: outcome.needs, wanted: asked };
      }
    } catch (error) {
      takeBack();
      const problem = problemOf(error);
      return {
        is: 'bad',
        words: problem.code === 'LOST' ? t('problem.lost') : [problem.message, problem.remedy].join(' '),
      };
    } finally {
      underway.current -= 1;
      // The last one asks for all: an answer from before it would take away what it shows.
      const topics = underway.current > 0 ? [] : OF_ENTRIES;
      for (const topic of topics) void queries.invalidateQueries({ queryKey: [topic] });
    }
    setSaid(
      t('weekGrid.saved', {
        ticket: key === '' ? t('week.unallocated') : key,
        day: formats.shortDay(day.date),
        time: formatShort(wanted.minutes),
      }),
    );
    return { is: 'done' };
  };

  /** What was typed, and what it takes to write it. */
  const read = (key: string, index: number, text: string): CellReading => {
    const row = data.tickets.find((one) => rowKey(one) === key);
    const have = row?.days[index] ?? 0;
    const minutes = readCellText(text, have, typeof hours === 'number' ? hours : 8);
    if (minutes === null) return { is: 'bad', words: t('weekGrid.badTime') };
    if (minutes < 0) return { is: 'bad', words: t('weekGrid.tooLittle', { time: formatShort(have) }) };
    const wanted = { minutes, change: minutes - have };
    if (wanted.change === 0) return { is: 'done' };
    // Known without asking: what is submitted wants a reason, what is new wants words.
    if (data.days[index]?.status === 'submitted') return { is: 'words', needs: 'reason', wanted };
    if ((row?.sources[index] ?? []).length === 0) return { is: 'words', needs: 'description', wanted };
    return { is: 'write', wanted };
  };

  return { read, write, said };
}
