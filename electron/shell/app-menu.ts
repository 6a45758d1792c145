import { app, Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

let isSet = false;

/**
 * The menu of the application: on macOS the bar that copy and paste need, elsewhere only the keys (Ctrl+Q, zoom).
 * Set with the first window, for the tray needs none.
 */
export function setApplicationMenu(): void {
  if (isSet) return;
  isSet = true;
  const mac = process.platform === 'darwin';
  const first: MenuItemConstructorOptions = mac
    ? { role: 'appMenu' }
    : { label: 'Stint', submenu: [{ role: 'close' }, { role: 'quit', accelerator: 'Ctrl+Q' }] };
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  if (!app.isPackaged) view.push({ role: 'reload' }, { role: 'toggleDevTools' });
  const bars: MenuItemConstructorOptions[] = [first, { role: 'editMenu' }, { label: 'View', submenu: view }];
  if (mac) bars.push({ role: 'windowMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(bars));
}
