import { expect, it } from 'vitest';
import { memoryWorld } from '../../ports/memory-world.ts';
import { aState } from '../../ports/sample-sources.ts';
import type { Settings } from '../../settings/catalogue.ts';
import { outgoing } from './outgoing.ts';

const told = async (settings: Partial<Settings> = {}, secrets: string[] = []) => {
  const world = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', settings);
  for (const name of secrets) await world.secrets.set(name, 'secret-token');
  return outgoing(world);
};

it('nothing leaves this machine at first, and everything that could is named with its setting', async () => {
  const all = await told();
  expect(all.filter((one) => one.on)).toEqual([]);
  expect(all.map((one) => one.setting)).toEqual([
    'productive.token',
    'toggl.token',
    'clockify.token',
    'harvest.token',
    'booking.timers',
    'calendar.ics',
    'google.calendars',
    'tickets.linear',
    'tickets.jira.site',
    'tickets.github',
  ]);
});

it('what is switched on says where to, without giving a secret away', async () => {
  const all = await told(
    {
      'calendar.ics': [
        'https://max:pw@calendar.example/private-abc/basic.ics',
        'webcal://calendar.example/b.ics',
        '/home/max/c.ics',
      ],
      'google.calendars': ['max@example.com/primary'],
      'tickets.jira.site': 'https://acme.atlassian.net',
      'tickets.linear': true,
      'booking.provider': 'toggl',
      'booking.timers': true,
      'booking.afterSubmit': true,
      'providers.toggl.baseUrl': 'https://time.acme.example/api',
    },
    ['toggl.token'],
  );
  expect(all.filter((one) => one.on).map((one) => one.to)).toEqual([
    'time.acme.example',
    'Toggl Track',
    'calendar.example',
    'Google Calendar',
    'Linear',
    'acme.atlassian.net',
  ]);
  expect(all.find((one) => one.setting === 'toggl.token')?.when).toContain('by itself');
  expect(JSON.stringify(all)).not.toMatch(/private-abc|pw@|secret-token|\/home/);
});

it('a calendar that is paused sends nothing until it is read again', async () => {
  const world = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', {
    'calendar.ics': ['https://calendar.example/basic.ics'],
    'google.calendars': ['max@example.com/primary'],
  });
  const on = async () => (await outgoing(world)).filter((one) => one.on).map((one) => one.setting);
  expect(await on()).toEqual(['calendar.ics', 'google.calendars']);
  await world.stores.sources.put(aState('ics:1', { paused: true }));
  await world.stores.sources.put(aState('google:max/primary', { kind: 'google', paused: true }));
  expect(await on()).toEqual([]);
});

it('a calendar that lies on this machine sends nothing', async () => {
  const all = await told({ 'calendar.ics': ['/home/max/c.ics'] });
  expect(all.filter((one) => one.on)).toEqual([]);
});
