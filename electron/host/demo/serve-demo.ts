import type { DemoOpener, RunningDemo } from './demo-desk.ts';
import { openDemo } from './open-demo.ts';

/** The answer to "leave" travels over the very door that is shut then. */
const LAST_WORDS_MS = 400;

/** Made-up data for a browser: a host beside the one that serves the person's own, on a port of its own. */
export async function serveDemo({ back, over }: DemoOpener): Promise<RunningDemo> {
  const close = async (): Promise<void> => {
    over();
    await host.close();
  };
  const host = await openDemo({
    kind: 'headless',
    leave: async () => {
      void host.world.clock.wait(LAST_WORDS_MS).then(close);
      return back();
    },
  });
  const serving = await host.startServing({ port: 0 });
  return { show: () => serving.oneTimeUrl(), close };
}
