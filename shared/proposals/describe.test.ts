import { describe as group, expect, it } from 'vitest';
import fc from 'fast-check';
import { describe } from './describe.ts';

group('describe', () => {
  it('joins different texts in their order', () => {
    expect(describe(['fix', 'test', '', ' fix '])).toBe('fix; test');
    expect(describe([])).toBe('');
  });

  it('counts what is too much', () => {
    const texts = ['a', 'b', 'c'].map((letter) => letter.repeat(120));
    expect(describe(texts)).toBe(`${'a'.repeat(120)}; + 2 more`);
  });

  it('cuts one that is too long, between characters', () => {
    const said = describe(['🙂'.repeat(300), 'b']);
    expect(said).toBe(`${'🙂'.repeat(199)}…; + 1 more`);
  });

  it('stays short whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 400 })), (texts) => {
        expect(describe(texts).length).toBeLessThanOrEqual(220);
      }),
    );
  });
});
