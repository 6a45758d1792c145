import type { DemoOpener, RunningDemo } from '../host/demo/demo-desk.ts';
import { openDemo } from '../host/demo/open-demo.ts';
import { openWindowOnDemand } from './window-on-demand.ts';

/** The answer to "leave" travels over the port that is closed then. */
const LAST_WORDS_MS = 300;

/**
 * Made-up data in a window of its own, beside the person's: a second host in this program, on a folder of its own, without
 * tray, network door and sensor (decision 0012). It ends with its window.
 */
export async function openDemoWindow({ over }: DemoOpener): Promise<RunningDemo> {
  let ended = false;
  const close = async (): Promise<void> => {
    if (ended) return;
    ended = true;
    over();
    await windows.close();
    await host.close();
  };
  const host = await openDemo({
    kind: 'desktop',
    leave: async () => {
      void host.world.clock.wait(LAST_WORDS_MS).then(close);
      return null;
    },
  });
  const windows = openWindowOnDemand(host, () => void close());
  // Its window needs no host of jobs to be seen; they begin beside it.
  void host.startServing();
  return {
    show() {
      windows.show('/today');
      return null;
    },
    close,
  };
}
