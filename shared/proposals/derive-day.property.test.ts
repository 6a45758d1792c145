import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Entry } from '../entries/entry.ts';
import type { Story } from '../evidence/git-story.ts';
import type { PresenceSpan } from '../evidence/presence.ts';
import type { Id } from '../values/ids.ts';
import { instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { clip, coveredMs, lengthMs, subtract } from '../values/interval.ts';
import { minutes } from '../values/minutes.ts';
import type { Derivation } from './derive-day.ts';
import { deriveDay } from './derive-day.ts';
import { keptEntry } from './kept-entry.ts';
import { planReplacement } from './replace.ts';
import type { Case } from './any-day.fixture.ts';
import { anyCase, caseWith, presentAllDay, seamlessPresence } from './any-day.fixture.ts';

const derive = ({ evidence, kept, rules }: Case): Derivation => deriveDay(evidence, kept, rules);
const spansOf = ({ proposals }: Derivation): Interval[] => proposals.flatMap((one) => one.spans);
const total = (spans: readonly Interval[]): number => spans.reduce((sum, one) => sum + lengthMs(one), 0);
const asEntries = (story: Story, { proposals }: Derivation): Entry[] =>
  proposals.map((one) => keptEntry(story, '', { ...one, id: `entry ${one.key}` as Id, state: 'proposed' }));

describe('deriving a day', () => {
  it('never depends on the order of evidence', () => {
    const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
      fc.shuffledSubarray([...list], { minLength: list.length });
    const twice = anyCase.chain((one) =>
      fc.tuple(
        fc.constant(one),
        shuffled(one.evidence.commits),
        shuffled(one.evidence.checkouts),
        shuffled(one.evidence.presence),
        shuffled(one.evidence.sessions),
        shuffled(one.kept),
        fc.tuple(
          shuffled(one.evidence.events),
          shuffled(one.evidence.marks),
          shuffled(one.evidence.beats),
          shuffled(one.evidence.runs),
        ),
      ),
    );
    fc.assert(
      fc.property(
        twice,
        ([one, commits, checkouts, presence, sessions, kept, [events, marks, beats, runs]]) => {
          const evidence = {
            ...one.evidence,
            commits,
            checkouts,
            presence,
            sessions,
            events,
            marks,
            beats,
            runs,
          };
          expect(derive({ ...one, evidence, kept })).toEqual(derive(one));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const existing = [...one.kept, ...asEntries(one.story, derive(one))];
        expect(planReplacement(existing, derive(one).proposals)).toEqual({ add: [], update: [], remove: [] });
      }),
    );
  });

  it('never touches what the person settled', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const plan = planReplacement(one.kept, derive(one).proposals);
        expect([plan.update, plan.remove]).toEqual([[], []]);
        const keys = [...one.kept, ...plan.add].flatMap(({ key }) => key ?? []);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('proposes nothing more once everything was accepted', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const first = derive(one);
        const accepted = asEntries(one.story, first).map((entry) => ({
          ...entry,
          state: 'accepted' as const,
        }));
        const second = derive({ ...one, kept: [...one.kept, ...accepted] });
        // Time that rounding left nothing of is still there, and may now be rounded differently.
        const timerKeys = second.proposals.filter(({ source }) => source === 'timer').map(({ key }) => key);
        expect(timerKeys).toEqual([]);
        expect(total(clip(spansOf(second), spansOf(first)))).toBe(0);
      }),
    );
  });

  it('gives every moment of the day once at most, and none that was settled', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const derivation = derive(one);
        const spans = spansOf(derivation);
        expect(total(spans)).toBe(coveredMs(spans));
        expect(subtract(spans, [one.story.day])).toEqual([]);
        expect(
          clip(
            spans,
            one.kept.flatMap((entry) => entry.spans),
          ),
        ).toEqual([]);
        expect(clip(derivation.gaps, spans)).toEqual([]);
        expect(coveredMs([...spans, ...derivation.gaps])).toBeLessThanOrEqual(lengthMs(one.story.day));
      }),
      { numRuns: 300 },
    );
  });

  it('makes minutes of the time that is covered, and names what they rest on', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        for (const proposal of derive(one).proposals) {
          expect(Math.abs(proposal.rawMinutes - coveredMs(proposal.spans) / 60_000)).toBeLessThanOrEqual(0.5);
          expect(proposal.minutes).toBeGreaterThan(0);
          expect(proposal.minutes % (proposal.source === 'git' ? one.rules.rounding : 1)).toBe(0);
          expect(proposal.evidence.length).toBeGreaterThan(0);
          expect(proposal.startedAt).toBe(proposal.spans[0]!.start);
          expect(proposal.endedAt).toBe(proposal.spans.at(-1)!.end);
        }
      }),
    );
  });

  it('never gives more than the present time and the meetings, where presence is known', () => {
    fc.assert(
      fc.property(caseWith(seamlessPresence), (one) => {
        const evidence = { ...one.evidence, sessions: [] };
        const active = evidence.presence.filter((span) => span.state === 'active');
        expect(subtract(spansOf(derive({ ...one, evidence })), [...active, ...evidence.events])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('gives as much time before commits as after them, with presence known everywhere or nowhere', () => {
    const presence = (story: Story) => fc.constantFrom<PresenceSpan[]>([], presentAllDay(story));
    fc.assert(
      fc.property(caseWith(presence), ({ evidence, rules, story }) => {
        const others = { sessions: [], checkouts: [], events: [], marks: [], beats: [], runs: [] };
        const given = { ...evidence, ...others, now: instant(story.day.end + 1) };
        const rounding = minutes(1);
        const [after, before] = (['after', 'before'] as const).map((credit) => {
          const { proposals } = deriveDay(given, [], { ...rules, credit, rounding, roundingMode: 'nearest' });
          return coveredMs(proposals.flatMap((one) => one.spans));
        });
        // Proposals of less than half a minute are dropped: four tickets at most.
        expect(Math.abs(after! - before!)).toBeLessThan(4 * 30_000);
      }),
    );
  });

  it('loses at most half a step of the day when rounding preserves the sum', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const fine = derive({
          ...one,
          rules: { ...one.rules, rounding: minutes(1), roundingMode: 'nearest' },
        });
        const rules = { ...one.rules, roundingMode: 'sum-preserving' as const };
        const git = (derivation: Derivation) => derivation.proposals.filter(({ source }) => source === 'git');
        const raw = git(fine).reduce((sum, { rawMinutes }) => sum + rawMinutes, 0);
        const rounded = git(derive({ ...one, rules })).reduce((sum, proposal) => sum + proposal.minutes, 0);
        expect(Math.abs(raw - rounded)).toBeLessThanOrEqual(rules.rounding / 2);
      }),
    );
  });
});
