import { expect, test } from 'vitest';
import { matchTickets } from './ticket-match.ts';

const TICKETS = [
  { ticket: 'APP-019', title: 'OAuth token refresh' },
  { ticket: 'TB-042', title: 'Fix TCP_NODELAY on auction socket' },
  { ticket: 'TB-004', title: 'Token bucket' },
];
const found = (query: string) => matchTickets(query, TICKETS, 10).map((ticket) => ticket.ticket);

test('nothing typed offers the most recent ones as they come', () => {
  expect(found('')).toEqual(['APP-019', 'TB-042', 'TB-004']);
  expect(matchTickets('', TICKETS, 2)).toHaveLength(2);
});

test('an id is found as people type it in a hurry', () => {
  expect(found('tb42')).toEqual(['TB-042']);
  expect(found('TB-0')).toEqual(['TB-042', 'TB-004']);
  expect(found('019')).toEqual(['APP-019']);
});

test('words of the title are found, whole words before parts', () => {
  expect(found('token')).toEqual(['APP-019', 'TB-004']);
  expect(found('ction')[0]).toBe('TB-042');
});

test('letters in order are enough, other letters are not', () => {
  expect(found('oatkref')).toEqual(['APP-019']);
  expect(found('zzz')).toEqual([]);
});
