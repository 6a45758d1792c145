import type { TFunction } from 'i18next';
import type { DevSessionDay } from '#shared/contract/dev-session-shapes.ts';
import type { Formats } from '../../hooks/formats.ts';
import { sessionHref, sessionWords } from '../sessions/dev-words.ts';
import type { TableRow } from './table-rows.ts';

/** Development sessions in the table of the day: a row for each stretch, its words and minutes with the first one. */
export function sessionRows(
  sessions: readonly DevSessionDay['sessions'][number][],
  t: TFunction,
  formats: Pick<Formats, 'money' | 'count'>,
): TableRow[] {
  return sessions.flatMap((session) => {
    const { id, costUsd, costUnits, unit } = session;
    const price = costUsd === null || costUnits === null ? null : { costUsd, costUnits, unit };
    const what = t('devSessions.inTable', { words: sessionWords(session, '', price, t, formats).trim() });
    return session.worked.map(({ startedAt, endedAt }, index) => ({
      key: `dev ${id} ${index}`,
      from: Date.parse(startedAt),
      to: Date.parse(endedAt),
      what,
      minutes: null,
      rawMinutes: null,
      entry: null,
      href: sessionHref(id),
    }));
  });
}
