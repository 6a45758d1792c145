import type { DayView } from '#shared/contract/shapes.ts';
import type { EvidenceLane } from './evidence-lanes.ts';

/** Names of things on the page that may be lit: an entry, a commit, or a block in the lane of a source. */
export const entryKey = (id: string) => `entry ${id}`;
export const commitKey = (hash: string) => `commit ${hash}`;
export const laneKey = (key: string) => `lane ${key}`;

/** What is lit together with a thing. */
export type Links = ReadonlyMap<string, readonly string[]>;

type Entry = DayView['day']['entries'][number];

/** Does this block tell of what the entry rests on? */
function isBehind(entry: Entry, block: EvidenceLane['blocks'][number]): boolean {
  return entry.evidence.some(({ kind, ref, startedAt, endedAt }) => {
    if (kind !== block.told.kind) return false;
    if (!block.told.ref.endsWith('@')) return block.told.ref === ref;
    // Signs of life are joined anew on each look: the same tool at the same time is the same.
    return ref.startsWith(block.told.ref) && startedAt < block.endedAt && endedAt > block.startedAt;
  });
}

/** Which evidence an entry rests on, and which entries rest on a piece of evidence: both ways. */
export function linksOf(view: DayView, lanes: readonly EvidenceLane[]): Links {
  const links = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = links.get(from);
      if (!known) links.set(from, [to]);
      else if (!known.includes(to)) known.push(to);
    }
  };
  const commits = new Set(view.commits.map(({ hash }) => hash));
  const blocks = lanes.flatMap((lane) => lane.blocks);
  for (const entry of view.day.entries) {
    const key = entryKey(entry.id);
    const named = entry.evidence.filter(({ kind }) => kind === 'commit').map(({ ref }) => ref);
    for (const hash of new Set([...entry.commits, ...named]))
      if (commits.has(hash)) join(key, commitKey(hash));
    for (const block of blocks) if (isBehind(entry, block)) join(key, laneKey(block.key));
  }
  return links;
}
