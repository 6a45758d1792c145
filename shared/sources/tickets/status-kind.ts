/** What a status means for time, whatever the tracker calls it. */
export type StatusKind = 'started' | 'done' | 'blocked' | 'open';

const WORDS: readonly (readonly [StatusKind, RegExp])[] = [
  ['blocked', /^(blocked|on hold|waiting|paused|impeded|blockiert|wartet)\b/],
  [
    'done',
    /^(done|completed?|closed|resolved|merged|shipped|released|cancell?ed|duplicate|won'?t (do|fix)|fertig|erledigt|abgeschlossen)\b/,
  ],
  ['started', /^(in progress|in development|doing|started|active|wip|in arbeit|begonnen)\b/],
];

/** @param status as a tracker or a file says it: `In Progress`, `in-progress`, `in_progress`. */
export function statusKind(status: string): StatusKind {
  const plain = status
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
  return WORDS.find(([, words]) => words.test(plain))?.[0] ?? 'open';
}
