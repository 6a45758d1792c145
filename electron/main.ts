import { app, Menu } from 'electron';
import { useCompiledCode } from './program/compiled-code.ts';
import { dataFolder, ensureDataFolder } from './host/data-folder.ts';
import { becomeOnlyInstance, useDataFolder } from './shell/instance.ts';
import { declarePageScheme } from './shell/page-source.ts';
import { allowShortcutsPortal } from './shell/shortcuts-portal.ts';
import { refuseStart, refuseWithoutDisplay } from './shell/start-problem.ts';
import { lacksDisplay, readStartOptions } from './shell/start-options.ts';

/**
 * The desktop app, in the order it comes up: arguments, data folder, only instance, host, tray, window.
 * Nothing here may be awaited at the top level: Electron becomes ready only after this file has run.
 */
async function start(): Promise<void> {
  const options = readStartOptions(process.argv.slice(1));
  if (lacksDisplay(process.platform, process.env)) return refuseWithoutDisplay();

  const home = dataFolder(options.home);
  ensureDataFolder(home);
  useDataFolder(home);
  if (!becomeOnlyInstance(options)) return app.exit(0);

  declarePageScheme();
  app.disableHardwareAcceleration();
  allowShortcutsPortal(process.platform);
  // Without this Electron makes a menu of its own on the way to the tray; the window sets ours (shell/app-menu.ts).
  Menu.setApplicationMenu(null);
  const compiled = useCompiledCode(import.meta.dirname, 'desktop');
  // The rest is a file of its own: whoever loads this one reads it twice, once only for the names it exports.
  const { openDesktop } = await import('./shell/desktop.ts');
  await openDesktop(home, options);
  await compiled.keep();
}

start().catch(refuseStart);
