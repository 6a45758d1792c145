import { describe, expect, it } from 'vitest';
import type { Entry } from '../entries/entry.ts';
import { readStory } from '../evidence/git-story.ts';
import { defaultSettings } from '../settings/catalogue.ts';
import { derivationRules } from '../settings/rules.ts';
import type { Id } from '../values/ids.ts';
import { minutes } from '../values/minutes.ts';
import { deriveDay } from './derive-day.ts';
import { keptEntry } from './kept-entry.ts';
import type { Proposal } from './proposal.ts';
import { planReplacement } from './replace.ts';

const story = readStory('09:00 TB-1: a\n10:00 TB-2: b\nsession 13:00-14:00 TB-3 c');
const { proposals } = deriveDay({ ...story, now: story.day.end }, [], derivationRules(defaultSettings()));
const asEntry = (proposal: Proposal, change: Partial<Entry> = {}): Entry =>
  keptEntry(story, '', { ...proposal, id: `entry of ${proposal.key}` as Id, state: 'proposed', ...change });
const entries = proposals.map((proposal) => asEntry(proposal));
const NOTHING = { add: [], update: [], remove: [] };

describe('planReplacement', () => {
  it('adds what is new', () => {
    expect(planReplacement([], proposals)).toEqual({ ...NOTHING, add: proposals });
  });

  it('does nothing the second time, also with what a store gives back', () => {
    expect(planReplacement(entries, proposals)).toEqual(NOTHING);
    expect(planReplacement(JSON.parse(JSON.stringify(entries)) as Entry[], proposals)).toEqual(NOTHING);
  });

  it.each<[string, Partial<Proposal>]>([
    ['minutes', { minutes: minutes(1) }],
    ['a ticket', { ticket: null }],
    ['words', { description: 'other' }],
    ['commits', { commits: ['c1', 'c9'] }],
    ['evidence', { evidence: [] }],
    ['spans', { spans: proposals[0]!.spans.slice(1) }],
  ])('changes %s in place', (_, change) => {
    const changed = { ...proposals[0]!, ...change };
    expect(planReplacement(entries, [changed, ...proposals.slice(1)])).toEqual({
      ...NOTHING,
      update: [{ entry: entries[0], proposal: changed }],
    });
  });

  it('removes what is no longer proposed', () => {
    expect(planReplacement(entries, proposals.slice(1))).toEqual({ ...NOTHING, remove: [entries[0]] });
  });

  it.each(['accepted', 'edited', 'deleted'] as const)('leaves an %s entry alone', (state) => {
    const settled = asEntry(proposals[0]!, { state, minutes: minutes(1) });
    expect(planReplacement([settled], [])).toEqual(NOTHING);
    expect(planReplacement([settled], proposals)).toEqual({ ...NOTHING, add: proposals.slice(1) });
  });

  it('leaves alone what a person wrote', () => {
    const written = keptEntry(story, '09:00-10:00', { source: 'manual', key: null });
    expect(planReplacement([written], [])).toEqual(NOTHING);
  });

  it('keeps one of two proposals with one key', () => {
    const twin = asEntry(proposals[0]!, { id: 'twin' as Id });
    expect(planReplacement([...entries, twin], proposals)).toEqual({ ...NOTHING, remove: [twin] });
  });
});
