/** What can be found by typing: its name, and other words people look for it by. */
export interface Findable {
  readonly words: string;
  readonly also?: string;
}

/** Small letters without their marks: `Zürich` is found by `zurich`. */
export const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const EXACT = 100;
const STARTS = 80;
const WORD_STARTS = 60;
const INITIALS = 45;
const INSIDE = 35;
const SCATTERED = 15;

/** How well one word that was typed fits a name; 0 is not at all. Early and tight matches are better ones. */
function fit(term: string, name: string, words: readonly string[]): number {
  if (name === term) return EXACT;
  if (name.startsWith(term)) return STARTS;
  const word = words.findIndex((one) => one.startsWith(term));
  if (word >= 0) return WORD_STARTS - Math.min(word, 9);
  if (
    term.length > 1 &&
    words
      .map((one) => one[0])
      .join('')
      .includes(term)
  )
    return INITIALS;
  if (name.includes(term)) return INSIDE;
  return term.length > 2 && isScattered(term, words) ? SCATTERED : 0;
}

/** Are the letters there in their order, and does the first of them begin a word? `cnfday` finds `confirm the day`. */
function isScattered(term: string, words: readonly string[]): boolean {
  return words.some((first, at) => {
    if (first[0] !== term[0]) return false;
    let next = 0;
    for (const letter of words.slice(at).join('')) if (letter === term[next]) next += 1;
    return next === term.length;
  });
}

/**
 * How well something fits what was typed, every word of which must fit; higher is better, null is not at all.
 * Other words count less than the name.
 */
export function scoreOf(query: string, thing: Findable): number | null {
  const terms = plain(query).split(/\s+/).filter(Boolean);
  const name = plain(thing.words);
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const others = plain(thing.also ?? '')
    .split(/\s+/)
    .filter(Boolean);
  let sum = 0;
  for (const term of terms) {
    const other = others.some((one) => one.startsWith(term)) ? INSIDE : 0;
    const best = Math.max(fit(term, name, words), other);
    if (best === 0) return null;
    sum += best;
  }
  const whole = terms.length > 1 && name.startsWith(terms.join(' ')) ? STARTS : 0;
  return terms.length === 0 ? 0 : Math.max(sum / terms.length, whole);
}

/** What fits, best first; equally good things keep their order. `lift` raises what was used lately, a little. */
export function ranked<T extends Findable>(
  query: string,
  things: readonly T[],
  lift: (thing: T) => number = () => 0,
): { thing: T; score: number }[] {
  return things
    .flatMap((thing) => {
      const score = scoreOf(query, thing);
      return score === null ? [] : [{ thing, score: score + lift(thing) }];
    })
    .toSorted((a, b) => b.score - a.score);
}
