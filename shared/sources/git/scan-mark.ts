import type { Instant } from '../../values/instant.ts';

/** What a scan remembers for the next one; kept as text in `Repository.mark`. */
export interface ScanMark {
  /** What the files of refs and reflogs looked like before the log was read. */
  readonly look: string;
  /** Tips of what was walked; null when they were too many to remember. */
  readonly tips: readonly string[] | null;
  /** Whose commits were kept: with another address the window has to be walked again. */
  readonly emails: readonly string[];
  readonly from: Instant;
}

const VERSION = 1;
const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

export function writeMark(mark: ScanMark): string {
  return JSON.stringify({ v: VERSION, ...mark });
}

/** Null for no mark and for one that was damaged or written by another version: everything is read again then. */
export function readMark(text: string | null): ScanMark | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { v, look, tips, emails, from } = value as Record<string, unknown>;
  if (v !== VERSION || typeof look !== 'string' || typeof from !== 'number') return null;
  if (!isStrings(emails) || !(tips === null || (isStrings(tips) && tips.every((tip) => HASH.test(tip)))))
    return null;
  return { look, tips, emails, from: from as Instant };
}

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** May the next scan pass over what lies behind these tips? Only if it wants no older commits and nobody else's. */
export function knownTips(
  mark: ScanMark | null,
  emails: ReadonlySet<string>,
  since: Instant,
): readonly string[] | null {
  if (!mark || mark.tips === null || since < mark.from) return null;
  return [...emails].every((email) => mark.emails.includes(email)) ? mark.tips : null;
}
