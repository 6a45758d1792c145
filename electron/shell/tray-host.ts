import { readBooleanProperty } from './session-bus.ts';

/** Whether somebody will draw our tray icon. Only Linux desktops can be without. */
export async function trayHostExists(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Promise<boolean> {
  if (platform !== 'linux') return true;
  const watcher = 'org.kde.StatusNotifierWatcher';
  const registered = await readBooleanProperty(env, {
    service: watcher,
    path: '/StatusNotifierWatcher',
    interface: watcher,
    property: 'IsStatusNotifierHostRegistered',
  });
  return registered === true;
}
