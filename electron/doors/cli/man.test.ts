import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commands } from './commands.ts';
import { manPage } from './man.ts';

const page = manPage(commands(), '1.2.3', '2026-02-10');
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

describe('the manual page', () => {
  it('names every command and every flag', () => {
    for (const { words, flags } of commands()) {
      expect(page).toContain(`\\fB${['stint', ...words].join(' ').replaceAll('-', '\\-')}\\fR`);
      for (const { flag } of flags) expect(page).toContain(`\\fB${`--${flag}`.replaceAll('-', '\\-')}\\fR`);
    }
  });

  it('has no line that roff would take for a request of its own', () => {
    const known = /^\.(TH|SH|TP|RS|RE|PP|nf|fi)( |$)/;
    for (const line of page.split('\n')) if (/^[.']/.test(line)) expect(line).toMatch(known);
  });

  it.skipIf(!has('groff'))('is set without a warning', () => {
    const set = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z', '-K', 'utf8'], {
      input: page,
      encoding: 'utf8',
    });
    expect(set.stderr).toBe('');
  });
});

describe('help texts', () => {
  it.each(commands().map((command) => [command.words.join(' '), command] as const))(
    '%s: a summary in one style',
    (_words, { summary, flags, slots }) => {
      expect(summary).toMatch(/^\p{Lu}/u);
      expect(summary).not.toMatch(/[.!]$/);
      expect(summary.length).toBeLessThan(120);
      for (const { field } of slots) expect(field.meaning).not.toMatch(/\.$/);
      for (const { meaning } of flags) expect(meaning).not.toMatch(/\.$/);
    },
  );
});
