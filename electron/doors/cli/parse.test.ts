import { describe, expect, it } from 'vitest';
import { Problem } from '#shared/values/problem.ts';
import { commands, commandsOf } from './commands.ts';
import { readCommandLine, splitGlobals } from './parse.ts';
import { nearest } from './suggest.ts';

/** Reads words as a shell would part them: blanks, and quotes around what belongs together. */
function read(line: string) {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  const { globals, rest, help, version } = splitGlobals(words);
  return { globals, version, asked: readCommandLine(rest, help, commandsOf(rest[0])) };
}

function inputOf(line: string): unknown {
  const { asked } = read(line);
  return asked.kind === 'run' ? { [asked.command.words.join(' ')]: asked.input } : asked;
}

function problemIn(line: string): Problem {
  try {
    read(line);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`"${line}" was taken`);
}

describe('words become an operation and its input', () => {
  it.each([
    ['day', { day: { date: 'today' } }],
    ['day 2026-02-10', { day: { date: '2026-02-10' } }],
    ['week', { week: { week: 'this' } }],
    ['start', { start: {} }],
    ['start TB-042', { start: { what: 'TB-042' } }],
    ['start TB-042 fix socket config', { start: { what: 'TB-042 fix socket config' } }],
    ['start reading --type research the spec', { start: { what: 'reading the spec', type: 'research' } }],
    ['start -- --weird words', { start: { what: '--weird words' } }],
    [
      'log "2h on TINT-191 for HR training yesterday"',
      { log: { text: '2h on TINT-191 for HR training yesterday' } },
    ],
    ['log 2h on TB-042 --date yesterday', { log: { text: '2h on TB-042', date: 'yesterday' } }],
    [
      'correct abcd1234 -1h --reason "over-reported on Tuesday"',
      { correct: { id: 'abcd1234', minutes: '-1h', reason: 'over-reported on Tuesday' } },
    ],
    ['correct --reason=oops abcd1234 -90', { correct: { id: 'abcd1234', minutes: '-90', reason: 'oops' } }],
    ['edit abcd1234 --minutes -1h30m', { edit: { id: 'abcd1234', minutes: '-1h30m' } }],
    [
      'edit abcd1234 --ticket "" --description "a --b"',
      { edit: { id: 'abcd1234', ticket: '', description: 'a --b' } },
    ],
    [
      'edit abcd1234 --started-at 2026-02-10T09:00:00Z',
      { edit: { id: 'abcd1234', startedAt: '2026-02-10T09:00:00Z' } },
    ],
    ['merge aaaa bbbb cccc', { merge: { id: 'aaaa', others: 'bbbb cccc' } }],
    ['confirm --unallocated', { confirm: { date: 'today', unallocated: true } }],
    ['calendar attend 3fa85f64 --no-attended', { 'calendar attend': { entry: '3fa85f64', attended: false } }],
    ['confirm yesterday --unallocated=false', { confirm: { date: 'yesterday', unallocated: false } }],
    ['session list --limit 20', { 'session list': { limit: 20 } }],
    ['doctor --verify-log', { doctor: { verifyLog: true } }],
    ['config set git.maxGap 90m', { 'config set': { key: 'git.maxGap', value: '90m' } }],
    ['repo add ~/work', { 'repo add': { path: '~/work' } }],
    ['serve --port 0', { serve: { port: 0 } }],
    ['backup restore newest.db', { 'backup restore': { file: 'newest.db' } }],
    ['--home /data day', { day: { date: 'today' } }],
    ['undo', { undo: {} }],
    ['report sprint sprint-7', { 'report sprint': { name: 'sprint-7' } }],
    ['report sprint --week 2026-W07', { 'report sprint': { week: '2026-W07' } }],
    // What has a place may be named as well, and takes none then.
    ['report sprint --name sprint-7', { 'report sprint': { name: 'sprint-7' } }],
    ['report project --project TB', { 'report project': { project: 'TB' } }],
    ['day --date yesterday', { day: { date: 'yesterday' } }],
    ['correct -1h --id abcd1234 --reason x', { correct: { id: 'abcd1234', minutes: '-1h', reason: 'x' } }],
  ])('%s', (line, expected) => {
    expect(inputOf(line)).toEqual(expected);
  });
});

