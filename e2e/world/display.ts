// An X display of the story's own: idle time is counted per display, and windows of other stories stay away.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startCompanion } from './processes.ts';

const run = promisify(execFile);

export interface Display {
  /** `:7`, for `DISPLAY`. */
  readonly name: string;
  /** Moves the mouse: the person is there. */
  touch(): Promise<void>;
  /** Presses keys, in xdotool's spelling: `ctrl+q`. */
  press(keys: string): Promise<void>;
  /** Gives a window the keyboard first: without a window manager keys go to whatever the pointer happens to be over. */
  pressIn(title: string, keys: string): Promise<void>;
  /** Titles of the windows that can be seen, those that say their page also without it. */
  titles(): Promise<string[]>;
  resize(title: string, width: number, height: number): Promise<void>;
  /** Width and height of a window. */
  sizeOf(title: string): Promise<[number, number]>;
  close(): Promise<void>;
}

/** The window says its page first, `Week · Stint`: which one it is says the end. */
const windowOf = (title: string): string => `(^|· )${title}$`;
const bothNames = (title: string): string[] => [...new Set([title, title.replace(/^.* · /, '')])];

/** Starts Xvfb on a display number it finds free itself. */
export async function openDisplay(): Promise<Display> {
  // Without `-noreset` the server starts over when its last client leaves, and turns away whoever comes just then.
  const server = await startCompanion('Xvfb', [
    ...['-displayfd', '1', '-screen', '0', '1440x960x24', '-nolisten', 'tcp', '-noreset'],
  ]);
  const name = `:${server.firstLine.trim()}`;
  const env = { ...process.env, DISPLAY: name };
  let step = 0;
  return {
    name,
    async touch() {
      step += 1;
      await run('xdotool', ['mousemove', String(10 + (step % 50)), '10'], { env });
    },
    press: async (keys) => void (await run('xdotool', ['key', keys], { env })),
    async pressIn(title, keys) {
      await run(
        'xdotool',
        ['search', '--onlyvisible', '--name', windowOf(title), 'windowfocus', 'key', keys],
        {
          env,
        },
      );
    },
    async titles() {
      // xdotool ends with 1 when it finds nothing.
      const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--name', '.'], { env }).catch(
        () => ({ stdout: '' }),
      );
      const ids = stdout.split('\n').filter((id) => id !== '');
      const names = await Promise.all(
        ids.map((id) =>
          run('xdotool', ['getwindowname', id], { env }).then(
            (said) => said.stdout.trim(),
            () => '',
          ),
        ),
      );
      return names.flatMap(bothNames).filter((title) => title !== '');
    },
    async resize(title, width, height) {
      await run(
        'xdotool',
        [
          'search',
          '--onlyvisible',
          '--name',
          windowOf(title),
          'windowsize',
          '--sync',
          String(width),
          String(height),
        ],
        { env },
      );
    },
    async sizeOf(title) {
      const found = await run(
        'xdotool',
        ['search', '--onlyvisible', '--name', windowOf(title), 'getwindowgeometry', '--shell'],
        { env },
      );
      const number = (name: string): number =>
        Number(new RegExp(`^${name}=(\\d+)$`, 'm').exec(found.stdout)?.[1]);
      return [number('WIDTH'), number('HEIGHT')];
    },
    close: () => server.end(),
  };
}
