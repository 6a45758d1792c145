import { expect, it } from 'vitest';
import { MONTHLY_TROUBLES } from '../review/prompt.ts';
import type { Wordless } from './prompt-words.ts';
import { promptWords } from './prompt-words.ts';

const prompt: Extract<Wordless, { kind: 'monthly' }> = {
  kind: 'monthly',
  key: 'monthly-made:2026-01',
  since: '2026-02-02T08:00:00.000Z',
  to: '/reports',
  answers: [],
  month: '2026-01',
  folder: '~/Reports',
  files: 2,
  trouble: null,
};

it('reports of a month are told in both languages', () => {
  expect(promptWords(prompt, 'en')).toEqual({
    title: 'The reports for January 2026 are made.',
    text: '2 files are in ~/Reports.',
  });
  expect(promptWords({ ...prompt, files: 1 }, 'de')).toEqual({
    title: 'Die Berichte für Januar 2026 sind fertig.',
    text: '1 Datei liegt in ~/Reports.',
  });
});

it.each(MONTHLY_TROUBLES)('%s is told with what to do', (trouble) => {
  for (const language of ['en', 'de'] as const) {
    const { title, text } = promptWords({ ...prompt, trouble }, language);
    expect(title).toMatch(language === 'en' ? /could not be made/ : /konnten nicht erstellt werden/);
    expect(text.length).toBeGreaterThan(20);
  }
});