describe('what every command takes', () => {
  it.each([
    ['day --json', { json: true, home: undefined }],
    ['--json day --home=/data', { json: true, home: '/data' }],
    ['day --home "/a b"', { json: false, home: '/a b' }],
    ['start -- --json', { json: false, home: undefined }],
  ])('%s', (line, globals) => {
    expect(read(line).globals).toEqual(globals);
  });

  it.each([
    ['', []],
    ['--help', []],
    ['help', []],
    ['help repo', ['repo']],
    ['help repo add', ['repo', 'add']],
    ['repo --help', ['repo']],
    ['day -h', ['day']],
    ['correct --help', ['correct']],
  ])('help for "%s"', (line, words) => {
    expect(read(line).asked).toEqual({ kind: 'help', words });
  });

  it.each(['--version', '-V', 'day --version'])('%s', (line) => {
    expect(splitGlobals(line.split(' ')).version).toBe(true);
  });
});

describe('what makes no sense is refused with a remedy', () => {
  it.each([
    ['dya', 'no command "dya"', '`stint day`'],
    ['comfirm', 'no command "comfirm"', '`stint confirm`'],
    ['xyzzy', 'no command "xyzzy"', 'stint --help'],
    ['--jsno', 'no option "--jsno"', 'stint --help'],
    ['repo', 'needs one of: add, list, remove', 'stint repo --help'],
    ['repo ad', 'no command "repo ad"', '`stint repo add`'],
    ['help nothing', 'no command "nothing"', 'stint --help'],
    ['day --jsno', 'no option --jsno', '--json'],
    ['correct abcd -1h --reson x', 'no option --reson', '--reason'],
    ['day -x', 'no option -x', 'Usage: stint day [DATE]'],
    ['correct abcd', 'MINUTES is missing', 'Usage: stint correct ID MINUTES --reason REASON'],
    ['correct', 'ID is missing', 'Usage:'],
    ['correct abcd -1h', '--reason is missing', 'Usage:'],
    ['correct abcd -1h --reason', '--reason needs a value', 'Usage:'],
    ['correct abcd -1h --reason --json', '--reason needs a value', 'Usage:'],
    ['correct abcd -1h --reason a --reason b', 'given twice', 'Usage:'],
    ['day today tomorrow', '"tomorrow" is one word too many', 'quotes'],
    ['session list --limit many', 'needs a number', '20'],
    ['start x --type party', '"party" is not possible', 'feature, bugfix'],
    ['confirm --no-unallocated=true', 'either there or not', 'leave it out'],
    ['confirm --no-unallocated --unallocated', 'given twice', 'Usage:'],
    ['day --no-json', 'no option --no-json', ''],
    ['confirm --unallocated=perhaps', 'either there or not', 'leave it out'],
    ['day --home', '--home needs a folder', '--home'],
    ['config set git.maxGap', 'VALUE is missing', 'Usage:'],
    ['report project TB --project TB', '"TB" is one word too many', 'quotes'],
  ])('%s', (line, message, remedy) => {
    const problem = problemIn(line);
    expect(problem.code).toBe('usage');
    expect(problem.message).toContain(message);
    expect(problem.remedy).toContain(remedy);
  });
});

describe('the nearest word', () => {
  it.each([
    ['dya', 'day'],
    ['statsu', 'status'],
    ['conf', 'confirm'],
    ['qqq', null],
  ])('%s → %s', (word, expected) => {
    expect(nearest(word, ['day', 'week', 'status', 'confirm'])).toBe(expected);
  });
});

it('every operation with a command has words of its own, a summary, and places its input knows', () => {
  const words = commands().map((command) => command.words.join(' '));
  expect(new Set(words).size).toBe(words.length);
  for (const command of commands()) {
    expect(command.summary).not.toBe('');
    expect(command.slots.slice(0, -1).some((slot) => slot.greedy)).toBe(false);
    // Some examples are what another program is told, not what is typed.
    for (const example of command.examples.filter((text) => text.startsWith('stint ')))
      expect(() => read(example.split(' < ')[0]!.replace(/^stint /, ''))).not.toThrow();
  }
});
