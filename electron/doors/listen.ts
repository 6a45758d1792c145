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

/** How long answers under way may take when a door is shut. Event streams never end by themselves. */
const GRACE_MS = 200;

/** Stops listening, lets what is being answered be answered, then hangs up. */
export function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hangUp = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(hangUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
