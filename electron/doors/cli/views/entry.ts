import type { EntryShape } from '#shared/contract/shapes.ts';
import type { Paper } from '../paper.ts';
import { entryRow } from './day.ts';

/** One entry, as a change left it. */
export function entryView(done: string): (entry: EntryShape, paper: Paper) => string {
  return (entry, paper) =>
    `${paper.paint('good', '✓')} ${paper.say(done)}\n${paper.table([entryRow(entry, paper)])}`;
}

/** Several entries, as a change left them. */
export function entriesView(done: string): (entries: readonly EntryShape[], paper: Paper) => string {
  return (entries, paper) =>
    `${paper.paint('good', '✓')} ${paper.say(done)}\n${paper.table(entries.map((entry) => entryRow(entry, paper)))}`;
}

const MOST_DATES = 7;

/** An import of years is of more days than anybody reads. */
const datesText = (dates: readonly string[]): string =>
  dates.length > MOST_DATES ? `${dates[0]} … ${dates.at(-1)}` : dates.join(', ');

/** What undo or redo did. */
export function undoView(
  verb: string,
): (step: { done: string; dates: readonly string[] }, paper: Paper) => string {
  return (step, paper) => {
    const days = step.dates.length > 0 ? ` ${paper.paint('dim', `(${datesText(step.dates)})`)}` : '';
    return `${paper.paint('good', '✓')} ${paper.say(verb)}: ${paper.paint('plain', paper.say(step.done))}${days}`;
  };
}
