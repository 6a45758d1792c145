import type { FileWriter } from '#shared/ports/file-writer.ts';
import type { Http } from '#shared/ports/http.ts';
import type { CodeFinder } from '#shared/ports/code-finder.ts';
import type { SessionGit } from '#shared/ports/session-git.ts';
import type { TelemetryFiles } from '#shared/ports/telemetry-files.ts';
import type { Clock, FileReader } from '#shared/ports/world.ts';
import { once } from '#shared/values/lazily.ts';
import { programVersion } from './program.ts';

/** A port whose every question is answered later. */
type Answering<Port> = { readonly [Name in keyof Port]: (...words: never[]) => Promise<unknown> };

/**
 * A port that is loaded by the first question to it.
 * @param names of its questions, so that nothing has to be loaded to know them.
 */
export function late<Port extends Answering<Port>>(
  names: Readonly<Record<keyof Port, true>>,
  load: () => Promise<Port>,
): Port {
  const loaded = once(load);
  const asking =
    (name: keyof Port) =>
    async (...words: never[]): Promise<unknown> =>
      (await loaded())[name](...words);
  const questions = (Object.keys(names) as (keyof Port)[]).map((name) => [name, asking(name)] as const);
  return Object.fromEntries(questions) as unknown as Port;
}

/** Ports that most commands never ask: loading them takes as long as opening the data folder does. */
export const latePorts = (home: string, clock: Pick<Clock, 'monotonicMs'>) => ({
  sessionGit: late<SessionGit>({ stand: true, since: true }, async () => {
    const { createSessionGit } = await import('../adapters/git/session-git.ts');
    return createSessionGit();
  }),
  http: late<Http>({ send: true }, async () => {
    const { createHttp } = await import('../adapters/http.ts');
    return createHttp(programVersion);
  }),
  files: late<FileReader>({ list: true, folders: true, read: true }, async () => {
    const { createFileReader } = await import('../adapters/files.ts');
    return createFileReader();
  }),
  output: late<FileWriter>({ write: true, digest: true }, async () => {
    const { createFileWriter } = await import('../adapters/file-writer.ts');
    return createFileWriter();
  }),
  telemetry: late<TelemetryFiles>({ found: true, watch: true, read: true, append: true }, async () => {
    const { createTelemetryFiles } = await import('../adapters/telemetry/telemetry-files.ts');
    return createTelemetryFiles(home);
  }),
  code: late<CodeFinder>({ suggest: true, authors: true }, async () => {
    const { createCodeFinder } = await import('../adapters/code-finder.ts');
    return createCodeFinder(clock);
  }),
});
