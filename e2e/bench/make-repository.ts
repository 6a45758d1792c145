import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { devNull } from 'node:os';

/** What the made repository holds; every number has a default, and equal options give byte-equal history. */
export interface MadeRepositoryOptions {
  /** How many commits in all; 80 000 is the size the budget of design §5 is measured at. */
  readonly commits?: number;
  /** Side branches, named after tickets (`fix/TB-3-part`); they fork from main and are merged or left open. */
  readonly branches?: number;
  /** Epoch seconds of the newest commit. */
  readonly end?: number;
  /** Commits of all authors on one day; with 80 000 commits and 50 a day the history spans four and a half years. */
  readonly commitsPerDay?: number;
  /** Do subjects name tickets? Without, branches have to be found out for each commit. */
  readonly ticketsInSubjects?: boolean;
}

export interface MadeRepository {
  readonly path: string;
  readonly commits: number;
  /** The e-mails of the authors; the first one is the person the benchmarks scan for. */
  readonly emails: readonly string[];
  /** Epoch seconds of the newest commit. */
  readonly end: number;
}

const EMAILS = [
  'ada@example.com',
  'grace@example.com',
  'edsger@example.com',
  'barbara@example.com',
  'ken@example.com',
];
const NAMES = ['Ada', 'Grace', 'Edsger', 'Barbara', 'Ken'];

/** A small deterministic generator (mulberry32), so that two machines make the same repository. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

function* history(commits: number, branches: number, end: number, perDay: number, tickets: boolean) {
  const roll = dice(20260210);
  const step = Math.max(1, Math.floor(86_400 / perDay));
  const open: { ref: string; tip: number; ticket: string }[] = [];
  let main = 0;
  let forked = 0;
  for (let mark = 1; mark <= commits; mark += 1) {
    const at = end - (commits - mark) * step;
    const who = roll(EMAILS.length);
    const forkEvery = Math.max(2, Math.floor(commits / Math.max(1, branches)));
    if (main > 0 && branches > 0 && mark % forkEvery === 1 && open.length < 12) {
      forked += 1;
      open.push({ ref: `refs/heads/fix/TB-${forked}-part`, tip: main, ticket: `TB-${forked}` });
    }
    const side = open.length > 0 && roll(3) > 0 ? open[roll(open.length)] : undefined;
    const merged = side === undefined && open.length > 8 ? open.splice(roll(open.length), 1)[0] : undefined;
    const parent = side?.tip ?? main;
    const ticket = side?.ticket ?? `APP-${(mark % 400) + 1}`;
    const subject = merged
      ? `Merge branch '${merged.ref.slice(11)}'`
      : `${tickets ? `${ticket}: ` : ''}change number ${mark} for a reason of ordinary length`;
    const person = `${NAMES[who]} <${EMAILS[who]}> ${at} +0100`;
    let text = `commit ${side?.ref ?? 'refs/heads/main'}\nmark :${mark}\nauthor ${person}\ncommitter ${person}\n`;
    text += data(`${subject}\n\nWritten by the generator.\n`);
    if (parent > 0) text += `from :${parent}\n`;
    if (merged) text += `merge :${merged.tip}\n`;
    text += `M 100644 inline src/part${mark % 40}/file${mark % 1000}.txt\n${data(`line ${mark}\n`)}\n`;
    yield text;
    if (side) side.tip = mark;
    else main = mark;
  }
}

/**
 * Makes a bare-bones but real repository with `git fast-import`: deterministic, several branches and authors, merges.
 * @param path a folder that does not exist or is empty. @throws Error with git's words when git fails.
 */
export async function makeRepository(
  path: string,
  options: MadeRepositoryOptions = {},
): Promise<MadeRepository> {
  const commits = options.commits ?? 80_000;
  const end = options.end ?? 1_770_728_400;
  await mkdir(path, { recursive: true });
  await git(path, ['init', '-q', '-b', 'main']);
  const pieces = history(
    commits,
    options.branches ?? 200,
    end,
    options.commitsPerDay ?? 50,
    options.ticketsInSubjects ?? true,
  );
  await git(path, ['fast-import', '--quiet', '--done'], pieces);
  return { path, commits, emails: EMAILS, end };
}

async function git(cwd: string, args: readonly string[], input?: Iterable<string>): Promise<void> {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  const child = spawn('git', args, { cwd, env, stdio: ['pipe', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const closed = once(child, 'close');
  child.stdin.on('error', () => undefined); // told by the exit code
  if (input) {
    for (const piece of input) {
      if (!child.stdin.write(piece)) await Promise.race([once(child.stdin, 'drain'), closed]);
    }
    child.stdin.write('done\n');
  }
  child.stdin.end();
  const [code] = (await closed) as [number | null];
  if (code !== 0) throw new Error(`git ${args[0]}: ${complaint.trim() || `exit code ${code}`}`);
}
