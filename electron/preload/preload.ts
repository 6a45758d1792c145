import { contextBridge, ipcRenderer } from 'electron';
import type { PageBridge, PageMessage } from '../shell/page-messages.ts';
import { CONNECT, NAVIGATE, PORT } from '../shell/page-messages.ts';

/** The preload runs in the page; this is all of the page it touches. */
declare const window: {
  postMessage(message: PageMessage, targetOrigin: string, transfer: readonly unknown[]): void;
};
declare const location: { readonly origin: string };

const bridge: PageBridge = {
  platform: process.platform,
  connect: () => ipcRenderer.send(CONNECT),
};
contextBridge.exposeInMainWorld('stint', bridge);

const tell = (message: PageMessage, ports: readonly unknown[] = []): void =>
  window.postMessage(message, location.origin, ports);

ipcRenderer.on(PORT, (event) => tell({ kind: 'stint:port' }, event.ports));
ipcRenderer.on(NAVIGATE, (_event, to: unknown) => {
  if (typeof to === 'string') tell({ kind: 'stint:navigate', to });
});
