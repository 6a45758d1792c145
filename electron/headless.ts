import { openHost } from './host/host.ts';

export interface ServeOptions {
  readonly home: string;
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
  const host = await openHost({ home: options.home, kind: 'headless', sensor: null });
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

/** Settles at the first SIGTERM or SIGINT (Windows: also when the terminal closes). A second one ends the process as usual. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
