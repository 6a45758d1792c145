import { describe, expect, it } from 'vitest';
import type { Instant } from '../values/instant.ts';
import type { Minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { Proposal } from './proposal.ts';
import { wantingTitles, withTitle } from './ticket-titles.ts';

const TICKET = 'TB-042' as TicketId;
const TITLES = new Map([[TICKET, 'Fix socket']]);
const proposal = (description: string, ticket: TicketId | null = TICKET): Proposal => ({
  key: 'git:TB-042',
  ticket,
  project: 'TB',
  minutes: 30 as Minutes,
  rawMinutes: 30 as Minutes,
  source: 'git',
  description,
  commits: [],
  startedAt: 0 as Instant,
  endedAt: 1 as Instant,
  evidence: [],
  spans: [],
});

describe('the title of a ticket', () => {
  it.each([
    ['', 'Fix socket'],
    ['TB-042', 'Fix socket'],
    ['[TB-042]', 'Fix socket'],
    ['TB-042; add test', 'Fix socket; add test'],
    ['TB-042; [TB-042]', 'Fix socket'],
  ])('stands where the words are "%s"', (words, expected) => {
    expect(wantingTitles([proposal(words)])).toEqual([TICKET]);
    expect(withTitle(proposal(words), TITLES).description).toBe(expected);
  });

  it('changes nothing where words were said, none is known, or there is no ticket', () => {
    for (const one of [
      proposal('TB-042 and more'),
      proposal('add test'),
      proposal('', null),
      proposal('TB-0421'),
    ]) {
      expect(wantingTitles([one])).toEqual([]);
      expect(withTitle(one, TITLES)).toBe(one);
    }
    expect(withTitle(proposal('TB-042'), new Map())).toEqual(proposal('TB-042'));
  });
});
