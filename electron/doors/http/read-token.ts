import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Read by every command and hook: what makes and compares tokens (token.ts) loads the whole of node:crypto.

/** Where the bearer token of a data folder lies. */
export const tokenFile = (home: string): string => join(home, 'token');

/** The token of the data folder, or null when there is none yet. */
export function readToken(home: string): string | null {
  try {
    const token = readFileSync(tokenFile(home), 'utf8').trim();
    return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
  } catch {
    return null;
  }
}
