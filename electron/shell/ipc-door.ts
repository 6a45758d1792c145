import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain, WebContents } from 'electron';
import { ipcMain, MessageChannelMain } from 'electron';
import type { World } from '#shared/ports/world.ts';
import { watched } from '../doors/call.ts';
import { isOurPage } from './page-guard.ts';
import { CONNECT, PORT } from './page-messages.ts';
import { onlyWellFormed } from './port-guard.ts';

/** The window's door to the contract: one MessagePort a page, handed out only to our own. */
export interface IpcDoor {
  /** Lets the page in these contents ask for a port, until they are destroyed. */
  admit(contents: WebContents): void;
  close(): void;
}

/**
 * Opens the door. The only place with a raw `ipcMain`: the one message it hears asks for a port and carries nothing;
 * everything else goes over the port, where each input is parsed by its schema.
 * @param signOfLife told after each call that changed something: somebody is there.
 */
export function openIpcDoor(router: AnyRouter, log: World['log'], signOfLife: () => void): IpcDoor {
  const handler = new RPCHandler(router, { clientInterceptors: [watched({ log, signOfLife })] });
  const ports = new Map<WebContents, MessagePortMain>();

  const hangUp = (contents: WebContents): void => {
    ports.get(contents)?.close();
    ports.delete(contents);
  };
  const onConnect = (event: Electron.IpcMainEvent): void => {
    const contents = event.sender;
    if (!admitted.has(contents) || !isOurPage(event.senderFrame, contents)) {
      log.warn('ipc.refused', { admitted: admitted.has(contents) });
      return;
    }
    hangUp(contents);
    const { port1, port2 } = new MessageChannelMain();
    ports.set(contents, port1);
    handler.upgrade(onlyWellFormed(port1, log), { context: {} });
    port1.start();
    contents.postMessage(PORT, null, [port2]);
  };
  const admitted = new WeakSet<WebContents>();
  ipcMain.on(CONNECT, onConnect);

  return {
    admit(contents) {
      admitted.add(contents);
      contents.once('destroyed', () => hangUp(contents));
      contents.on('render-process-gone', () => hangUp(contents));
    },
    close() {
      ipcMain.off(CONNECT, onConnect);
      for (const contents of [...ports.keys()]) hangUp(contents);
    },
  };
}
