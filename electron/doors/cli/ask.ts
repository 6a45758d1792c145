import { setTimeout as pause } from 'node:timers/promises';
import { describeHost, readHostRecord } from '../../host/host-record.ts';
import { programVersion } from '../../host/program.ts';
import { Problem } from '#shared/values/problem.ts';
import { problemOf } from '../problem-of.ts';
import { askRunningHost } from './ask-host.ts';

/** One operation of the contract, to be carried out on a data folder. */
export interface Question {
  readonly home: string;
  readonly operation: readonly string[];
  readonly input: unknown;
  /** An agent asks by itself: that tells nothing about where the person is. Left out: false. */
  readonly byAgent?: boolean;
}

export interface Answer {
  readonly output: unknown;
  /** What a person should know besides: the running host is of another version, the settings file was bad; else null. */
  readonly notice: string | null;
}

/** How long a command waits for another command, or a host that is just starting, to let go of the data folder. */
const PATIENCE_S = 5;
const SLICE_MS = 250;

/**
 * Asks the running host over its socket, else opens the store itself for this one question (design §3 "One writer").
 * @param meanwhile what else there is to do, called once the running host works on it; not called where there is none.
 * @throws Problem as the operation answers; `conflict` when the data folder stays busy for 5 s.
 */
export async function ask(question: Question, meanwhile?: () => void): Promise<Answer> {
  // Seconds of this process; the clock that is finer than this has to be loaded first.
  const started = process.uptime();
  for (;;) {
    const record = readHostRecord(question.home);
    const told = record === null ? null : await askRunningHost(record, question, meanwhile);
    if (told !== null)
      return { output: told.output, notice: versionNotice(told.version, record?.kind ?? 'desktop') };
    const isLastTry = process.uptime() - started > PATIENCE_S;
    const own = await askStore(question, isLastTry);
    if (own !== null) return own;
    await pause(20);
  }
}

/** Opens the store for one question; null when somebody else has it and there is time left to try again. */
async function askStore(question: Question, isLastTry: boolean): Promise<Answer | null> {
  await import('./one-answer.ts');
  const { openHost } = await import('../../host/host.ts');
  const opened = await openHost({
    home: question.home,
    kind: 'command',
    sensor: null,
    lockWaitMs: SLICE_MS,
  }).catch((error: unknown) => {
    if (!isLastTry && error instanceof Problem && error.code === 'conflict') return null;
    throw error;
  });
  if (opened === null) return null;
  try {
    const output = await opened.perform(question.operation, question.input, question.byAgent);
    // Whoever meets a bad settings file first sets it aside, so it must be said here or nobody hears of it.
    const notices = opened.world.settings.notices();
    return { output, notice: notices.length === 0 ? null : `Note: ${notices.join(' ')}` };
  } catch (error) {
    throw problemOf(error);
  } finally {
    await opened.close();
  }
}

function versionNotice(version: string | null, kind: 'desktop' | 'headless'): string | null {
  if (version === null || version === programVersion()) return null;
  const record = { kind, pid: 0 };
  const who = describeHost(record).replace(/ \(.*/, '');
  return `Note: ${who} that is running is Stint ${version}, this command is ${programVersion()}. Restart it to have both alike.`;
}
