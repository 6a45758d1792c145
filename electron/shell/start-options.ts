/** What the words behind the program's name ask for. Words for Chromium (`--no-sandbox`, …) are not ours and pass by. */
export interface StartOptions {
  /** `--home DIR` or `--home=DIR`; undefined when not given. */
  readonly home: string | undefined;
  /** `--hidden`: to the tray, without a window (login item). */
  readonly hidden: boolean;
}

/** Reads the arguments of the process, the program's own name left out. A `--home` without a value is the empty text. */
export function readStartOptions(words: readonly string[]): StartOptions {
  let home: string | undefined;
  let hidden = false;
  words.forEach((word, at) => {
    if (word === '--hidden') hidden = true;
    else if (word === '--home') home = words[at + 1] ?? '';
    else if (word.startsWith('--home=')) home = word.slice('--home='.length);
  });
  return { home, hidden };
}

/** True where a Linux machine has no display at all, so that no window and no tray can exist. */
export function lacksDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}
