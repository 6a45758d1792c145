import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexTickets, searchTickets } from './ticket-match.ts';

const TICKETS = [
  { ticket: 'APP-019', title: 'OAuth token refresh' },
  { ticket: 'TB-042', title: 'Fix TCP_NODELAY on auction socket' },
  { ticket: 'TB-004', title: 'Token bucket' },
  { ticket: 'HR-7', title: 'Übergabe an die Prüfung' },
];
const INDEX = indexTickets(TICKETS);
const found = (query: string) => searchTickets(query, INDEX, 10).map((ticket) => ticket.ticket);

test('nothing typed offers the most recent ones as they come', () => {
  expect(found('')).toEqual(['APP-019', 'TB-042', 'TB-004', 'HR-7']);
  expect(searchTickets('', INDEX, 2)).toHaveLength(2);
});

test('an id is found as people type it in a hurry', () => {
  expect(found('tb42')[0]).toBe('TB-042');
  expect(found('tb-42')[0]).toBe('TB-042');
  expect(found('TB-0')).toEqual(['TB-042', 'TB-004']);
  expect(found('hr 7')[0]).toBe('HR-7');
});

test('digits alone are a number of a ticket: the whole one before one that begins so', () => {
  const tickets = indexTickets([
    { ticket: 'TB-142', title: '' },
    { ticket: 'TB-420', title: '' },
    { ticket: 'APP-042', title: '' },
    { ticket: 'OPS-7', title: 'Move port 42' },
  ]);
  expect(searchTickets('42', tickets, 10).map(({ ticket }) => ticket)).toEqual([
    'APP-042',
    'TB-420',
    'OPS-7',
    'TB-142',
  ]);
  expect(found('019')).toEqual(['APP-019']);
});

test('words of the title are found: the first one, other ones, any order, then parts of them', () => {
  expect(found('token')).toEqual(['TB-004', 'APP-019']);
  expect(found('socket auc')[0]).toBe('TB-042');
  expect(found('tb token')[0]).toBe('TB-004');
  expect(found('ction')[0]).toBe('TB-042');
  expect(found('nodelay')[0]).toBe('TB-042');
});

test('accents are found with and without', () => {
  expect(found('über')[0]).toBe('HR-7');
  expect(found('uber pruf')[0]).toBe('HR-7');
});

test('letters in order are enough, those with fewer jumps first; other letters are not', () => {
  expect(found('oatkref')).toEqual(['APP-019']);
  expect(found('zzz')).toEqual([]);
  const two = indexTickets([
    { ticket: 'A-1', title: 'sxoxcxk' },
    { ticket: 'A-2', title: 'a sxock' },
  ]);
  expect(searchTickets('sock', two, 10).map(({ ticket }) => ticket)).toEqual(['A-2', 'A-1']);
});

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const ticket = fc.record({
  ticket: fc
    .tuple(fc.constantFrom('TB', 'APP', 'OPS2'), fc.integer({ min: 0, max: 9999 }))
    .map(([prefix, number]) => `${prefix}-${String(number).padStart(3, '0')}`),
  title: fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
});

test('an id typed in full comes first, however it is typed; nothing is offered twice or beyond the limit', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(ticket, { minLength: 1, maxLength: 40, selector: (one) => one.ticket }),
      fc.nat(),
      (tickets, pick) => {
        const wanted = tickets[pick % tickets.length]!;
        const index = indexTickets(tickets);
        const best = (query: string) => searchTickets(query, index, 5);
        expect(best(wanted.ticket)[0]).toBe(wanted);
        expect(best(` ${wanted.ticket.toLowerCase()} `)[0]).toBe(wanted);
        const hits = best(wanted.title.slice(0, 3));
        expect(new Set(hits).size).toBe(hits.length);
        expect(hits.length).toBeLessThanOrEqual(5);
      },
    ),
  );
});

test('a prefix of an id finds every ticket that has it, most recent first, before all others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(ticket, { maxLength: 30, selector: (one) => one.ticket }), (tickets) => {
      const having = tickets.filter((one) => one.ticket.startsWith('TB-'));
      const hits = searchTickets('tb-', indexTickets(tickets), 100);
      expect(hits.slice(0, having.length)).toEqual(having);
    }),
  );
});

test('the words of a title, begun in any order, always find their ticket', () => {
  fc.assert(
    fc.property(fc.array(ticket, { minLength: 1, maxLength: 20 }), fc.nat(), (tickets, pick) => {
      const wanted = tickets[pick % tickets.length]!;
      const query = wanted.title
        .split(' ')
        .toReversed()
        .map((one) => one.slice(0, 2))
        .join(' ');
      fc.pre(query.trim() !== '');
      expect(searchTickets(query, indexTickets(tickets), 100)).toContain(wanted);
    }),
  );
});
