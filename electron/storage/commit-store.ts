import { setImmediate } from 'node:timers/promises';
import type { Commit } from '#shared/evidence/commit.ts';
import { ticketOfCommit } from '#shared/ports/store-rules.ts';
import type { EvidenceStore } from '#shared/ports/stores.ts';
import type { Id } from '#shared/values/ids.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Connections } from './connections.ts';

export interface CommitRow {
  repository: Id;
  hash: string;
  author_name: string;
  author_email: string;
  authored_at: Instant;
  committed_at: Instant;
  subject: string;
  branch: string | null;
  is_merge: number;
  patch_id: string | null;
}

/** Commits written between two looks at other work, some 40 ms: hashes lie anywhere, so each batch writes most pages again. */
const BATCH = 5000;

export const commitOf = (row: CommitRow): Commit => ({
  repository: row.repository,
  hash: row.hash,
  authorName: row.author_name,
  authorEmail: row.author_email,
  authoredAt: row.authored_at,
  committedAt: row.committed_at,
  subject: row.subject,
  branch: row.branch,
  isMerge: row.is_merge === 1,
  patchId: row.patch_id,
});

const rowOf = (commit: Commit): CommitRow & { email_key: string } => ({
  repository: commit.repository,
  hash: commit.hash,
  author_name: commit.authorName,
  author_email: commit.authorEmail,
  email_key: commit.authorEmail.toLowerCase(),
  authored_at: commit.authoredAt,
  committed_at: commit.committedAt,
  subject: commit.subject,
  branch: commit.branch,
  is_merge: commit.isMerge ? 1 : 0,
  patch_id: commit.patchId,
});

/** Commits as read from repositories: added once, never changed but for what was unknown. */
export function commitStore({
  durable,
  light,
  answer,
}: Connections): Pick<EvidenceStore, 'addCommits' | 'commits'> {
  const insert = light.prepare(
    `INSERT INTO commits (repository, hash, author_name, author_email, email_key, authored_at, committed_at, subject, branch, is_merge, patch_id)
     VALUES (@repository, @hash, @author_name, @author_email, @email_key, @authored_at, @committed_at, @subject, @branch, @is_merge, @patch_id)
     ON CONFLICT DO NOTHING`,
  );
  const complete = light.prepare(
    `UPDATE commits SET branch = coalesce(branch, @branch), patch_id = coalesce(patch_id, @patch_id)
     WHERE repository = @repository AND hash = @hash
       AND ((branch IS NULL AND @branch IS NOT NULL) OR (patch_id IS NULL AND @patch_id IS NOT NULL))`,
  );
  const noteTicket = light.prepare(
    `INSERT INTO tickets (user, ticket, title, used_at) VALUES ('', ?, ?, ?)
     ON CONFLICT DO UPDATE SET title = excluded.title, used_at = excluded.used_at WHERE excluded.used_at > used_at`,
  );
  const within = durable.prepare<[string, number, number], CommitRow>(
    `SELECT repository, hash, author_name, author_email, authored_at, committed_at, subject, branch, is_merge, patch_id
     FROM commits WHERE email_key IN (SELECT value FROM json_each(?)) AND authored_at >= ? AND authored_at < ?
     ORDER BY authored_at, hash, repository`,
  );
  const addBatch = light.transaction((commits: readonly Commit[]): number => {
    let added = 0;
    // One write a ticket: a long history names the same few thousands of times.
    const latest = new Map<string, Commit>();
    for (const commit of commits) {
      const row = rowOf(commit);
      const isNew = insert.run(row).changes === 1;
      if (isNew) added += 1;
      else if (complete.run(row).changes === 0) continue;
      const ticket = ticketOfCommit(commit);
      if (ticket === null) continue;
      const other = latest.get(ticket);
      if (other === undefined || commit.authoredAt > other.authoredAt) latest.set(ticket, commit);
    }
    for (const [ticket, { subject, authoredAt }] of latest) noteTicket.run(ticket, subject, authoredAt);
    return added;
  });
  return {
    async addCommits(commits) {
      let added = 0;
      for (let from = 0; from < commits.length; from += BATCH) {
        // A first look may bring a hundred thousand: heartbeats and windows get their turn in between.
        if (from > 0) await setImmediate();
        added += await answer(() => addBatch.immediate(commits.slice(from, from + BATCH)));
      }
      return added;
    },
    commits: (emails, { start, end }) =>
      answer(() => {
        const keys = JSON.stringify([...new Set(emails.map((email) => email.toLowerCase()))]);
        return within.all(keys, start, end).map(commitOf);
      }),
  };
}
