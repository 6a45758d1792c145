import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseInstant } from '../../values/instant.ts';
import { editorOf, readHeartbeat } from './read-heartbeat.ts';

const now = parseInstant('2026-02-10T12:00:00Z')!;
const context = { user: 'max', now, editor: 'vim', last: null };
const read = (given: object) => readHeartbeat({ time: now / 1000, entity: 'a.ts', ...given }, context);

describe('a heartbeat', () => {
  it('may leave out, or set to null, all but moment and entity', () => {
    const bare = {
      beat: {
        user: 'max',
        at: now,
        entity: 'a.ts',
        type: 'file',
        category: 'coding',
        project: null,
        branch: null,
        language: null,
        editor: 'vim',
        isWrite: false,
      },
    };
    expect(read({})).toEqual(bare);
    const nulls = { type: null, category: null, project: null, branch: null, language: null, is_write: null };
    expect(read({ ...nulls, user_agent: null, dependencies: null, lines: 'many' })).toEqual(bare);
  });
  it.each([
    ['/home/max/geheim/größe.ts', 'file', 'größe.ts'],
    ['C:\\Users\\max\\a.cs', 'file', 'a.cs'],
    ['/home/max/', 'file', 'max'],
    ['https://a:b@shop.example:8080/x?y#z', 'url', 'shop.example'],
    ['shop.example/cart', 'domain', 'shop.example'],
    ['Figma', 'app', 'Figma'],
    ['whatever', 'event', 'whatever'],
  ])('of %s (%s) keeps %s', (entity, type, shown) => {
    expect(read({ entity, type })).toMatchObject({ beat: { entity: shown } });
  });
  it.each([[''], ['   '], ['///'], [5], [null], [undefined], [{}]])(
    'names something: %j does not',
    (entity) => {
      expect(read({ entity })).toHaveProperty('errors.entity');
    },
  );
  it.each([
    [now / 1000 + 600, true],
    [now / 1000 + 600.1, false],
    // Milliseconds by mistake are the far future.
    [now, false],
    [0, false],
    [-1, false],
    [Number.NaN, false],
    [Infinity, false],
    ['1770000000', true],
    ['', false],
    [null, false],
    [[1], false],
    [true, false],
  ])('at %s: taken %s', (time, taken) => {
    expect('beat' in read({ time })).toBe(taken);
  });
  it('falls on the same moment when it is sent again', () => {
    for (let ms = 0; ms < 1000; ms += 1) {
      const at = now - 5000 + ms;
      expect(read({ time: at / 1000 })).toMatchObject({ beat: { at } });
    }
  });
  it('is cut where somebody sends a novel', () => {
    const { beat } = read({ project: `a\n\u0000${'b'.repeat(1e5)}` }) as { beat: { project: string } };
    expect([beat.project.length, beat.project.slice(0, 3)]).toEqual([200, 'a b']);
  });
  it('whatever is sent, is read or refused, and never throws', () => {
    const keys = fc.constantFrom(
      'time',
      'entity',
      'type',
      'category',
      'project',
      'branch',
      'user_agent',
      'x',
    );
    const value = fc.oneof(fc.jsonValue(), fc.double(), fc.string());
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(keys, value), fc.jsonValue()), (sent) => {
        const told = readHeartbeat(sent, context);
        if ('errors' in told) return Object.keys(told.errors).length > 0;
        return told.beat.at <= now + 600_000 && told.beat.entity.length > 0;
      }),
    );
  });
});

describe('the editor', () => {
  it.each([
    ['wakatime/v1.98.1 (linux-6.1) go1.22 vscode/1.85.0 vscode-wakatime/24.2.0', 'vscode'],
    [
      'wakatime/13.0.7 (Darwin-20-x86_64) Python3.9.0.final.0 IntelliJ/2020.3 jetbrains-wakatime/13.0',
      'intellij',
    ],
    ['wakatime/v1.90 (windows-10) go1.21 vim-wakatime/11.1', 'vim'],
    ['Chrome/120.0 chrome-wakatime/3.0.1', 'chrome'],
    ['curl/8.0', null],
    ['', null],
    [7, null],
  ])('of %s is %s', (agent, editor) => {
    expect(editorOf(agent)).toBe(editor);
  });
});
