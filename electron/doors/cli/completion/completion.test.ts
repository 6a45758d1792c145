import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../commands.ts';
import { completionFor } from './completion.ts';
import { completedCommands, nextWords } from './table.ts';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stint-completion-'));
  // What the scripts ask while somebody types.
  writeFileSync(
    join(folder, 'stint'),
    '#!/bin/sh\n[ "$2" = --list ] || exit 9\ncase $3 in tickets) printf "TB-042\\nTB-043\\nAPP-019\\n";; projects) echo TB;; settings) printf "git.credit\\ngit.maxGap\\n";; plans) echo launch;; sprints) echo sprint-7;; esac\n',
    { mode: 0o755 },
  );
  for (const shell of ['bash', 'zsh', 'fish'] as const)
    writeFileSync(join(folder, `for.${shell}`), completionFor(shell));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = () => ({ ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` });

/** What bash would offer behind these words; the last one is being typed. Bash parts words at `=`. */
function inBash(line: string): string[] {
  const words = ['stint', ...line.split(/ |(?<==)|(?==)/)];
  const list = words.map((word) => `'${word}'`).join(' ');
  const told = spawnSync(
    'bash',
    [
      '--norc',
      '-c',
      `set -u; . ./for.bash; COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _stint; printf '%s\\n' "\${COMPREPLY[@]-}"`,
    ],
    { cwd: folder, env: environment(), encoding: 'utf8' },
  );
  expect(told.stderr).toBe('');
  return told.stdout.split('\n').filter((word) => word !== '');
}

describe.skipIf(!has('bash'))('bash', () => {
  it('completes every command of the table', () => {
    const next = nextWords(completedCommands(commands()));
    for (const before of ['', 'report', 'session', 'provider', 'config']) {
      const offered = inBash(before === '' ? '' : `${before} `);
      const expected = (next.get(before) ?? []).map(({ word }) => word);
      expect(offered.toSorted(), before).toEqual(expected.toSorted());
    }
  });

  it.each([
    ['st', ['start', 'status', 'statusline', 'stop']],
    ['report ti', ['timesheet', 'ticket']],
    ['report timesheet --we', ['--week']],
    ['report timesheet --week ', ['this', 'last']],
    ['report timesheet --format m', ['md']],
    ['report timesheet --format=m', ['md']],
    ['report timesheet --format=', ['text', 'json', 'yaml', 'csv', 'md', 'html', 'xlsx', 'pdf']],
    ['report ticket TB', ['TB-042', 'TB-043']],
    ['report project T', ['TB']],
    ['report ticket TB-042 --per', ['--period']],
    ['report summary --plan ', ['launch']],
    ['report sprint s', ['sprint-7']],
    ['start TB-042 A', []],
    ['start A', ['APP-019']],
    ['config get git.', ['git.credit', 'git.maxGap']],
    ['day y', ['yesterday']],
    ['--json day y', ['yesterday']],
    ['--home /tmp report rd --month l', ['last']],
    ['--js', ['--json']],
    ['import claude-time for.b', ['for.bash']],
    ['help report ti', ['timesheet', 'ticket']],
    ['completion z', ['zsh']],
    ['nonsense ', []],
  ])('%s', (line, offered) => expect(inBash(line).toSorted()).toEqual([...offered].toSorted()));

  it('is sourced twice, and under POSIX mode, without a word', () => {
    const told = spawnSync('bash', ['--norc', '-c', '. ./for.bash; . ./for.bash; complete -p stint'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([told.stdout.trim(), told.stderr]).toEqual(['complete -F _stint stint', '']);
  });
});

describe.skipIf(!has('zsh'))('zsh', () => {
  it('reads the script, and finds command and place', () => {
    const program = `compdef() { : }; . ./for.zsh
compadd() { print -l -- "\${@:2}" } ; _describe() { print -l -- "\${(P)@[-1]%%:*}" | tr ' ' '\\n' }
words=(stint report ticket TB); CURRENT=4; _stint
words=(stint report timesheet --format m); CURRENT=5; _stint`;
    const told = spawnSync('zsh', ['-f', '-c', program], {
      cwd: folder,
      env: environment(),
      encoding: 'utf8',
    });
    expect(told.stderr).toBe('');
    expect(told.stdout).toContain('TB-042');
    expect(told.stdout).toContain('xlsx');
  });
});

describe.skipIf(!has('fish'))('fish', () => {
  it.each([
    ['report ti', 'ticket'],
    ['report ticket TB', 'TB-042'],
    ['report timesheet --format m', 'md'],
    ['day y', 'yesterday'],
  ])('%s', (line, offered) => {
    const told = spawnSync('fish', ['--no-config', '-c', `source for.fish; complete -C 'stint ${line}'`], {
      cwd: folder,
      env: environment(),
      encoding: 'utf8',
    });
    expect(told.stderr).toBe('');
    expect(told.stdout).toContain(offered);
  });
});

describe('every script', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'] as const)('%s names every command and flag', (shell) => {
    const script = completionFor(shell);
    for (const { words, flags } of commands()) {
      for (const word of words) expect(script, word).toContain(word);
      for (const { flag } of flags) expect(script).toContain(shell === 'fish' ? `-l ${flag}` : `--${flag}`);
    }
  });

  it('PowerShell reads it as it stands: no quote ends where it should not, no key stands twice', () => {
    const script = completionFor('powershell');
    // Its tokenizer takes ‘ ’ ‚ ‛ for quotes, “ ” „ for double ones and – — for dashes.
    expect(script).not.toMatch(/[^\n -~]/);
    const tables = [...script.matchAll(/\$(\w+) = @\{\n([\s\S]*?)\n {2}\}/g)];
    expect(tables.map(([, name]) => name)).toEqual(['next', 'flags', 'values', 'places', 'about']);
    for (const [, name, rows] of tables) {
      const keys = rows!
        .split('\n')
        .map((row) => /^ {4}'((?:[^']|'')*)' = '(?:[^']|'')*'$/.exec(row)?.[1] ?? row);
      expect(keys.filter((key) => / = /.test(key))).toEqual([]);
      // Keys of a hash table are alike in capitals and small letters.
      expect(new Set(keys.map((key) => key.toLowerCase())).size, name).toBe(keys.length);
    }
  });

  it('keeps quotes of help texts where they are', () => {
    for (const shell of ['bash', 'zsh', 'fish'] as const)
      if (has(shell)) {
        const read = spawnSync(shell, ['-n', `for.${shell}`], { cwd: folder, encoding: 'utf8' });
        expect([shell, read.status, read.stderr]).toEqual([shell, 0, '']);
      }
  });
});
