import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let folder: string | null = null;

/** The folder the program lies in: the checkout, or the unpacked or packed application. Holds `package.json` and `dist/`. */
export function programFolder(): string {
  if (folder !== null) return folder;
  // Sources and bundles lie at different depths, so the manifest is looked for upwards.
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'package.json'))) {
    const above = dirname(at);
    if (above === at) throw new Error('the installation of Stint is incomplete: package.json is missing');
    at = above;
  }
  folder = at;
  return at;
}

let version: string | null = null;

/** The version of this program, as `stint --version` prints it. */
export function programVersion(): string {
  if (version === null) {
    const manifest: unknown = JSON.parse(readFileSync(join(programFolder(), 'package.json'), 'utf8'));
    version = isVersioned(manifest) ? manifest.version : 'unknown';
  }
  return version;
}

function isVersioned(value: unknown): value is { version: string } {
  return (
    typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'string'
  );
}
