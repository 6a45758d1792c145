// The running app's REST door, for looking at what no window shows.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandLine } from './command-line.ts';
import { until } from './wait.ts';

export interface HostDoor {
  /** GET of an operation's path below `/api`, as JSON. */
  get<T>(path: string): Promise<T>;
}

/** Switches the HTTP door of the running app on and waits until it is open. */
export async function openHostDoor(home: string, stint: CommandLine): Promise<HostDoor> {
  await stint.json('config', 'set', 'doors.httpPort', '0');
  await stint.json('config', 'set', 'doors.http', 'true');
  const url = await until('the HTTP door', async () => {
    const record = JSON.parse(await readFile(join(home, 'host.json'), 'utf8')) as { url: string | null };
    return record.url;
  });
  const token = (await readFile(join(home, 'token'), 'utf8')).trim();
  return {
    async get<T>(path: string): Promise<T> {
      const answer = await fetch(new URL(`/api${path}`, url), {
        headers: { authorization: `Bearer ${token}` },
      });
      if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}`);
      return (await answer.json()) as T;
    },
  };
}
