import { expect, it } from 'vitest';
import type { ExplanationShape } from '#shared/contract/configuration-operations.ts';
import { paperOf } from '../paper.ts';
import { viewOf } from './catalogue.ts';

const told: ExplanationShape = {
  key: 'git.maxGap',
  value: '80m',
  from: 'It comes from /home/max/.config/arij/defaults.yaml, line 2.',
  repository: null,
  steps: [
    { from: 'repository', place: '/a:3:5', value: '1h', counts: false, note: 'They disagree.' },
    { from: 'defaults', place: '/own:2:12', value: '80m', counts: true, note: null },
    { from: 'built-in', place: null, value: '2h', counts: false, note: null },
  ],
  problems: [{ place: '/b:4:1', message: 'tempo.max_gap is "x".\u001b[31m' }],
};
const paper = paperOf({ colour: false, width: 100 });
const lines = (text: string): string[] => text.split('\n').map((line) => line.trim());

it('gives the value alone on the first line, then who says what, and what is wrong', () => {
  expect(lines(viewOf(['setting', 'explain'], told, paper))).toEqual([
    '80m',
    'git.maxGap. It comes from /home/max/.config/arij/defaults.yaml, line 2.',
    '·  repository     1h   /a:3:5  They disagree.',
    '✓  your defaults  80m  /own:2:12',
    '·  built in       2h',
    expect.stringMatching(/^⚠ \/b:4:1: tempo\.max_gap is "x"\.(?!.*\u001b)/),
  ]);
});

it('names the repository it was asked for', () => {
  const text = viewOf(['setting', 'explain'], { ...told, repository: '/work/shop' }, paper);
  expect(lines(text)[1]).toMatch(/^git\.maxGap for \/work\/shop\. /);
});

it('a setting that a file decides says so when it is looked at and when it is set', () => {
  const setting = { key: 'git.maxGap', value: '80m', initial: '2h', meaning: 'A gap.', group: 'Git' };
  for (const verb of ['get', 'set']) {
    expect(viewOf(['setting', verb], { ...setting, from: '/own:2:12' }, paper)).toContain(
      '⚠ It comes from /own:2:12, which counts more than what is set here: stint config explain git.maxGap',
    );
    expect(viewOf(['setting', verb], { ...setting, from: null }, paper)).not.toContain('⚠');
  }
});
