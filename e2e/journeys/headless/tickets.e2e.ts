import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DayShape, WeekShape } from '#shared/contract/shapes.ts';
import type { SourceShape } from '#shared/contract/source-operations.ts';
import { filesWith } from '../../world/booking-desk.ts';
import type { CommandLine } from '../../world/command-line.ts';
import { expect, test as base } from '../../world/headless-story.ts';
import { makeRepository } from '../../world/repository.ts';
import type { FakeTrackers } from '../../world/trackers.ts';
import { serveTrackers } from '../../world/trackers.ts';

const DAY = '2026-02-10';

interface Facts {
  readonly title: string;
  readonly from: string;
  readonly at: string;
  readonly estimate: number | null;
}

const test = base.extend<{ trackers: FakeTrackers }>({
  trackers: async ({}, use) => {
    const trackers = await serveTrackers();
    await use(trackers);
    await trackers.close();
  },
});

const showTicket = (stint: CommandLine, ...args: string[]): Promise<Facts> =>
  stint.json<Facts>('ticket', 'show', ...args);
const useGithub = async (stint: CommandLine, { githubUrl, token }: FakeTrackers): Promise<void> => {
  await stint.json('config', 'set', 'tickets.githubUrl', githubUrl);
  await stint.json('config', 'set', 'tickets.github', '{"APP":"acme/auction"}');
  expect((await stint.tell(token, 'secret', 'set', 'github.token')).code).toBe(0);
};
const errorOf = (stderr: string): { code: string; message: string; remedy: string } =>
  (JSON.parse(stderr.trim().split('\n').at(-1)!) as { error: never }).error;

test('titles come from files and trackers into the day, the week and the search', async ({
  stint,
  workspace,
  home,
  trackers,
}) => {
  const repository = makeRepository(workspace, 'auction');
  repository.commit(`${DAY}T09:00:00+01:00`, 'TB-042');
  repository.commit(`${DAY}T11:00:00+01:00`, 'APP-019');
  repository.commit(`${DAY}T14:00:00+01:00`, 'APP-019');
  const folder = join(repository.path, '.tract', 'tickets');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'TB-042.md'),
    '---\nid: TB-042\ntitle: Reconnect the socket\ntype: bug\nestimate: 1d\ncustomer: Acme\n---\n\n# Reconnect\n',
  );
  trackers.tickets.set('acme/auction/19', { title: 'Log in with OAuth', labels: ['auth'] });
  await useGithub(stint, trackers);
  await stint.json('repo', 'add', workspace);

  expect(await showTicket(stint, 'TB-042')).toMatchObject({
    title: 'Reconnect the socket',
    type: 'bug',
    estimate: 480,
    labels: ['customer:Acme'],
    from: 'file',
  });
  expect(await showTicket(stint, 'app-019')).toMatchObject({ title: 'Log in with OAuth', from: 'github' });
  const said = await stint.say('ticket', 'show', 'TB-042');
  expect(said.stdout).toContain('Reconnect the socket');

  const { entries } = await stint.json<DayShape>('day', DAY);
  expect(entries.map(({ ticket, description }) => [ticket, description])).toEqual([
    ['TB-042', 'Reconnect the socket'],
    ['APP-019', 'Log in with OAuth'],
  ]);
  const { tickets } = await stint.json<WeekShape>('week', DAY);
  expect(tickets.map(({ ticket, title }) => [ticket, title])).toContainEqual([
    'APP-019',
    'Log in with OAuth',
  ]);
  expect(await stint.json('ticket', 'list', 'oauth auth')).toMatchObject([
    { ticket: 'APP-019', title: 'Log in with OAuth' },
  ]);
  const sources = await stint.json<SourceShape[]>('source', 'list');
  expect(sources.filter(({ kind }) => kind === 'tickets').map(({ key, state }) => [key, state])).toEqual([
    ['tickets:github', 'ready'],
    ['tickets:files', 'ready'],
  ]);
  expect(trackers.calls.every(({ headers }) => headers.authorization === `Bearer ${trackers.token}`)).toBe(
    true,
  );
  // Without a keychain the token lies in its own file, and nowhere else.
  expect((await filesWith(home, trackers.token)).filter((file) => !file.endsWith('secrets.json'))).toEqual(
    [],
  );
});

test('without a network, and while the tracker asks for quiet, what was known stays', async ({
  stint,
  trackers,
}) => {
  trackers.tickets.set('acme/auction/19', { title: 'Log in with OAuth' });
  await useGithub(stint, trackers);
  const { at } = await showTicket(stint, 'APP-19');

  trackers.githubLeft = 0;
  expect(await showTicket(stint, 'APP-19', '--refresh')).toMatchObject({ at });
  const limited = await stint.say('ticket', 'show', 'APP-20', '--json');
  expect(limited.code).toBe(5);
  expect(errorOf(limited.stderr).message).toContain('API rate limit exceeded');
  const asked = trackers.calls.length;
  await showTicket(stint, 'APP-19', '--refresh');
  expect(trackers.calls).toHaveLength(asked);

  await trackers.close();
  expect(await showTicket(stint, 'APP-19')).toMatchObject({ title: 'Log in with OAuth', at });
});

test('Linear is asked first and Jira for what Linear does not know', async ({ stint, trackers, home }) => {
  await stint.json('config', 'set', 'tickets.linear', 'true');
  await stint.json('config', 'set', 'tickets.linearUrl', trackers.linearUrl);
  await stint.json('config', 'set', 'tickets.jira.site', trackers.jiraSite);
  await stint.json('config', 'set', 'tickets.jira.email', 'max@example.com');
  const without = await stint.say('ticket', 'show', 'TB-042', '--json');
  expect(without.code).toBe(6);
  expect(errorOf(without.stderr).remedy).toContain('stint secret set linear.token');
  await stint.tell(trackers.token, 'secret', 'set', 'linear.token');
  await stint.tell(trackers.token, 'secret', 'set', 'jira.token');

  trackers.tickets.set('TB-42', { title: 'Reconnect', status: 'In Progress', estimateSeconds: 5400 });
  expect(await showTicket(stint, 'TB-042')).toMatchObject({ from: 'linear', status: 'In Progress' });
  const unknown = await stint.say('ticket', 'show', 'TB-7', '--json');
  expect(unknown.code).toBe(1);
  expect(errorOf(unknown.stderr).message).toMatch(
    /Linear: Entity not found: Issue .*Jira: Issue does not exist/,
  );
  expect(trackers.calls.map(({ tracker, ticket }) => `${tracker} ${ticket}`)).toEqual([
    'linear TB-042',
    'linear TB-7',
    'jira TB-7',
  ]);

  await stint.json('config', 'set', 'tickets.linear', 'false');
  expect(await showTicket(stint, 'TB-042', '--refresh')).toMatchObject({ from: 'jira', estimate: 90 });
  await rm(join(home, 'secrets.json'));
  expect(await showTicket(stint, 'TB-042', '--refresh')).toMatchObject({ from: 'jira', title: 'Reconnect' });
});
