// A home folder as a developer has one: git set up, and code in ~/code, with years of history.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface HomeWithCode {
  readonly path: string;
  /** What a program needs to live in this home and in no other. */
  readonly env: Readonly<Record<string, string>>;
}

/** Makes the home; git and all that asks it see nothing of the machine's own. */
export function makeHome(path: string): HomeWithCode {
  mkdirSync(join(path, 'code'), { recursive: true });
  writeFileSync(join(path, '.gitconfig'), '[user]\n\tname = Max Mustermann\n\temail = max@example.com\n');
  return { path, env: { HOME: path, XDG_CONFIG_HOME: join(path, '.config'), GIT_CONFIG_NOSYSTEM: '1' } };
}

/**
 * A repository with commits on every weekday of two years up to yesterday, by `max@example.com` and, now and then, by
 * an address of a server that is his too and by somebody else.
 */
export function twoYears(home: HomeWithCode, name: string, now = new Date()): void {
  const folder = join(home.path, 'code', name);
  mkdirSync(folder, { recursive: true });
  const git = (args: readonly string[], input?: string): void => {
    execFileSync('git', args, {
      cwd: folder,
      env: { ...process.env, ...home.env },
      input,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
  };
  git(['init', '--quiet', '--initial-branch=main']);
  git(['fast-import', '--quiet'], history(now));
  git(['reset', '--quiet', '--hard']);
}

const AUTHORS = [
  'Max Mustermann <max@example.com>',
  'Max Mustermann <max@users.noreply.example.com>',
  'Ann Other <ann@example.com>',
] as const;

function history(now: Date): string {
  const lines: string[] = [];
  let count = 0;
  for (let back = 730; back > 0; back -= 1) {
    const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - back));
    if (day.getUTCDay() === 0 || day.getUTCDay() === 6) continue;
    for (const [at, hour] of [8, 9, 10.5, 13, 14.5, 15.5].entries()) {
      count += 1;
      const seconds = Math.round(day.getTime() / 1000 + hour * 3600 + ((back * 7) % 25) * 60);
      const author = AUTHORS[back % 5 === 0 && at === 4 ? 1 : at === 5 ? 2 : 0];
      const words = `TB-${String(100 + ((back + at) % 40)).padStart(3, '0')}: step ${count}`;
      const content = `line ${count}\n`;
      lines.push(
        `commit refs/heads/main\nmark :${count}\nauthor ${author} ${seconds} +0000\ncommitter ${author} ${seconds} +0000`,
        `data ${words.length}\n${words}${count > 1 ? `\nfrom :${count - 1}` : ''}`,
        `M 100644 inline f${count % 60}.txt\ndata ${content.length}\n${content}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
