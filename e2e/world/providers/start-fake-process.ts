// A stand-in in a process of its own, and the questions one can ask it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ProviderId } from '#shared/values/provider-id.ts';
import { end } from '../processes.ts';
import type { Opening, Question, Report } from './fake-process.ts';

export interface FakeProcess extends Opening {
  ask(question: Question): Promise<Report>;
  end(): Promise<void>;
}

/** Starts it and waits until it listens. */
export async function startFakeProcess(provider: ProviderId): Promise<FakeProcess> {
  const child = fork(join(import.meta.dirname, 'fake-process.ts'), [provider], { execArgv: [] });
  const [opening] = (await once(child, 'message')) as [Opening];
  return {
    ...opening,
    async ask(question) {
      const answered = once(child, 'message') as Promise<[Report]>;
      child.send(question);
      return (await answered)[0];
    },
    end: () => end(child, 'SIGTERM'),
  };
}
