import type { Host } from './host/host.ts';
import { openHost } from './host/host.ts';

export interface ServeOptions {
  /** Null: made-up data instead, in a folder of its own that is gone afterwards (decision 0012). */
  readonly home: string | null;
  /** Null: the setting `doors.httpPort`; 0 picks a free one. */
  readonly port: number | null;
  /** Told one line when all is ready: `{"url","token","pid","open"}`. */
  readonly announce: (line: string) => void;
}

/**
 * The host without a desktop (`stint serve`): the window in the browser, REST, the CLI's socket, the jobs.
 * Runs until SIGTERM or SIGINT.
 * @returns the exit code, 0.
 * @throws Problem `conflict` when the data folder has a running host or the port is taken.
 */
export async function serve(options: ServeOptions): Promise<number> {
  const told = signalled();
  const host = await hostOf(options.home);
  try {
    const serving = await host.startServing({ port: options.port });
    options.announce(
      JSON.stringify({
        url: serving.url(),
        token: serving.token,
        pid: process.pid,
        open: serving.oneTimeUrl(),
      }),
    );
    await told;
  } finally {
    await host.close();
  }
  return 0;
}

async function hostOf(home: string | null): Promise<Host> {
  if (home === null) {
    const { openDemo } = await import('./host/demo/open-demo.ts');
    return openDemo({ kind: 'headless', leave: null });
  }
  return openHost({
    home,
    kind: 'headless',
    sensor: null,
    startDemo: async (opener) => (await import('./host/demo/serve-demo.ts')).serveDemo(opener),
  });
}

/** Ctrl-C reaches a whole group of processes, so one press may come twice: once from the terminal, once passed on. */
const ECHO_MS = 1000;

/** Settles at the first SIGTERM, SIGINT or SIGHUP. Whoever presses again later does not want to wait. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (first !== null && performance.now() - first > ECHO_MS) process.exit(1);
        first ??= performance.now();
        resolve();
      });
    }
  });
}
