/** A sentence as quick add reads it: its words as typed, and bare for comparing. Made in one pass over the text. */
export interface Words {
  /** As typed, punctuation and all: what a description keeps. */
  readonly typed: readonly string[];
  /** Lower case, without punctuation around: `(TB-042),` is `tb-042`. The dots of `10.02.` and `10.` stay. */
  readonly bare: readonly string[];
}

/** A run of words that were understood. */
export interface Piece {
  readonly at: number;
  readonly length: number;
}

const OPENING = new Set('([{<"\'„“‚‘«»#');
const CLOSING = new Set(')]}>"\'“”’«»,;:!?…');
const GERMAN_DATE = /^(?:\d{1,2}\.){1,2}$/;
const TICKET_GLUED = /^([("„[#]*[A-Za-z][A-Za-z0-9]{1,30}-\d{1,30})([:—–])(.+)$/su;

/** Cuts a text into words. Control characters are blanks, so that none reaches a timesheet. */
export function wordsOf(text: string): Words {
  const typed = text
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap(unglue);
  return { typed, bare: typed.map(bareOf) };
}

/** `TINT-206—VPN` and `TB-042:socket` are three words. */
function unglue(word: string): string[] {
  const match = TICKET_GLUED.exec(word);
  return match ? [match[1]!, match[2]!, match[3]!] : [word];
}

function bareOf(word: string): string {
  const outer = trimmed(word, OPENING, CLOSING);
  const inner = GERMAN_DATE.test(outer) ? outer : trimmed(outer, NOTHING, DOT);
  return trimmed(inner, OPENING, CLOSING).toLowerCase();
}

const NOTHING: ReadonlySet<string> = new Set();
const DOT: ReadonlySet<string> = new Set('.');

/** Without the given characters at its ends. A loop, because `/[,;]+$/` takes quadratic time on hostile text. */
export function trimmed(text: string, front: ReadonlySet<string>, back: ReadonlySet<string>): string {
  let start = 0;
  let end = text.length;
  while (start < end && front.has(text[start]!)) start += 1;
  while (end > start && back.has(text[end - 1]!)) end -= 1;
  return text.slice(start, end);
}

/** Do the two have a word in common? */
export const overlaps = (a: Piece, b: Piece): boolean => a.at < b.at + b.length && b.at < a.at + a.length;
