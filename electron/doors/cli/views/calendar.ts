import type { Cell, Paper } from '../paper.ts';
import { count, localTime, shortDate } from './words.ts';

/** Where to give consent, and until when. */
export const connectView = (
  { address, expiresAt }: { readonly address: string; readonly expiresAt: string },
  paper: Paper,
): string =>
  `Open this in your browser to let Stint read your calendars, until ${localTime(expiresAt)}:\n  ${paper.paint('accent', address)}`;

interface Account {
  readonly account: string;
  readonly problem: string | null;
  readonly calendars: readonly { readonly key: string; readonly name: string; readonly chosen: boolean }[];
}

/** Accounts with their calendars; what is read is marked. */
export function accountsView(accounts: readonly Account[], paper: Paper): string {
  if (accounts.length === 0)
    return paper.paint(
      'dim',
      'No Google account yet.  Connect one: stint calendar connect.  Any calendar works without an account: stint config set calendar.ics \'["https://…"]\'',
    );
  return accounts.map((account) => accountText(account, paper)).join('\n\n');
}

function accountText({ account, problem, calendars }: Account, paper: Paper): string {
  const head = `${paper.paint(problem === null ? 'good' : 'bad', problem === null ? '✓' : '✕')} ${paper.paint('bold', account)}`;
  const parts = [problem === null ? head : `${head}\n  ${paper.paint('bad', problem)}`];
  if (calendars.length > 0)
    parts.push(
      paper.table(
        calendars.map(({ key, name, chosen }): Cell[] => [
          { text: chosen ? '✓' : '·', tone: chosen ? 'good' : 'dim' },
          { text: name, tone: chosen ? 'plain' : 'dim' },
          { text: key, tone: 'dim' },
        ]),
      ),
    );
  return parts.join('\n');
}

/** Which calendars are read from now on. */
export function chosenView({ chosen }: { readonly chosen: readonly string[] }, paper: Paper): string {
  if (chosen.length === 0) return `${paper.paint('good', '✓')} No Google calendar is read now.`;
  const lines = chosen.map((key) => `  ${paper.paint('plain', key)}`);
  return [
    `${paper.paint('good', '✓')} ${count(chosen.length, 'calendar is', 'calendars are')} read:`,
    ...lines,
  ].join('\n');
}

export const forgottenAccountView = (
  { account, revoked }: { readonly account: string; readonly revoked: boolean },
  paper: Paper,
): string =>
  `${paper.paint('good', '✓')} ${paper.paint('bold', account)} is forgotten; what its calendars told stays.${revoked ? '' : `\n  ${paper.paint('warn', '⚠ Google could not be told: take Stint off at myaccount.google.com/permissions')}`}`;

interface Series {
  readonly title: string;
  readonly ticket: string | null;
  readonly days: readonly string[];
}

/** Where a series goes from now on, and which days moved for it. */
export function seriesView({ title, ticket, days }: Series, paper: Paper): string {
  const where = ticket === null ? 'has no ticket of its own any more' : `is always booked on ${ticket}`;
  const moved =
    days.length === 0
      ? ''
      : `; ${count(days.length, 'day')} derived again: ${days.map((day) => shortDate(day)).join(', ')}`;
  return `${paper.paint('good', '✓')} ${paper.paint('bold', title)} ${paper.paint('plain', where + moved)}`;
}

export const attendedView = (
  { date, attended }: { readonly date: string; readonly attended: boolean },
  paper: Paper,
): string =>
  `${paper.paint('good', '✓')} ${attended ? 'You were in this meeting; it counts' : 'You were not in this meeting; it does not count'} (${paper.paint('plain', shortDate(date))})`;
