import { describe, expect, it } from 'vitest';
import type { LocalDay } from '../../values/local-day.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { noteOf } from './note.ts';

const entry = (given: { ticket?: string | null; project?: string | null; description?: string } = {}) => ({
  ticket: (given.ticket === undefined ? 'TB-042' : given.ticket) as TicketId | null,
  project: given.project === undefined ? 'TB' : given.project,
  description: given.description ?? 'fix socket',
  date: '2026-02-10' as LocalDay,
});

describe('the note of a booking', () => {
  it.each([
    ['{ticket}: {description}', {}, 'TB-042: fix socket'],
    ['{ticket}: {description}', { ticket: null }, 'fix socket'],
    ['{ticket}: {description}', { description: '' }, 'TB-042'],
    ['{ticket}: {description}', { ticket: null, description: '' }, ''],
    ['[{ticket}] {description}', { ticket: null }, 'fix socket'],
    ['{description} ({ticket})', { ticket: null }, 'fix socket'],
    ['{description} - {project}', { project: null }, 'fix socket'],
    ['{project}/{ticket} {description}', { ticket: null }, 'TB/fix socket'],
    ['{date} {ticket} {customer}: {description}', {}, '2026-02-10 TB-042 {customer}: fix socket'],
    ['Work', {}, 'Work'],
    ['{description}', { description: 'see {ticket}: {date}' }, 'see {ticket}: {date}'],
    ['{ticket}: {description}', { description: '  two\n lines\t here ' }, 'TB-042: two lines here'],
    ['{ticket}: {description}', { description: 'what about "why:"' }, 'TB-042: what about "why:"'],
    ['{ticket}: {description}', { description: 'ends with a dash -' }, 'TB-042: ends with a dash -'],
    ['{description}', { description: 'copied [stint 0123456789ab]' }, 'copied'],
    ['{ticket}: {description}', { ticket: null, description: '$& $1' }, '$& $1'],
  ])('%s of %o is %s', (template, given, note) => {
    expect(noteOf(template, entry(given))).toBe(note);
  });
});
