import type { Server } from 'node:http';
import type { ListenOptions } from 'node:net';

/** Starts listening. @throws the system's error (`EADDRINUSE`, …) when it cannot. */
export function listen(server: Server, where: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Stops listening and hangs up on whoever is still there (event streams never end by themselves). */
export function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
