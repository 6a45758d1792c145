import { expect, it } from 'vitest';
import type { ProjectShape } from '#shared/contract/booking-shapes.ts';
import { showLines } from './show.fixture.ts';

it('projects show customer, budget and price', () => {
  const project: ProjectShape = {
    key: 'TB',
    name: 'Customer Portal',
    customer: 'Acme Corp',
    budgetHours: 100,
    hourlyRate: 150.5,
    currency: 'EUR',
    linearTeam: 'TBX',
    remote: null,
  };
  expect(showLines('project.list', [project])).toEqual([
    '  TB  Customer Portal  Acme Corp  100h  150.5 EUR/h  Linear TBX',
  ]);
  const remote = { budgeted: 6000, worked: 720, at: '2026-02-10T09:00:00Z' };
  expect(showLines('project.edit', { ...project, remote, hourlyRate: null })[1]).toContain(
    '12h of 100h there',
  );
  expect(
    showLines('project.import', {
      projects: [project],
      mapped: 1,
      person: '77',
      skipped: ['x.json: no JSON'],
    }),
  ).toEqual([
    '✓ 1 project taken over, 1 mapped to Productive; you are person 77 in Productive',
    expect.stringContaining('Customer Portal'),
    '⚠ Not taken over:',
    '  x.json: no JSON',
  ]);
});
