import { LOG_FIELDS, LOG_FORMAT } from '#shared/sources/git/log-record.ts';
import type { LogWalk } from '#shared/sources/git/log-walk.ts';
import { fieldSplitter } from './field-splitter.ts';
import { readRecentTips } from './read-refs.ts';
import type { RepositoryPlace } from './repository-place.ts';
import { streamGit } from './stream-git.ts';

export interface LogQuestion {
  readonly place: RepositoryPlace;
  /** Commits committed before this (epoch seconds) are not walked. */
  readonly from: number;
  /** What earlier walks have seen, with everything behind it; null: walk the whole window. */
  readonly known: readonly string[] | null;
  readonly timeoutMs: number;
}

/** Every ref but work in progress and notes, which are no history of the person's. */
const ALL = ['--exclude=refs/stash', '--exclude=refs/notes/*', '--all'];

/** Has git walk the log and gives each commit to `walk`. @throws Problem when git fails or takes too long. */
export async function walkLog(question: LogQuestion, walk: LogWalk): Promise<void> {
  const { known, place, from } = question;
  if (known === null) {
    await log(question, walk, ['--ignore-missing', '--stdin', ...ALL], []);
    // A repository that lost its commits must not pass for one without any.
    if (walk.graph.size === 0) await log(question, walk, ['--max-count=1', '--stdin', ...ALL], []);
    return;
  }
  const seen = new Set(known);
  // A ref whose commit is missing makes git give up here; the walk of the window passes it over.
  const tips = await readRecentTips(place, from).catch(() => null);
  if (tips === null) return await walkLog({ ...question, known: null }, walk);
  const fresh = [...tips].filter((tip) => !seen.has(tip));
  // Tips of old are only excluded, never wanted: git would walk the whole history down to the oldest of them.
  // Known tips that were garbage collected are passed over.
  const revisions = [...fresh, ...known.map((tip) => `^${tip}`)];
  if (fresh.length > 0) await log(question, walk, ['--ignore-missing', '--stdin'], revisions);
  for (const tip of fresh) walk.reached(tip);
}

function log(
  { place, from, timeoutMs }: LogQuestion,
  walk: LogWalk,
  which: readonly string[],
  revisions: readonly string[],
): Promise<void> {
  const split = fieldSplitter(LOG_FIELDS, (fields) => walk.take(fields));
  const args = ['log', '-z', `--format=tformat:${LOG_FORMAT}`, `--max-age=${from}`, '--encoding=UTF-8'];
  args.push('--no-show-signature', '--no-mailmap', '--no-notes', '--no-color', '--no-patch');
  // Named here, refs are told whatever log.excludeDecoration of the repository hides.
  args.push('--decorate=full', '--decorate-refs=refs/heads', '--decorate-refs=refs/remotes');
  args.push('--no-ext-diff', '--no-textconv', ...which);
  return streamGit({
    folder: place.path,
    args,
    input: revisions.map((revision) => `${revision}\n`).join(''),
    timeoutMs,
    onData: (chunk) => {
      split(chunk);
      return true;
    },
  });
}
