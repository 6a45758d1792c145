import type { Checkout, Commit } from '../evidence/commit.ts';
import type { MemoryRows } from './memory-rows.ts';
import { byText, touches } from './memory-rows.ts';
import type { EvidenceStore } from './stores.ts';

/** Evidence in memory: only ever added, the same rules as on disk. */
export function memoryEvidence(rows: MemoryRows): EvidenceStore {
  return {
    async addCommits(commits) {
      let added = 0;
      for (const commit of commits) {
        const name = `${commit.repository} ${commit.hash}`;
        const known = rows.commits.get(name);
        if (!known) added += 1;
        rows.commits.set(name, known ? completed(known, commit) : commit);
      }
      return added;
    },
    async commits(emails, interval) {
      const wanted = new Set(emails.map((email) => email.toLowerCase()));
      return [...rows.commits.values()]
        .filter((commit) => wanted.has(commit.authorEmail.toLowerCase()))
        .filter((commit) => commit.authoredAt >= interval.start && commit.authoredAt < interval.end)
        .toSorted(
          (a, b) =>
            a.authoredAt - b.authoredAt || byText(a.hash, b.hash) || byText(a.repository, b.repository),
        );
    },
    async addCheckouts(checkouts) {
      for (const checkout of checkouts) rows.checkouts.set(nameOf(checkout), checkout);
    },
    async checkouts(interval) {
      return [...rows.checkouts.values()]
        .filter((checkout) => touches(checkout.at, checkout.until, interval))
        .toSorted((a, b) => a.at - b.at || byText(nameOf(a), nameOf(b)));
    },
    async markScanned(id, { lastScanAt, lastProblem, mark, coveredFrom }) {
      const known = rows.repositories.get(id);
      if (known) rows.repositories.set(id, { ...known, lastScanAt, lastProblem, mark, coveredFrom });
    },
    async presence(user, interval) {
      return [...rows.presence.values()]
        .filter((span) => span.user === user && touches(span.start, span.end, interval))
        .toSorted((a, b) => a.start - b.start || byText(a.id, b.id));
    },
    async openPresence(user) {
      const open = [...rows.presence.values()].filter((span) => span.user === user && span.open);
      return open.toSorted((a, b) => b.start - a.start || byText(b.id, a.id))[0] ?? null;
    },
    async putPresence(span) {
      const known = rows.presence.get(span.id);
      rows.presence.set(
        span.id,
        known ? { ...known, end: span.end, state: span.state, open: span.open } : span,
      );
    },
    async sessionAlive(id, at) {
      const known = rows.sessions.get(id);
      if (known) rows.sessions.set(id, { ...known, aliveAt: at });
    },
  };
}

/** What was not known of a commit before is filled in; what was known stays. */
const completed = (known: Commit, seen: Commit): Commit => ({
  ...known,
  branch: known.branch ?? seen.branch,
  patchId: known.patchId ?? seen.patchId,
});

const nameOf = (checkout: Checkout): string =>
  `${checkout.repository} ${checkout.at} ${checkout.branch ?? ''}`;
