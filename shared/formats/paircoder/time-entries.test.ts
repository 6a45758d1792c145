import { expect, it } from 'vitest';
import { RULES } from '../sample-records.ts';
import { readPaircoder } from './time-entries.ts';

it('reads the document’s file, takes the length that is said, and leaves out what runs', () => {
  const file = {
    'TASK-025': {
      entries: [
        {
          provider_id: 'abc123',
          start: '2025-01-16T10:00:00Z',
          end: '2025-01-16T11:30:00Z',
          duration_seconds: 4980,
        },
        { provider_id: 'abc124', start: '2025-01-16T22:00:00Z', end: '2025-01-17T00:00:00Z' },
        { start: '2025-01-17T10:00:00Z' },
      ],
      total_seconds: 5400,
    },
    odd: 7,
  };
  const { records, skipped } = readPaircoder(JSON.stringify(file), RULES)!;
  expect(records.map(({ date, minutes, ticket }) => [date, minutes, ticket])).toEqual([
    ['2025-01-16', 83, 'TASK-025'],
    ['2025-01-16', 60, 'TASK-025'],
    ['2025-01-17', 60, 'TASK-025'],
  ]);
  expect(skipped.map(({ place }) => place)).toEqual(['TASK-025[2]', 'odd']);
  expect(readPaircoder('[]', RULES)).toBeNull();
});
