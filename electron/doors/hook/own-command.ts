import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';

/** Where this program lies, and what finds commands. */
export interface Place {
  /** The checkout, or the folder or archive of the application (`programFolder`). */
  readonly folder: string;
  readonly execPath: string;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * How others run this very program: `stint` where that is what the PATH finds, else its whole path, quoted for a shell.
 * @throws Problem `refused` where it lies somewhere else each time (an AppImage), or lacks its command.
 */
export function ownCommand(place: Place): string {
  const { env, platform } = place;
  if ((env['APPIMAGE'] ?? '') !== '') {
    throw new Problem(
      'refused',
      said`An AppImage lies somewhere else each time it runs, so Claude Code could not find its command.`,
      said`Install the package or unpack the archive, and try again from there.`,
    );
  }
  const script = commandFile(place);
  if (script === null) {
    throw new Problem(
      'refused',
      said`The \`stint\` command of this installation was not found.`,
      said`Install Stint again.`,
    );
  }
  const onPath = (env['PATH'] ?? env['Path'] ?? '')
    .split(platform === 'win32' ? ';' : delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, platform === 'win32' ? 'stint.cmd' : 'stint'))
    .find((file) => existsSync(file));
  if (onPath !== undefined && real(onPath) === real(script)) return 'stint';
  return quoted(script, platform);
}

/** The file that is run. In a checkout it is a script, which Windows runs by its own Node. */
function commandFile({ folder, execPath, platform }: Place): string | null {
  const candidates = [
    join(folder, 'build', 'bin', 'stint.cjs'),
    ...(platform === 'darwin' ? [join(folder, '..', 'bin', 'stint')] : []),
    join(dirname(execPath), platform === 'win32' ? 'stint.cmd' : 'stint'),
  ];
  // A package has no build/bin; a checkout has no `stint` beside Node, or somebody else's.
  const isPackage = folder.endsWith('.asar');
  return (
    candidates.slice(isPackage ? 1 : 0, isPackage ? undefined : 1).find((file) => existsSync(file)) ?? null
  );
}

/** Claude Code runs commands in a POSIX shell, on Windows in Git's. */
export function quoted(path: string, platform: NodeJS.Platform): string {
  const plain = platform === 'win32' ? path.replaceAll('\\', '/') : path;
  const run = platform === 'win32' && plain.endsWith('.cjs') ? 'node ' : '';
  if (/^[\w@%+=:,./-]+$/.test(plain)) return `${run}${plain}`;
  return `${run}'${plain.replaceAll("'", `'\\''`)}'`;
}

function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
