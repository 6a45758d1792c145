import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { describedBy } from './looked-through.ts';
import { rowsShape } from './report-operations.ts';

it('rows of a report are looked through as the schema that describes them would', () => {
  const described = describedBy(rowsShape) as z.ZodType;
  expect(described).not.toBe(rowsShape);
  const money = fc.record(
    { cents: fc.oneof(fc.double(), fc.string()), currency: fc.oneof(fc.string(), fc.integer()) },
    { requiredKeys: [] },
  );
  const cell = fc.oneof(fc.string(), fc.double(), fc.constant(null), money, fc.anything());
  const rows = fc.oneof(fc.array(fc.oneof(fc.array(cell), fc.anything())), fc.anything());
  fc.assert(
    fc.property(rows, (value) => {
      expect(rowsShape.safeParse(value).success).toBe(described.safeParse(value).success);
    }),
  );
  const good = [['2026-02-10', 150, null, { cents: 1.5, currency: 'EUR' }], []];
  expect(rowsShape.parse(good)).toEqual(good);
});
