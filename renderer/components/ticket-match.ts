/** A ticket as the picker offers it. */
export interface KnownTicket {
  readonly ticket: string;
  readonly title: string;
}

/** A ticket made ready to be searched: everything that does not depend on what is typed, reckoned once. */
interface Indexed<T> {
  readonly one: T;
  /** `tb-042` */
  readonly id: string;
  /** As people type it in a hurry: `tb42`. */
  readonly hurried: string;
  /** The number, as it is written and without leading zeros. */
  readonly written: string;
  readonly number: string;
  /** The title in plain letters, a blank before each word. */
  readonly words: string;
  /** Letters and digits of all of it, and which there are, as bits. */
  readonly bare: string;
  readonly letters: number;
}

/** What a list of tickets is searched with. Equally good ones keep the order of the list: most recent first. */
export type TicketIndex<T extends KnownTicket> = readonly Indexed<T>[];

/** Small letters without accents: `Ü` is found by `u`, and by itself. */
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
const bareOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** A bit for each letter and digit; some share one, which only lets a few more through to the real comparison. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

/** Makes a list ready to be searched. Costs some microseconds a ticket: once per list, not per letter. */
export function indexTickets<T extends KnownTicket>(tickets: readonly T[]): TicketIndex<T> {
  return tickets.map((one) => {
    const id = one.ticket.toLowerCase();
    const written = id.slice(id.indexOf('-') + 1);
    const number = written.replace(/^0+(?=\d)/, '');
    const title = plain(one.title);
    const bare = bareOf(id + title);
    return {
      one,
      id,
      hurried: id.slice(0, id.indexOf('-')) + number,
      written,
      number,
      words: ` ${title.replace(/[^\p{L}\p{N}]+/gu, ' ')}`,
      bare,
      letters: lettersOf(bare),
    };
  });
}

interface Asked {
  readonly text: string;
  readonly bare: string;
  /** `tb-42` and `tb42` alike. */
  readonly hurried: string;
  readonly isNumber: boolean;
  readonly words: readonly string[];
  /** The same, each as the beginning of a word. */
  readonly begun: readonly string[];
  readonly letters: number;
}

const NOT = 99;

/** Letters in order, whatever stands between; fewer jumps are better. Null: they are not all there. */
function jumps(needle: string, hay: string): number | null {
  let at = -1;
  let count = 0;
  for (let letter = 0; letter < needle.length; letter += 1) {
    const found = hay.indexOf(needle[letter]!, at + 1);
    if (found < 0) return null;
    if (found !== at + 1) count += 1;
    at = found;
  }
  return count;
}

/** How well every word that was typed is found in the title, or in the id. */
function placeOfWords({ words, begun }: Asked, ticket: Indexed<KnownTicket>): number {
  let worst = 6;
  for (let at = 0; at < words.length; at += 1) {
    if (ticket.words.includes(begun[at]!)) continue;
    const word = words[at]!;
    if (ticket.id.startsWith(word)) worst = Math.max(worst, 7);
    else if (ticket.words.includes(word) || ticket.id.includes(word)) worst = 9;
    else return NOT;
  }
  return worst === 6 && ticket.words.startsWith(begun[0]!) ? 5 : worst;
}

/** From here on letters are only there in order: no better than that. */
const IN_ORDER = 10;

/** How well a ticket fits what was typed: 0 is best, `NOT` is not at all. @param isEnough nothing from `IN_ORDER` on is wanted. */
function rank(asked: Asked, ticket: Indexed<KnownTicket>, isEnough: boolean): number {
  if ((asked.letters & ~ticket.letters) !== 0) return NOT;
  const { text, hurried } = asked;
  if (ticket.id === text) return 0;
  if (ticket.hurried === hurried) return 1;
  if (ticket.id.startsWith(text) || ticket.hurried.startsWith(hurried)) return 3;
  if (asked.isNumber) {
    if (ticket.number === text || ticket.written === text) return 2;
    if (ticket.written.startsWith(text) || ticket.number.startsWith(text)) return 4;
    if (ticket.written.includes(text)) return 8;
  }
  const inTitle = placeOfWords(asked, ticket);
  if (inTitle !== NOT || isEnough) return inTitle;
  const count = asked.bare.length > 1 ? jumps(asked.bare, ticket.bare) : null;
  return count === null ? NOT : Math.min(NOT - 1, IN_ORDER + count);
}

/** The tickets that fit, best first. Nothing typed: the most recent ones. */
export function searchTickets<T extends KnownTicket>(
  query: string,
  index: TicketIndex<T>,
  limit: number,
): T[] {
  const text = plain(query.trim());
  if (text === '') return index.slice(0, limit).map(({ one }) => one);
  const bare = bareOf(text);
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const asked: Asked = {
    text,
    bare,
    hurried: text.replace(/^([a-z][a-z0-9]*?)-?0*(\d+)$/, '$1$2'),
    isNumber: /^\d+$/.test(text),
    words,
    begun: words.map((word) => ` ${word}`),
    letters: lettersOf(bare),
  };
  // Only signs: there is nothing to look for.
  if (words.length === 0) return [];
  // One number holds both rank and place: sorting numbers needs no comparing function and keeps the order of equals.
  const hits = new Float64Array(index.length);
  let [count, good] = [0, 0];
  for (let at = 0; at < index.length; at += 1) {
    const place = rank(asked, index[at]!, good >= limit);
    if (place < IN_ORDER) good += 1;
    if (place < NOT) hits[count++] = place * index.length + at;
  }
  return Array.from(
    hits.subarray(0, count).sort().subarray(0, limit),
    (hit) => index[hit % index.length]!.one,
  );
}

/** Do both name the same number, however many zeros they are written with? */
export const isSameTicket = (a: string, b: string): boolean => numberless(a) === numberless(b);

const numberless = (ticket: string) => ticket.replace(/-0*(?=\d)/, '-');
