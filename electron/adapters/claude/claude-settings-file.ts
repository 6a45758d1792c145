import { chmod, chown, lstat, readFile, readlink, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { writeWhole } from '../file-writer.ts';

/** Nobody's settings are larger. */
const LARGEST = 4 * 1024 * 1024;
/** Links that lead to links; more lead nowhere. */
const MOST_LINKS = 20;

/** The person's settings of Claude Code, as they are now. */
export interface ClaudeSettings {
  /** As one names it. */
  readonly path: string;
  /** Where it lies, links followed: this is what is written to. */
  readonly real: string;
  /** Null: there is no such file yet. */
  readonly text: string | null;
}

/** `settings.json` of Claude Code: in `CLAUDE_CONFIG_DIR` (the first of a list), else in `~/.claude`. */
export function claudeSettingsPath(env: NodeJS.ProcessEnv): string {
  const home = env['HOME'] || homedir();
  const named = (env['CLAUDE_CONFIG_DIR'] ?? '').split(',')[0]!.trim();
  const folder = named === '' ? join(home, '.claude') : named.replace(/^~(?=$|[\\/])/, home);
  return join(resolve(folder), 'settings.json');
}

/** @throws Problem `refused` for what is no file that can be read. */
export async function readClaudeSettings(path: string): Promise<ClaudeSettings> {
  const real = await followed(path);
  try {
    const found = await stat(real).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (found === null) return { path, real, text: null };
    if (!found.isFile() || found.size > LARGEST) throw unreadable(path, said`it is no settings file`);
    // The mark at the beginning is kept, as all else is.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(real));
    return { path, real, text };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw unreadable(path, error instanceof Error ? error.message : String(error));
  }
}

/**
 * Puts another text into the file, whole or not at all. It keeps who may read it and whom it belongs to; a link stays one.
 * @throws Problem `conflict` when it is not any more as it was read; `refused`, `failed` where it cannot be written.
 */
export async function writeClaudeSettings(settings: ClaudeSettings, text: string): Promise<void> {
  const { path, real } = settings;
  if ((await readClaudeSettings(path)).text !== settings.text) {
    throw new Problem(
      'conflict',
      said`${path} was changed meanwhile. Nothing was written.`,
      said`Try again.`,
    );
  }
  const known = await stat(real).catch(() => null);
  await writeWhole(real, known === null ? 0o600 : known.mode & 0o777, async (file) => {
    await file.writeFile(text);
    // What the umask took away; and somebody else's file stays theirs (`sudo stint hook install`).
    if (known === null || process.platform === 'win32') return;
    await file.chmod(known.mode & 0o7777);
    if (process.getuid?.() === 0) await file.chown(known.uid, known.gid);
  });
}

/** A copy beside the file, as private as it. @throws Problem as `writeClaudeSettings` does. */
export async function keepCopy(settings: ClaudeSettings, to: string): Promise<void> {
  const known = await stat(settings.real);
  await writeWhole(to, known.mode & 0o777, (file) => file.writeFile(settings.text ?? ''));
  if (process.platform === 'win32') return;
  await chmod(to, known.mode & 0o777);
  if (process.getuid?.() === 0) await chown(to, known.uid, known.gid);
}

/** Also where the link leads to nothing yet. */
async function followed(path: string): Promise<string> {
  let at = path;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const found = await lstat(at).catch(() => null);
    if (found?.isSymbolicLink() !== true) return at;
    at = resolve(dirname(at), await readlink(at));
  }
  throw unreadable(path, said`its links lead in a circle`);
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const unreadable = (path: string, why: string): Problem =>
  new Problem(
    'refused',
    said`${path} cannot be read: ${why}. Nothing was written.`,
    said`Look at the file and its permissions, then try again.`,
  );
