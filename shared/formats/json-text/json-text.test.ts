import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDiff } from '../plain-text/line-diff.ts';
import { addItem, removeAt, setMember } from './edit.ts';
import { readJsonText, valueOf } from './read.ts';

const json = fc.dictionary(
  fc.string().filter((key) => key !== '__proto__' && key !== 'ours'),
  fc.jsonValue({ maxDepth: 3 }),
  { maxKeys: 5 },
);
const layout = fc.constantFrom('', ' ', '  ', '    ', '\t');
const ends = fc.constantFrom('\n', '\r\n');
const written = fc
  .tuple(json, layout, ends, fc.boolean())
  .map(
    ([value, indent, end, last]) =>
      JSON.stringify(value, null, indent).replaceAll('\n', end) + (last ? end : ''),
  );

describe('a JSON text', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(written, (text) => {
        const read = readJsonText(text);
        expect(read.ok && valueOf(text, read.root)).toEqual(JSON.parse(text));
      }),
    );
  });
  it('is refused where JSON.parse refuses it, and nowhere else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          written.map((text) => text.slice(0, -1)),
          written,
        ),
        (text) => {
          const parses = (() => {
            try {
              JSON.parse(text);
              return true;
            } catch {
              return false;
            }
          })();
          expect(readJsonText(text).ok).toBe(parses);
        },
      ),
      { numRuns: 500 },
    );
  });
  it.each([
    ['{\n  "a": 1,\n}', 2, 9, 'comma'],
    ['{\n  // hooks\n  "a": 1\n}', 2, 3, 'comment'],
    ['{"a": 1', 1, 8, 'ended'],
    ['', 1, 1, 'ended'],
    ["{'a': 1}", 1, 2, 'unexpected'],
    ['{"a": 01}', 1, 7, 'unexpected'],
    ['{"a": 1} x', 1, 10, 'unexpected'],
    ['{"a":\r\n  tru}', 2, 3, 'unexpected'],
    ['{"a": 1, "a": 2}', 1, 10, 'twice'],
  ])('%j is wrong in line %i, column %i: %s', (text, line, column, fault) => {
    expect(readJsonText(text)).toEqual({ ok: false, line, column, fault });
  });
});

it('that nests without end is no settings', () => {
  expect(readJsonText('['.repeat(100_000))).toMatchObject({ ok: false, fault: 'deep' });
});

describe('a change', () => {
  it('of one member leaves the letters of all others, and can be taken back to the letter', () => {
    fc.assert(
      fc.property(written, fc.jsonValue({ maxDepth: 2 }), (text, value) => {
        const changed = setMember(text, [], 'ours', value);
        expect(JSON.parse(changed)).toEqual({
          ...(JSON.parse(text) as object),
          ours: JSON.parse(JSON.stringify(value)),
        });
        expect(JSON.parse(removeAt(changed, ['ours']))).toEqual(JSON.parse(text));
        const isEmpty = Object.keys(JSON.parse(text) as object).length === 0;
        if (!isEmpty) expect(removeAt(changed, ['ours'])).toBe(text);
      }),
    );
  });
  it('is written as the file is written', () => {
    expect(setMember('{\n\t"a": [\n\t\t1\n\t]\n}\n', [], 'b', { c: [1] })).toBe(
      '{\n\t"a": [\n\t\t1\n\t],\n\t"b": {\n\t\t"c": [\n\t\t\t1\n\t\t]\n\t}\n}\n',
    );
    expect(addItem('{"a": [1, 2]}', ['a'], 3)).toBe('{"a": [1, 2, 3]}');
    expect(addItem('{"a":[1,2]}', ['a'], { b: 1 })).toBe('{"a":[1,2,{"b":1}]}');
    expect(addItem('{\n  "a": []\n}', ['a'], 3)).toBe('{\n  "a": [\n    3\n  ]\n}');
    expect(setMember('{}', [], 'a', 1)).toBe('{\n  "a": 1\n}');
    expect(setMember('{\r\n  "a": 1\r\n}', [], 'b', {})).toBe('{\r\n  "a": 1,\r\n  "b": {}\r\n}');
    expect(setMember('\uFEFF{\n  "a": 1\n}', [], 'a', 2)).toBe('\uFEFF{\n  "a": 2\n}');
    expect(removeAt('{ "a": 1, "b": 2 }', ['a'])).toBe('{ "b": 2 }');
    expect(removeAt('[1, 2, 3]', [1])).toBe('[1, 3]');
  });
  it('needs a place', () => {
    expect(() => setMember('{"a": 1}', ['a'], 'b', 1)).toThrow(RangeError);
    expect(() => addItem('{"a": 1}', ['a'], 1)).toThrow(RangeError);
    expect(() => removeAt('{"a": 1}', ['b'])).toThrow(RangeError);
    expect(() => setMember('{', [], 'b', 1)).toThrow(RangeError);
  });
});

describe('the difference of two texts', () => {
  it('shows what comes and goes with the lines around it', () => {
    const before = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'].join('\n');
    expect(lineDiff(before, before.replace('4', 'four').replace('10\n', ''))).toEqual([
      ' 2',
      ' 3',
      '-4',
      '+four',
      ' 5',
      ' 6',
      '…',
      ' 8',
      ' 9',
      '-10',
      ' 11',
    ]);
    expect(lineDiff('', '{}\n')).toEqual(['+{}']);
    expect(lineDiff('a', 'a')).toEqual([]);
  });
  it('is enough to make either of the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, text, (old, young) => {
        const diff = lineDiff(old.join('\n'), young.join('\n'));
        const side = (sign: string): string[] =>
          diff.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
        expect(side('-').length - side('+').length).toBe(
          old.join() === young.join() ? 0 : old.length - young.length,
        );
      }),
    );
  });
});
