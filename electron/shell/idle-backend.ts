/** Where the time since the last input comes from, and whether it can be believed (design §2 "Presence"). */
export interface IdleBackend {
  /** As `status`, settings and `doctor` print it. */
  readonly name: string;
  /**
   * `always`: believed from the start. `once-seen`: some Wayland compositors answer with the truth, others with 0
   * for ever, so 0 is not believed until another number was seen. `never`: the number would be wrong.
   */
  readonly trust: 'always' | 'once-seen' | 'never';
}

/**
 * Chooses how to read idle time on this desktop.
 * @param ozone Chromium's display platform, the value of its `ozone-platform` switch; '' when it was not set.
 */
export function chooseIdleBackend(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  ozone: string,
): IdleBackend {
  if (platform === 'darwin') return { name: 'macos', trust: 'always' };
  if (platform === 'win32') return { name: 'windows', trust: 'always' };
  if (ozone === 'wayland') return { name: 'wayland', trust: 'once-seen' };
  const wayland = env['XDG_SESSION_TYPE'] === 'wayland' || Boolean(env['WAYLAND_DISPLAY']);
  // X inside a Wayland session hears only the input of X programs: a person typing elsewhere would seem away.
  if (wayland) return { name: 'xwayland (idle time unknown)', trust: 'never' };
  return { name: 'x11', trust: 'always' };
}

/** Turns the readings of a backend into idle milliseconds, or null while they cannot be believed. */
export function idleReader(backend: IdleBackend, readSeconds: () => number): () => number | null {
  let believed = backend.trust === 'always';
  return () => {
    if (backend.trust === 'never') return null;
    const seconds = readSeconds();
    if (seconds > 0) believed = true;
    return believed && seconds >= 0 ? seconds * 1000 : null;
  };
}
