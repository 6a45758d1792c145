import { describe, expect, it } from 'vitest';
import type { MappingRowShape, ProviderShape, UnitShape } from '#shared/contract/booking-shapes.ts';
import { showLines } from './show.fixture.ts';

describe('providers', () => {
  const ready: ProviderShape = {
    id: 'productive',
    name: 'Productive.io',
    isDefault: true,
    state: 'ready',
    detail: 'Connected as Max.',
    tokenFrom: 'file',
    warning: 'A token lies unencrypted.',
    person: 'Max',
    place: { id: '4711', name: 'Acme' },
    places: [{ id: '4711', name: 'Acme' }],
    placeLabel: 'Organisation',
    can: { timers: true, budgets: true, hourlyQuota: false, needsTask: false },
    waiting: 3,
    failed: 1,
    quota: { left: 87, of: 100, resetsAt: null },
    checkedAt: null,
  };
  const off: ProviderShape = {
    ...ready,
    id: 'toggl',
    isDefault: false,
    state: 'off',
    tokenFrom: null,
    warning: null,
    person: null,
    place: null,
    places: [],
    waiting: 0,
    failed: 0,
    quota: null,
  };
  it('stand in a list, with what waits', () => {
    expect(showLines('provider.list', [ready, off])).toEqual([
      '  ✓  productive  default  connected      Max · Acme  3 entries wait, 1 failed',
      '  ·  toggl                not connected',
      '',
      '  ⚠ A token lies unencrypted.',
    ]);
    expect(showLines('provider.list', [off]).at(-1)).toContain('stint provider connect');
  });
  it('one says who one is, where its token is, and how it is kept', () => {
    const text = showLines('provider.connect', ready).join('\n');
    for (const word of [
      'Productive.io  connected',
      'Acme (4711)',
      'in a file in the data folder',
      '⚠ A token lies',
    ])
      expect(text).toContain(word);
    const given = showLines('provider.status', { ...ready, tokenFrom: 'environment', warning: null }).join(
      '\n',
    );
    expect(given).toContain('from STINT_PRODUCTIVE_TOKEN; it is not kept');
  });
  it('one in several organisations asks which', () => {
    const text = showLines('provider.connect', { ...ready, state: 'incomplete', place: null }).join('\n');
    expect(text).toContain('Choose one: stint provider connect productive --place ID');
    expect(text).toContain('4711  Acme');
  });
});

it('units are listed with what to type, and what is closed says so', () => {
  const unit: UnitShape = {
    unit: '11',
    task: null,
    label: 'Dev · Portal',
    names: [],
    closed: null,
    billable: null,
    left: 90,
  };
  expect(
    showLines('provider.units', [unit, { ...unit, unit: '12', task: '3', closed: 'archived', left: null }]),
  ).toEqual([
    '  11           1h30m left  Dev · Portal',
    '  12 --task 3              Dev · Portal (archived)',
  ]);
  expect(showLines('provider.units', [])[0]).toContain('--refresh');
});

it('mappings show what is missing and what it could be', () => {
  const base: MappingRowShape = {
    scope: 'prefix',
    name: 'TB',
    minutes: 600,
    entries: 4,
    mapping: null,
    suggestion: null,
  };
  const mapping = {
    scope: 'prefix' as const,
    name: 'TB',
    unit: '11',
    task: '3',
    label: 'Dev',
    billable: null,
    problem: null,
  };
  const suggestion: UnitShape = {
    unit: '12',
    task: null,
    label: 'App',
    names: [],
    closed: null,
    billable: null,
    left: null,
  };
  expect(
    showLines('provider.mappings', [
      { ...base, mapping },
      { ...base, name: 'OLD', mapping: { ...mapping, problem: 'closed' } },
      { ...base, name: 'APP', minutes: 30, suggestion },
      { ...base, name: 'X', minutes: 30 },
    ]),
  ).toEqual([
    '  ✓  TB   prefix  10h  Dev',
    '  ⚠  OLD  prefix  10h  Dev (closed)',
    '  ⚠  APP  prefix  30m  no unit yet; perhaps App: --prefix APP --unit 12',
    '  ⚠  X    prefix  30m  no unit yet',
  ]);
  expect(showLines('provider.map', mapping)).toEqual(['✓ TB → Dev (11 --task 3)']);
  expect(showLines('provider.unmap', mapping)[0]).toContain('has no unit any more');
});
