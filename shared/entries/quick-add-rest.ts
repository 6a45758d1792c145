import type { Piece, Words } from './quick-add-words.ts';
import { trimmed } from './quick-add-words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that lead up to the first thing understood: `I also spent`, `Bitte buche noch`. Alone they say nothing. */
const LEAD = set(
  'log logged add added book booked track tracked record recorded enter entered put please i ive i’ve we have had ' +
    "i've also just another spent spend worked was did then and " +
    'bitte ich wir habe hab haben hatte buche buch buchen gebucht erfasse erfassen logge verbuche trage trag ' +
    'schreibe schreib notiere notier auch noch war mal mir für on an auf for',
);
/** What German puts at the end: `ich habe … gearbeitet`, `trage … ein`. */
const GERMAN_LEAD = set('ich wir habe hab haben trage trag');
const GERMAN_END = set('gearbeitet verbracht gebraucht gebucht aufgewendet ein');

const BEFORE_TIME = set(
  'for für fuer in about around ca circa etwa ungefähr rund approximately roughly took noch another',
);
const BEFORE_TICKET = set('on to for auf für fuer an zu in under unter against @');
const PUT_IT = ['put it', 'book it', 'log it', 'put that', 'buche es', 'buch es', 'buche das', 'buch das'];
const CONNECTING = set('for für fuer of on auf an to zu - – — : , ; | →');

const EDGES = set(', ; : - – — | →');
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['„', '“'],
  ['“', '”'],
  ['«', '»'],
  ['»', '«'],
];

/** The ticket and the preposition before it: `on TB-042`, `put it on TB-042`. */
export function withTicketWords(bare: readonly string[], piece: Piece): Piece {
  const at = BEFORE_TICKET.has(bare[piece.at - 1] ?? '') ? piece.at - 1 : piece.at;
  const start = PUT_IT.includes(`${bare[at - 2] ?? ''} ${bare[at - 1] ?? ''}`) ? at - 2 : at;
  return { at: start, length: piece.length + piece.at - start };
}

/** The time and what stands before it: `for about 2h`. */
export function withTimeWords(bare: readonly string[], piece: Piece): Piece {
  let at = piece.at;
  while (BEFORE_TIME.has(bare[at - 1] ?? '')) at -= 1;
  return { at, length: piece.length + piece.at - at };
}

/**
 * What is left of the sentence when the pieces are taken out: the description, in the person's own spelling.
 * Lead verbs, connecting words and punctuation at the seams go too.
 */
export function descriptionOf({ typed, bare }: Words, pieces: readonly Piece[]): string {
  const taken = new Set<number>();
  for (const piece of pieces) for (let n = 0; n < piece.length; n += 1) taken.add(piece.at + n);
  const first = pieces.reduce((least, piece) => Math.min(least, piece.at), Infinity);
  const leads = first < Infinity && bare.slice(0, first).every((word) => LEAD.has(word));

  const kept = [...typed.keys()].filter((n) => !taken.has(n) && !(leads && n < first));
  if (leads && bare.slice(0, first).some((word) => GERMAN_LEAD.has(word))) dropGermanVerb(bare, kept);
  return tidy(
    kept
      .slice(seamLength(bare, kept, pieces))
      .map((n) => typed[n]!)
      .join(' '),
  );
}

/**
 * How many words at the start only connect to something understood before them. Without that they are content:
 * `On-call` or `for the demo` may begin a description.
 */
function seamLength(bare: readonly string[], kept: readonly number[], pieces: readonly Piece[]): number {
  const afterPiece = (word: number) => pieces.some((piece) => piece.at + piece.length === word);
  let length = 0;
  for (const word of kept) {
    const connected = afterPiece(word) || (length > 0 && kept[length - 1] === word - 1);
    if (!connected || !(CONNECTING.has(bare[word]!) || bare[word] === '')) break;
    length += 1;
  }
  return length;
}

function dropGermanVerb(bare: readonly string[], kept: number[]): void {
  for (const end of [0, -1]) {
    const at = kept.at(end);
    if (at === undefined || !GERMAN_END.has(bare[at]!)) continue;
    kept.splice(end, 1);
    if (bare[kept[0] ?? -1] === 'mit') kept.shift();
    return;
  }
}

/** Without loose punctuation at the ends, without quotes around the whole. */
function tidy(text: string): string {
  const plain = trimmed(text, new Set([...EDGES, ' ']), new Set([...EDGES, ' ']));
  const quoted = QUOTES.find(
    ([open, close]) => plain.length > 2 && plain.startsWith(open) && plain.endsWith(close),
  );
  if (quoted && !plain.slice(1, -1).includes(quoted[0])) return plain.slice(1, -1).trim();
  if (plain.endsWith(')') && !plain.includes('(')) return plain.slice(0, -1).trim();
  if (plain.startsWith('(') && !plain.includes(')')) return plain.slice(1).trim();
  return plain;
}
