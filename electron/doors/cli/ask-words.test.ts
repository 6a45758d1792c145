import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './run.ts';

let home: string;
const questions: string[] = [];

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'stint-ask-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** @param answers what the person says when they are asked; null: there is nobody to ask. */
const ask = (words: readonly string[], answers: boolean | null = null) => run(['ask', ...words], answers);

async function run(words: readonly string[], answers: boolean | null = null) {
  const told = { out: '', err: '' };
  const code = await runCommand(words, {
    out: (text) => (told.out += text),
    err: (text) => (told.err += text),
    env: { STINT_HOME: home },
    cwd: home,
    columns: null,
    errIsTerminal: false,
    askSecret: async () => null,
    confirm: async (question) => {
      questions.push(question);
      return answers;
    },
  });
  return { code, ...told };
}

describe('stint ask', () => {
  it('does what changes something after a yes only', async () => {
    const alone = await ask(['log 2h on TB-77 for a review']);
    expect(alone).toMatchObject({ code: 2, out: '' });
    expect(alone.err).toMatch(/Add 2h on TB-77[\s\S]*Say --yes/);
    expect(await ask(['log 2h on TB-77 for a review'], false)).toEqual({
      code: 0,
      out: 'Nothing was changed.\n',
      err: '',
    });
    expect((await ask(['what', 'did', 'I', 'do', 'today'])).out).not.toContain('TB-77');
    expect((await ask(['log 2h on TB-77 for a review'], true)).out).toContain('TB-77');
    expect((await ask(['log', '30m', 'on', 'APP-7', 'for', 'a', 'call', '--yes'])).out).toContain('APP-7');
    expect(questions[0]).toMatch(/^Add 2h on TB-77, \d{4}-\d\d-\d\d: a review\?$/);
  });

  it('answers questions at once, as the command for it would', async () => {
    expect((await ask(['what did I work on today?'])).out).toContain('APP-7');
    expect((await ask(['how much time on tb-77'])).out).toContain('2h00m');
    expect((await ask(['zeig meine Woche'])).out).toContain('APP-7');
    expect((await ask(['warum TB-77'])).out).toContain('TB-77');
    expect(questions).toHaveLength(3);
  });

  it('answers in German who asked in German, and programs in English', async () => {
    const { length } = questions;
    const refused = await ask(['buche 2h auf TB-78 für ein Review']);
    expect(refused.err).toMatch(/Das würde etwas ändern: 2h auf TB-78 eintragen.*\nMit --yes wird es getan/s);
    expect((await ask(['buche 2h auf TB-78 für ein Review'], false)).out).toBe('Es wurde nichts geändert.\n');
    expect(questions.slice(length + 1)).toEqual([
      expect.stringMatching(/^2h auf TB-78 eintragen, \d{4}-\d\d-\d\d: ein Review\?$/),
    ]);
    expect((await ask(['buche 2h auf TB-78 für ein Review'], true)).out).toMatch(
      /✓ eingetragen\n.*TB-78 .*von Hand/,
    );
    const day = (await ask(['was habe ich heute gemacht'])).out;
    expect(day).toMatch(/^\S+, \d+\. \S+ \d{4}  Entwurf/);
    expect(day).toMatch(/Summe: \d+h\d\dm/);
    expect(day).toContain('Fehlt etwas, oder stimmt etwas nicht?');
    expect((await ask(['zeig meine Woche'])).out).toMatch(/^Woche \d{4}-W\d\d[\s\S]*Soll:/);
    expect((await ask(['was läuft gerade'])).out).toMatch(/Nichts läuft[\s\S]*Heute[\s\S]*Anwesenheit/);
    expect((await ask(['wie viel Zeit auf TB-78'])).out).toMatch(/Zeit|Minuten/);
    expect((await ask(['rückgängig'], true)).out).toMatch(/Zurückgenommen: Eintrag anlegen/);
    expect((await ask(['koch mir bitte einen Kaffee'])).err).toMatch(
      /nicht verstanden[\s\S]*Du könntest sagen: "/,
    );
    expect((await ask(['warum TB-999'])).err).toContain('gibt es am');
    const told = await ask(['zeig meine Woche', '--json']);
    expect(JSON.parse(told.out)).toMatchObject({
      sentence: expect.stringMatching(/^Show the week/),
      done: true,
    });
  });

  it('answers what could be either in the language of the app', async () => {
    expect((await ask(['status'])).out).toContain('Nothing runs.');
    await run(['config', 'set', 'app.language', 'de']);
    expect((await ask(['status'])).out).toContain('Nichts läuft.');
    expect((await ask(['what is running'])).out).toContain('Nothing runs.');
    await run(['config', 'set', 'app.language', 'system']);
  });

  it('answers as JSON, with what was understood', async () => {
    const told = await ask(['how much time on TB-77', '--json']);
    expect(JSON.parse(told.out)).toMatchObject({
      sentence: 'Time on TB-77',
      operation: 'report.ticket',
      input: { ticket: 'TB-77' },
      done: true,
      answer: { ticket: 'TB-77' },
    });
    // A program reads the answer, so nobody is asked.
    const refused = await ask(['submit my timesheet', '--json'], true);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(JSON.parse(refused.err)).toMatchObject({ error: { code: 'usage' } });
  });

  it('says what it did not understand, with what could be said', async () => {
    const told = await ask(['brew', 'me', 'some', 'coffee']);
    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.err).toMatch(/not understood[\s\S]*You could say: "/);
    expect((await ask(['why TB-999'])).err).toContain('no entry on TB-999');
  });

  it('refusals of the timesheet keep their code', async () => {
    const told = await ask(['submit last week', '--yes']);
    expect(told.err).not.toBe('');
    expect(told.code).toBe(3);
  });
});
