import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseInstant } from '../../values/instant.ts';
import { readTelemetryLine, telemetryLine } from './read-line.ts';

const now = parseInstant('2026-02-10T12:00:00Z')!;
const read = (given: object) =>
  readTelemetryLine(
    JSON.stringify({
      ts: '2026-02-10T09:00:00Z',
      ticket: 'TB-042',
      tool: 'cursor',
      event: 'start',
      ...given,
    }),
    now,
  );

describe('a line of a telemetry log', () => {
  it('says when, what and who', () => {
    const at = parseInstant('2026-02-10T09:00:00Z');
    expect(read({})).toEqual({ at, kind: 'start', ticket: 'TB-042', tool: 'cursor', detail: '' });
    expect(read({ event: 'STOP', ts: '2026-02-10T10:00:00+01:00', user: 'x', more: [1] })).toMatchObject({
      at,
      kind: 'stop',
    });
    expect(read({ file: '/home/max/secret/a.ts' })).toMatchObject({ detail: 'a.ts' });
  });
  it('may name no ticket, and no tool', () => {
    for (const ticket of [null, '', undefined]) expect(read({ ticket })).toMatchObject({ ticket: null });
    for (const tool of [null, ' ', 5]) expect(read({ tool })).toMatchObject({ tool: 'tool' });
  });
  it.each([
    ['a moment that is none', { ts: 'soon' }],
    ['a moment without zone', { ts: '2026-02-10T09:00:00' }],
    ['a number for a moment', { ts: 1770000000 }],
    ['the future', { ts: '2026-02-10T12:10:01Z' }],
    ['a clock that was never set', { ts: '1970-01-01T00:00:00Z' }],
    ['a day the month lacks', { ts: '2026-02-30T00:00:00Z' }],
    ['an event nobody knows', { event: 'pause' }],
    ['no event', { event: null }],
    ['a ticket that is none', { ticket: 'fixing stuff' }],
    ['a ticket that is a number', { ticket: 42 }],
  ])('with %s tells nothing', (_name, given) => {
    expect(read(given)).toBeNull();
  });
  it.each([['{"ts":"2026-02'], [''], ['null'], ['[]'], ['7'], ['\u0000\u0000']])('%j is none', (line) => {
    expect(readTelemetryLine(line, now)).toBeNull();
  });
  it('of ours is read as it was meant', () => {
    fc.assert(
      fc.property(fc.constantFrom('start' as const, 'stop' as const), fc.string(), (event, file) => {
        const line = telemetryLine({
          ts: '2026-02-10T09:00:00Z',
          ticket: 'TB-042',
          tool: 'cli',
          event,
          file,
        });
        expect(line).not.toContain('\n');
        expect(readTelemetryLine(line, now)).toMatchObject({ kind: event, ticket: 'TB-042', tool: 'cli' });
      }),
    );
  });
  it('of anybody never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => readTelemetryLine(line, now) !== undefined),
    );
  });
});
