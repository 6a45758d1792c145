// The least an Electron tray app can be: what Stint's start and memory are measured against.
import { app, Menu, nativeImage, Tray } from 'electron';

const SIZE = 22;
let tray = null;

app.on('window-all-closed', () => undefined);
app.whenReady().then(() => {
  tray = new Tray(
    nativeImage.createFromBitmap(Buffer.alloc(SIZE * SIZE * 4, 255), { width: SIZE, height: SIZE }),
  );
  tray.setToolTip('Empty');
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]));
});
