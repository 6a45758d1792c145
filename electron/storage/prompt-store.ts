import type { PromptStore } from '#shared/ports/prompt-store.ts';
import type { PromptNote } from '#shared/review/prompt.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Connections } from './connections.ts';

interface NoteRow {
  user: string;
  key: string;
  said_at: Instant | null;
  snoozed_until: Instant | null;
  answer: string | null;
  detail: string | null;
  start_at: Instant | null;
  end_at: Instant | null;
  at: Instant;
}

const noteOf = (row: NoteRow): PromptNote => ({
  user: row.user,
  key: row.key,
  saidAt: row.said_at,
  snoozedUntil: row.snoozed_until,
  answer: row.answer,
  detail: row.detail,
  span: row.start_at === null || row.end_at === null ? null : { start: row.start_at, end: row.end_at },
  at: row.at,
});

/** What was said, put off and answered. Durable: an answer is what the person typed, and nothing is to be said twice. */
export function promptStore({ durable, origin, answer }: Connections): PromptStore {
  const columns = 'user, key, said_at, snoozed_until, answer, detail, start_at, end_at, at';
  const get = durable.prepare<[string, string], NoteRow>(
    `SELECT ${columns} FROM prompt_notes WHERE user = ? AND key = ?`,
  );
  const since = durable.prepare<[string, Instant], NoteRow>(
    `SELECT ${columns} FROM prompt_notes WHERE user = ? AND at >= ? ORDER BY at, key`,
  );
  const put = durable.prepare(
    `INSERT INTO prompt_notes (user, key, origin, said_at, snoozed_until, answer, detail, start_at, end_at, at)
     VALUES (@user, @key, @origin, @said_at, @snoozed_until, @answer, @detail, @start_at, @end_at, @at)
     ON CONFLICT DO UPDATE SET origin = excluded.origin, said_at = excluded.said_at,
       snoozed_until = excluded.snoozed_until, answer = excluded.answer, detail = excluded.detail,
       start_at = excluded.start_at, end_at = excluded.end_at, at = excluded.at`,
  );
  const putAll = durable.transaction((notes: readonly PromptNote[]) => {
    for (const note of notes)
      put.run({
        user: note.user,
        key: note.key,
        origin,
        said_at: note.saidAt,
        snoozed_until: note.snoozedUntil,
        answer: note.answer,
        detail: note.detail,
        start_at: note.span?.start ?? null,
        end_at: note.span?.end ?? null,
        at: note.at,
      });
  });
  return {
    get: (user, key) =>
      answer(() => {
        const row = get.get(user, key);
        return row ? noteOf(row) : null;
      }),
    since: (user, at) => answer(() => since.all(user, at).map(noteOf)),
    put: (notes) => answer(() => putAll(notes)),
  };
}
