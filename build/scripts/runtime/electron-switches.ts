// The switches that a development Electron needs on this machine.

/** Chromium refuses to run as root with its sandbox. Containers and CI machines are root; a person's own machine is not. */
export function electronSwitches(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
