import { createHash, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { readToken, tokenFile } from './read-token.ts';

/**
 * The bearer token of the data folder; made at first need: 32 random bytes in a 0600 file. Deleting the file
 * and starting again makes a new one and ends every session of a browser.
 * @throws Problem `failed` when it cannot be kept.
 */
export function ensureToken(home: string): string {
  const known = readToken(home);
  try {
    if (known !== null) {
      if (process.platform !== 'win32') chmodSync(tokenFile(home), 0o600);
      return known;
    }
    const token = randomBytes(32).toString('base64url');
    writeFileSync(tokenFile(home), `${token}\n`, { mode: 0o600 });
    return token;
  } catch (cause) {
    throw new Problem(
      'failed',
      said`The token of the HTTP door cannot be written.`,
      said`Check the permissions of ${tokenFile(home)}.`,
      cause,
    );
  }
}

/** Compares two secrets in a time that tells nothing about either. */
export function sameSecret(given: string, expected: string): boolean {
  // Hashed, both are equally long, whatever was given.
  const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(given), digest(expected));
}

/**
 * What is kept of a token that was given away, and how one is compared. A plain hash is enough: these tokens are random
 * and long, so nobody can try them all.
 */
export const tokenArt = {
  hash: (token: string): string => createHash('sha256').update(token).digest('base64url'),
  isSame: sameSecret,
};
