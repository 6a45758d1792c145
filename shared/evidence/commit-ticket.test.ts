import { describe, expect, it } from 'vitest';
import type { TicketId } from '../values/ticket-id.ts';
import type { Commit } from './commit.ts';
import { subjectWithoutTicket, ticketOfBranch, ticketOfCommit } from './commit-ticket.ts';
import { readStory } from './git-story.ts';

const commit = (line: string): Commit => readStory(`10:00 ${line}`).commits[0]!;

describe('the ticket of a commit', () => {
  it('is the one in its message', () => {
    expect(ticketOfCommit(commit('[fix/TB-1-x] APP-019: update'), [])).toBe('APP-019');
  });

  it('else the one its branch names', () => {
    expect(ticketOfCommit(commit('[fix/TB-042-socket] update'), [])).toBe('TB-042');
  });

  it('else none', () => {
    expect(ticketOfCommit(commit('[main] update'), [])).toBeNull();
    expect(ticketOfCommit(commit('update'), [])).toBeNull();
  });

  it('is only one of the known prefixes, when any are configured', () => {
    expect(ticketOfCommit(commit('[fix/TB-042] read UTF-8 names'), ['TB'])).toBe('TB-042');
    expect(ticketOfBranch('fix/XY-1', ['TB'])).toBeNull();
    expect(ticketOfBranch(null, [])).toBeNull();
  });
});

describe('the subject without its ticket', () => {
  it.each([
    ['TB-042: fix socket config', 'fix socket config'],
    ['[TB-042] fix socket config', 'fix socket config'],
    ['(TB-042): fix socket config', 'fix socket config'],
    ['#TB-042 fix socket config', 'fix socket config'],
    ['TB-042 - fix socket config', 'fix socket config'],
    ['TB-042 fix socket config', 'fix socket config'],
    ['fix socket config (TB-042)', 'fix socket config (TB-042)'],
    ['TB-0421: not this one', 'TB-0421: not this one'],
    ['TB-042', 'TB-042'],
    ['TB-042: ', 'TB-042:'],
    ['TB-042: two\n lines\u0007 and a \u202Etrick', 'two lines and a trick'],
  ])('of %j is %j', (subject, expected) => {
    expect(subjectWithoutTicket(subject, 'TB-042' as TicketId)).toBe(expected);
  });

  it('is the whole subject when there is no ticket', () => {
    expect(subjectWithoutTicket('TB-042: fix', null)).toBe('TB-042: fix');
  });
});
