import { describe, expect, it } from 'vitest';
import { sentencesIn } from './collect.ts';
import { complaintsAbout } from './compare.ts';

const found = (text: string) => {
  const { sentences, unmarked } = sentencesIn('shared/entries/planted.ts', text);
  return { sentences: new Map(sentences.map((one) => [one.key, one])), unmarked };
};

describe('sentences for people', () => {
  it('are collected as templates, with the place they are said', () => {
    const { sentences } = found("const a = 1;\nconst b = said`${a} of ${a ? said`the day` : ''} \\`x\\``;");
    expect([...sentences.values()]).toEqual([
      { key: '{0} of {1} `x`', where: 'shared/entries/planted.ts:2', nested: [1] },
      { key: 'the day', where: 'shared/entries/planted.ts:2', nested: [] },
    ]);
  });

  it('are missed where a refusal has plain words, in whatever branch', () => {
    expect(found("throw new Problem('usage', 'Plain words.', said`Do it.`);").unmarked).toEqual([
      "shared/entries/planted.ts:1 'Plain words.'",
    ]);
    expect(found("new Problem('usage', a ? said`A.` : `be ${a}.`, c ?? 'Or else.')").unmarked).toHaveLength(
      2,
    );
    expect(found("new Problem('usage', read.sentence, `${a}`, { kind: 'words' })").unmarked).toEqual([]);
  });

  it('want a translation that keeps every value, and no other', () => {
    const said = found('said`${a} is ${b ? said`here` : said`there`}.`');
    const told = { here: 'hier', there: 'dort' };
    expect(complaintsAbout(said, { ...told, '{0} is {1}.': '{0} ist {1:said}.' })).toEqual([]);
    expect(complaintsAbout(said, told)).toEqual(['not in German: shared/entries/planted.ts:1 "{0} is {1}."']);
    expect(complaintsAbout(said, { ...told, '{0} is {1}.': '{0} und {2}.', more: 'mehr' })).toEqual([
      'German leaves out {1}: "{0} is {1}."',
      'German has a {2} too many: "{0} is {1}."',
      'German for what nobody says: "more"',
    ]);
    expect(complaintsAbout(said, { ...told, '{0} is {1}.': '{0} ist {1}.' })).toEqual([
      '{1} is a sentence of its own, write {1:said}: "{0} is {1}."',
    ]);
  });
});
