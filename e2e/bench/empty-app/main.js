// The least an Electron tray app can be: what Stint's start, memory and window are measured against.
import { join } from 'node:path';
import { app, BrowserWindow, Menu, nativeImage, Tray } from 'electron';

const SIZE = 22;
let tray = null;

app.on('window-all-closed', () => undefined);
app.whenReady().then(() => {
  tray = new Tray(
    nativeImage.createFromBitmap(Buffer.alloc(SIZE * SIZE * 4, 255), { width: SIZE, height: SIZE }),
  );
  tray.setToolTip('Empty');
  const open = () => {
    const window = new BrowserWindow({ width: 1180, height: 780, show: false });
    window.once('ready-to-show', () => window.show());
    void window.loadFile(join(import.meta.dirname, 'page.html'));
  };
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Open', click: open },
      { label: 'Quit', click: () => app.quit() },
    ]),
  );
});
