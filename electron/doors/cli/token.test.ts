import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programVersion } from '../../host/program.ts';
import { commandLineDesk, errorOf } from './command-line-desk.fixture.ts';

const desk = commandLineDesk();

describe('a token', () => {
  const list = async (): Promise<{ name: string; from: string | null }[]> =>
    JSON.parse((await desk.stint(['secret', 'list', '--json'])).out) as {
      name: string;
      from: string | null;
    }[];

  it('is taken from the input and kept for its owner', async () => {
    const ran = await desk.stint(['secret', 'set', 'productive.token'], desk.home, { input: 's3cret' });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).not.toContain('s3cret');
    expect(statSync(join(desk.home, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect((await list()).filter(({ from }) => from !== null)).toEqual([
      expect.objectContaining({ name: 'productive.token', from: 'file' }),
    ]);
    const doctor = JSON.parse((await desk.stint(['doctor', '--json'])).out) as {
      checks: { name: string; detail: string }[];
    };
    expect(doctor.checks.find(({ name }) => name === 'tokens')?.detail).toContain('unencrypted');
    expect((await desk.stint(['secret', 'remove', 'productive'])).code).toBe(0);
    expect((await list()).every(({ from }) => from === null)).toBe(true);
  });

  it('that nobody gave changes nothing', async () => {
    const ran = await desk.stint(['secret', 'set', 'productive.token', '--json']);
    expect([ran.code, errorOf(ran).code, existsSync(join(desk.home, 'secrets.json'))]).toEqual([
      2,
      'usage',
      false,
    ]);
  });

  it.each([
    [['provider', 'connect', 'productive', '--token', 's3cret']],
    [['provider', 'connect', 'productive', '--token=s3cret']],
    [['provider', 'connect', 'productive', 's3cret']],
    [['provider', 'connect', 's3cret']],
    [['secret', 'set', 'productive.token', '--value=s3cret']],
    [['secret', 'set', 'productive.token', 's3cret']],
    [['secret', 'set', 's3cret']],
  ])('on the command line is refused and never repeated: %j', async (words) => {
    for (const more of [[], ['--json']]) {
      const ran = await desk.stint([...words, ...more], desk.home, { input: 'x' });
      expect(ran.code).toBe(2);
      expect(ran.out + ran.err).not.toContain('s3cret');
    }
  });

  it('reaches the operation from the environment before the input, and not at all when there is none', async () => {
    const asked: unknown[] = [];
    await desk.serveAs((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        asked.push((JSON.parse(body) as { json: unknown }).json);
        response.writeHead(200, { 'x-stint-version': programVersion() });
        response.end(JSON.stringify({ json: {} }));
      });
    });
    const words = ['provider', 'connect', 'toggl', '--place', '1', '--json'];
    const env = { STINT_TOGGL_TOKEN: ' from-env\n' };
    await desk.stint(words, desk.home, { env, input: 'typed' });
    await desk.stint(words, desk.home, {
      env: { STINT_TOGGL_TOKEN: '', STINT_HARVEST_TOKEN: 'other' },
      input: 'typed',
    });
    await desk.stint(words);
    expect(asked).toEqual([
      { provider: 'toggl', place: '1', token: 'from-env' },
      { provider: 'toggl', place: '1', token: 'typed' },
      { provider: 'toggl', place: '1' },
    ]);
  });

  it('is explained by help', async () => {
    const { out } = await desk.stint(['provider', 'connect', '--help']);
    expect(out).toContain('from STINT_<PROVIDER>_TOKEN, else from the input');
    expect(out).not.toContain('--token');
  });
});
