import { dirname, join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { GitOutcome } from '#shared/evidence/dev-session.ts';
import type { GitPlace, GitStart, SessionGit } from '#shared/ports/session-git.ts';
import { instant } from '#shared/values/instant.ts';
import { Problem } from '#shared/values/problem.ts';
import { vanished } from './git-problem.ts';
import type { Numstat } from './numstat.ts';
import { numstatReader } from './numstat.ts';
import type { RepositoryPlace } from './repository-place.ts';
import { branchOfHead, placeOf, readStart } from './repository-place.ts';
import { streamGit } from './stream-git.ts';

const TIMEOUT_MS = 120_000;
/** No work tree lies deeper. */
const DEEPEST = 40;
/** As many commits as a report prints. */
const LOGGED = 50;
/** So many are looked at to find the copy of a rewritten one, in bytes of their log. */
const LOOKED_AT = 8 * 1_048_576;
const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** What development sessions ask of git (port `SessionGit`). Making one costs nothing. */
export function createSessionGit(): SessionGit {
  return { stand, since };
}

async function stand(folder: string): Promise<GitPlace | null> {
  const place = placeAround(folder);
  if (place === null || place.isBare) return null;
  return { repository: place.path, ...(await headOf(place)) };
}

/** What is checked out: by git's own files where they say it plainly, which is quicker than asking. */
async function headOf({ path, gitDir, commonDir }: RepositoryPlace): Promise<Omit<GitPlace, 'repository'>> {
  const said = (file: string): string => readStart(file, 256)?.trim() ?? '';
  const branch = branchOfHead(gitDir);
  const hash = branch === null ? said(join(gitDir, 'HEAD')) : said(join(commonDir, 'refs', 'heads', branch));
  return { branch, commit: HASH.test(hash) ? hash : await resolve(path, 'HEAD') };
}

function placeAround(folder: string) {
  let at = folder;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const place = placeOf(at);
    if (place !== null) return place;
    const above = dirname(at);
    if (above === at) return null;
    at = above;
  }
  return null;
}

async function since(start: GitStart): Promise<GitOutcome> {
  const place = placeOf(start.repository);
  if (place === null) throw vanished(start.repository);
  const folder = place.path;
  const head = await headOf(place);
  if (head.commit === null) {
    // Nothing is committed, or no longer: there is nothing to compare.
    const nothing = await resolveEmpty(folder);
    return outcomeOf({ ...head, commit: start.commit ?? nothing }, null, 'empty', NOTHING, NO_HISTORY);
  }
  if (start.commit === null || !HASH.test(start.commit)) {
    const empty = await resolveEmpty(folder);
    const [stat, history] = await Promise.all([
      diff(folder, empty, head.commit),
      historyOf(folder, null, head.commit),
    ]);
    return outcomeOf(head as Known, null, 'empty', stat, history);
  }
  // The usual case is asked all at once: the start is still part of the branch. What takes longest is begun first.
  const [stat, asked] =
    head.commit === start.commit
      ? [NOTHING, NO_HISTORY]
      : await Promise.all([
          diff(folder, start.commit, head.commit).catch(orNull),
          historyOf(folder, start.commit, head.commit).catch(orNull),
        ]);
  if (asked !== null && stat !== null && asked.goesOn) {
    const other = head.commit === start.commit ? await aheadOf(folder, start) : null;
    if (other === null) return outcomeOf(head as Known, start.commit, 'exact', stat, asked);
    return compare(folder, other, start.commit, 'exact');
  }
  const end = (asked !== null ? await aheadOf(folder, start) : null) ?? (head as Known);
  if (end !== head) return compare(folder, end, start.commit, 'exact');
  const copy = asked === null ? null : await copyOf(folder, start.commit, head.commit);
  if (copy !== null) {
    // Amended, not moved: the trees themselves say best what changed.
    const base = copy.isAmended ? start.commit : copy.hash;
    return compare(folder, end, base, 'rewritten', copy.hash);
  }
  const seconds = Math.floor(start.at / 1000);
  const before = await resolve(folder, head.commit, ['--first-parent', `--min-age=${seconds}`]);
  if (before !== null) return compare(folder, end, before, 'by-date');
  const empty = await resolveEmpty(folder);
  const [all, history] = await Promise.all([
    diff(folder, empty, head.commit),
    historyOf(folder, null, head.commit),
  ]);
  return outcomeOf(head as Known, null, 'empty', all, history);
}

interface Known {
  readonly branch: string | null;
  readonly commit: string;
}

/** The branch the session began on, where it has gone on from the start while something else is checked out. */
async function aheadOf(folder: string, start: GitStart): Promise<Known | null> {
  if (start.branch === null || start.commit === null) return null;
  const commit = await resolve(folder, `refs/heads/${start.branch}`);
  if (commit === null || commit === start.commit) return null;
  const { goesOn } = await historyOf(folder, start.commit, commit);
  return goesOn ? { branch: start.branch, commit } : null;
}

async function compare(
  folder: string,
  end: Known,
  base: string,
  kind: GitOutcome['start'],
  from = base,
): Promise<GitOutcome> {
  const [stat, history] = await Promise.all([
    diff(folder, base, end.commit),
    historyOf(folder, from, end.commit),
  ]);
  return outcomeOf(end, base, kind, stat, history);
}

const NOTHING: Numstat = { files: 0, binaryFiles: 0, linesAdded: 0, linesRemoved: 0 };
const NO_HISTORY: History = { goesOn: true, commits: 0, merges: 0, log: [] };

