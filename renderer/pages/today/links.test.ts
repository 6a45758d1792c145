import { expect, test } from 'vitest';
import { commitKey, entryKey, laneKey, linksOf } from './links.ts';
import { createLit } from './lit.ts';
import { at, sampleEntry, sampleView, span } from './sample-view.ts';
import { layOutDay } from './timeline-layout.ts';

const piece = (kind: 'commit' | 'event' | 'session' | 'span', ref: string, times: string) => ({
  kind,
  ref,
  label: ref,
  rule: 'because',
  ...span(times),
});
const view = sampleView(
  [
    [
      sampleEntry('git', { commits: ['c1', 'gone'], evidence: [piece('commit', 'c2', '09:00-10:00')] }),
      '09:00-10:00',
    ],
    [
      sampleEntry('meeting', { source: 'calendar', evidence: [piece('event', 'e1', '10:00-11:00')] }),
      '10:00-11:00',
    ],
    [
      sampleEntry('editor', { source: 'ide', evidence: [piece('span', 'zed@1', '11:00-12:00')] }),
      '11:00-12:00',
    ],
    [
      sampleEntry('agent', { source: 'agent', evidence: [piece('span', 'claude:r1', '13:00-14:00')] }),
      '13:00-14:00',
    ],
  ],
  {
    commits: ['c1', 'c2', 'c3'].map((hash) => ({
      hash,
      at: at('09:30'),
      subject: hash,
      branch: null,
      repository: 'shop',
      ticket: null,
    })),
    events: [
      {
        ...span('10:00-11:00'),
        id: 'e1',
        source: 'ics:1',
        series: null,
        title: 'Planning',
        ticket: null,
        allDay: false,
        attended: null,
        counts: true,
      },
    ],
    spans: [
      { ...span('11:00-11:30'), source: 'zed', title: 'zed', ticket: null, project: null },
      { ...span('15:00-15:30'), source: 'zed', title: 'zed', ticket: null, project: null },
    ],
    runs: [
      {
        ...span('13:00-14:00'),
        source: 'claude',
        id: 'r1',
        title: '',
        ticket: null,
        ended: 'stopped',
        attention: [],
      },
    ],
  },
);
const links = linksOf(view, layOutDay(view).lanes);
const to = (key: string) => (links.get(key) ?? []).toSorted();

test('an entry is joined with its commits, those that are not shown left out', () => {
  expect(to(entryKey('git'))).toEqual([commitKey('c1'), commitKey('c2')]);
  expect(to(commitKey('c1'))).toEqual([entryKey('git')]);
  expect(to(commitKey('c3'))).toEqual([]);
});

test('and with what sources tell of it in their lanes, both ways', () => {
  expect(to(entryKey('meeting'))).toEqual([laneKey('ics:1 e1')]);
  expect(to(laneKey('ics:1 e1'))).toEqual([entryKey('meeting')]);
  expect(to(entryKey('agent'))).toEqual([laneKey('claude r1')]);
  // Signs of life at the same time; the same tool at another time is something else.
  expect(to(entryKey('editor'))).toHaveLength(1);
  expect(links.get(entryKey('editor'))![0]).toContain(at('11:00'));
});

test('what is pointed at is lit with all it rests on, and goes out again', () => {
  const lit = createLit();
  let told = 0;
  lit.subscribe(() => (told += 1));
  lit.link(links);
  lit.show(entryKey('git'));
  expect([entryKey('git'), commitKey('c2'), commitKey('c3')].map(lit.isLit)).toEqual([true, true, false]);
  lit.show(entryKey('git'));
  lit.show(commitKey('c1'));
  expect(lit.isLit(entryKey('git'))).toBe(true);
  lit.show(null);
  expect(lit.isLit(entryKey('git'))).toBe(false);
  expect(told).toBe(3);
});
