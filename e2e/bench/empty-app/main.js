// The least an Electron tray app can be: what Stint's start and memory are measured against.
import { app, Menu, nativeImage, Tray } from 'electron';

app.on('window-all-closed', () => undefined);
await app.whenReady();
const size = 22;
const tray = new Tray(
  nativeImage.createFromBitmap(Buffer.alloc(size * size * 4, 255), { width: size, height: size }),
);
tray.setToolTip('Empty');
tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]));
