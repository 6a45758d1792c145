import { app } from 'electron';

/** What the person typed is on the disk already; only tidying up is waited for, and not longer than this. */
const PATIENCE_MS = 5000;

/**
 * Closes the host before the program ends, however the end came: menu, signal, shutdown.
 * @returns whether the end has begun; what is still starting then need not go on.
 */
export function flushOnQuit(close: () => Promise<void>): () => boolean {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    void Promise.race([close(), patience])
      .catch(() => undefined)
      .then(() => app.exit(0));
  });
  // Left to themselves, signals end Electron on Linux without its `will-quit`.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  return () => closing;
}
