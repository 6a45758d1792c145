import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../world/headless-story.ts';

test('the host says where it is, answers REST with its token, and ends when asked', async ({
  stint,
  host,
}) => {
  await stint.json('log', '2h on TB-042 for planning');
  const running = await host();
  expect(new URL(running.url).hostname).toBe('127.0.0.1');
  const ask = (path: string, headers: Record<string, string>) => fetch(`${running.url}${path}`, { headers });
  const authorised = { authorization: `Bearer ${running.token}` };

  const day = await ask('/api/days/today', authorised);
  expect(day.status).toBe(200);
  expect(await day.json()).toMatchObject({ user: 'max', totals: { minutes: 120 } });
  expect((await ask('/api/days/today', {})).status).toBe(401);
  expect((await ask('/api/days/today', { authorization: 'Bearer wrong' })).status).toBe(401);
  expect((await ask('/api/days/today', { ...authorised, origin: 'https://evil.example' })).status).toBe(403);
  const broken = await ask('/api/days/never', authorised);
  expect(broken.status).toBe(400);
  expect(broken.headers.get('content-type')).toBe('application/problem+json');
  expect(await broken.json()).toMatchObject({ status: 400, code: 'usage' });
  const description = (await (await ask('/api/openapi.json', authorised)).json()) as {
    openapi: string;
    paths: object;
  };
  expect(description.openapi).toMatch(/^3\.1/);
  expect(Object.keys(description.paths)).toContain('/days/{date}');

  expect((await stint.say('serve', '--port', '0')).code).toBe(4);
  expect(await running.stop()).toBe(0);
  expect((await stint.json<{ today: number }>('status')).today).toBe(120);
});

test('a bad settings file is set aside and named, and nothing is lost', async ({ stint, home }) => {
  await stint.json('log', '2h on TB-042 for planning');
  await writeFile(join(home, 'config.json'), '{ "git.maxGap": ');
  const doctor = await stint.say('doctor', '--json');
  expect(doctor.stdout).toContain('set aside');
  expect((await stint.json<{ totals: { minutes: number } }>('day')).totals.minutes).toBe(0);
  await stint.json('config', 'set', 'identity.user', 'max');
  expect((await stint.json<{ totals: { minutes: number } }>('day')).totals.minutes).toBe(120);
});

test('a damaged database is set aside and the newest backup offered', async ({ stint, home }) => {
  await stint.json('log', '2h on TB-042 for planning');
  const backup = await stint.json<{ file: string }>('backup', 'now');
  await writeFile(
    join(home, 'stint.db'),
    'not a database at all, but long enough to be looked at as one'.repeat(200),
  );
  const refused = await stint.say('day', '--json');
  expect(refused.code).toBe(1);
  expect(refused.stdout).toBe('');
  expect((JSON.parse(refused.stderr) as { error: { remedy: string } }).error.remedy).toContain(
    'stint backup restore',
  );
  await stint.json('backup', 'restore', backup.file);
  expect((await stint.json<{ totals: { minutes: number } }>('day')).totals.minutes).toBe(120);
});