const outcomeOf = (
  end: Known,
  base: string | null,
  start: GitOutcome['start'],
  stat: Numstat,
  { commits, merges, log }: History,
): GitOutcome => ({
  endCommit: end.commit,
  endBranch: end.branch,
  base,
  start,
  commits,
  merges,
  ...stat,
  log,
});

/** An answer that git refuses because a commit is gone. Whoever may not read the repository at all is told so. */
function orNull(error: unknown): null {
  if (error instanceof Problem && error.code === 'failed' && !/safe\.(directory|bare)/.test(error.remedy))
    return null;
  throw error;
}

/** Two commits, compared as `git diff --numstat` does; no program that the repository names is run. */
async function diff(folder: string, from: string, to: string): Promise<Numstat> {
  const reader = numstatReader(folder);
  await streamGit({
    folder,
    args: ['diff', '--numstat', '-z', '--no-ext-diff', '--no-textconv', '--no-color', from, to, '--'],
    input: '',
    timeoutMs: TIMEOUT_MS,
    onData: (chunk) => reader.take(chunk),
  });
  return reader.end();
}

interface History {
  /** The start is part of the end. */
  readonly goesOn: boolean;
  readonly commits: number;
  readonly merges: number;
  readonly log: GitOutcome['log'];
}

/** The commits of the end that the start (a hash; null: none) has not, the newest ones named. @throws Problem when one of the two is gone. */
async function historyOf(folder: string, from: string | null, to: string): Promise<History> {
  let [commits, merges, rest] = [0, 0, ''];
  // What comes right after the start names it as a parent: that tells it without a walk to where the two parted.
  let goesOn = from === null || from === to;
  const decoder = new StringDecoder('utf8');
  const log: { hash: string; at: ReturnType<typeof instant>; subject: string }[] = [];
  const line = (text: string): void => {
    const [hash = '', parents = '', at = '', subject = ''] = text.split('\0');
    commits += 1;
    goesOn ||= from !== null && parents.includes(from);
    if (parents.includes(' ')) merges += 1;
    else if (log.length < LOGGED) log.push({ hash, at: instant(Number(at) * 1000), subject: plain(subject) });
  };
  await streamGit({
    folder,
    args: [
      'log',
      '--format=tformat:%H%x00%P%x00%at%x00%s',
      ...LOG_PLAINLY,
      to,
      ...(from === null ? [] : [`^${from}`]),
      '--',
    ],
    input: '',
    timeoutMs: TIMEOUT_MS,
    onData: (chunk) => {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(line);
      return true;
    },
  });
  return { goesOn, commits, merges, log };
}

const LOG_PLAINLY = [
  '--encoding=UTF-8',
  '--no-show-signature',
  '--no-mailmap',
  '--no-notes',
  '--no-color',
  '--no-patch',
  '--no-decorate',
];

/** Subjects come from anywhere: nothing in them turns the writing or rings a bell. */
const plain = (subject: string): string =>
  subject.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').slice(0, 300);

/**
 * The copy a rebase left of a commit: same author, author time and subject, part of the end and not of the start.
 * Amended is one that has the same parents.
 */
async function copyOf(
  folder: string,
  start: string,
  end: string,
): Promise<{ readonly hash: string; readonly isAmended: boolean } | null> {
  const format = '--format=tformat:%H%x00%P%x00%at%x00%ae%x00%s';
  const read = async (args: readonly string[], range: readonly string[]): Promise<string[][]> => {
    const pieces: Buffer[] = [];
    let size = 0;
    await streamGit({
      folder,
      args: ['log', format, ...LOG_PLAINLY, ...args, '--stdin'],
      input: `${range.join('\n')}\n`,
      timeoutMs: TIMEOUT_MS,
      onData: (chunk) => {
        pieces.push(chunk);
        size += chunk.length;
        return size < LOOKED_AT;
      },
    });
    const text = Buffer.concat(pieces).toString('utf8');
    return text.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\0')]));
  };
  const [own] = await read(['--max-count=1'], [start]);
  if (own === undefined) return null;
  const nameOf = ([, , at, email, subject]: readonly string[]): string => [at, email, subject].join('\0');
  const copy = (await read([], [end, `^${start}`])).find((one) => nameOf(one) === nameOf(own));
  return copy === undefined ? null : { hash: copy[0]!, isAmended: copy[1] === own[1] };
}

/** The commit a name stands for, or the first of those that lead to it; null when there is none. */
async function resolve(folder: string, name: string, which: readonly string[] = []): Promise<string | null> {
  let text = '';
  try {
    await streamGit({
      folder,
      args: ['rev-list', '--max-count=1', ...which, '--end-of-options', name, '--'],
      input: '',
      timeoutMs: TIMEOUT_MS,
      onData: (chunk) => (text += chunk.toString('latin1')).length < 1000,
    });
  } catch (error) {
    return orNull(error);
  }
  return HASH.test(text.trim()) ? text.trim() : null;
}

/** The tree with nothing in it: git knows it by heart, under the name its kind of hash gives it. */
async function resolveEmpty(folder: string): Promise<string> {
  let text = '';
  await streamGit({
    folder,
    args: ['hash-object', '-t', 'tree', '--stdin'],
    input: '',
    timeoutMs: TIMEOUT_MS,
    onData: (chunk) => (text += chunk.toString('latin1')).length < 1000,
  });
  return text.trim();
}
