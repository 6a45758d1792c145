import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { app } from 'electron';
import type { World } from '#shared/ports/world.ts';
import { dataFolder } from '../host/data-folder.ts';
import type { LoginCommand } from './autostart-entry.ts';
import { autostartEntry } from './autostart-entry.ts';

/** Keeps "start at login" of the system as the setting `app.openAtLogin` says. Returns the way to stop. */
export function followLoginItem(world: World, home: string): () => void {
  let applied: boolean | null = null;
  let last: Promise<void> = Promise.resolve();
  const follow = (): void => {
    const wanted = world.settings.get()['app.openAtLogin'];
    if (wanted === applied) return;
    applied = wanted;
    last = last
      .then(() => apply(wanted, home))
      .catch((error: unknown) => world.log.error('login-item', error));
  };
  follow();
  return world.events.subscribe((event) => {
    if (event.kind === 'settings') follow();
  });
}

async function apply(wanted: boolean, home: string): Promise<void> {
  const command = loginCommand(home);
  if (process.platform === 'linux') return applyAutostart(wanted, command);
  const item = { path: command.executable, args: [...command.args] };
  // Asked first: writing the same again makes macOS tell the person that a login item was added.
  if (app.getLoginItemSettings(item).openAtLogin !== wanted) {
    app.setLoginItemSettings({ ...item, openAtLogin: wanted });
  }
}

async function applyAutostart(wanted: boolean, command: LoginCommand): Promise<void> {
  const file = autostartFile(process.env);
  if (!wanted) return rm(file, { force: true });
  const entry = autostartEntry(command);
  if ((await readFile(file, 'utf8').catch(() => '')) === entry) return;
  await mkdir(dirname(file), { recursive: true });
  // Whole before it has its name: a desktop that looks just then, or a full disk, must not find an empty entry.
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, entry, { flush: true });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

function autostartFile(env: NodeJS.ProcessEnv): string {
  const given = env['XDG_CONFIG_HOME'];
  const config = given !== undefined && isAbsolute(given) ? given : join(homedir(), '.config');
  return join(config, 'autostart', 'stint.desktop');
}

/** How this very program is started again: an AppImage by its file, a checkout by its folder, with the same data. */
function loginCommand(home: string): LoginCommand {
  const program = app.isPackaged ? [] : [app.getAppPath()];
  const folder = home === dataFolder(undefined, {}) ? [] : ['--home', home];
  return {
    executable: process.env['APPIMAGE'] ?? process.execPath,
    args: [...program, '--hidden', ...folder],
  };
}
