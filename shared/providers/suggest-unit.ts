import type { Unit } from './provider.ts';

/** What is known of a project besides its key. */
export interface SuggestionFor {
  readonly key: string;
  readonly name: string | null;
  readonly customer: string | null;
}

/** Legal forms and words that stand in every other name: they make nothing alike. */
const EMPTY_WORDS = new Set(
  'ag and co das der die for gmbh inc kg llc ltd of project projekt the und'.split(' '),
);
/** A full match of the customer weighs as much as half a match of the name. */
const CUSTOMER_WEIGHT = 0.5;
/** At least half the words of the project's name, or its whole customer, must be found. */
const ENOUGH = 0.5;

/** Two that are nearer to each other than this are equally alike. */
const TIE = 0.2;

/**
 * The unit with the most alike name, by words in common; case, accents and the order of words do not matter. Two that
 * are equally alike, or none that is alike enough, give none: a wrong guess costs more than no guess. What is closed is
 * never suggested.
 */
export function suggestUnit(project: SuggestionFor, units: readonly Unit[]): Unit | null {
  const names = [wordsOf(project.key), wordsOf(project.name ?? '')].filter((words) => words.size > 0);
  const customer = wordsOf(project.customer ?? '');
  let best: Unit | null = null;
  let bestScore = 0;
  let nextScore = 0;
  for (const unit of units) {
    if (unit.closed !== null) continue;
    const score = likeness(names, customer, wordsOf(unit.names.join(' ')));
    if (score > bestScore) [best, nextScore, bestScore] = [unit, bestScore, score];
    else nextScore = Math.max(nextScore, score);
  }
  return bestScore - nextScore < TIE ? null : best;
}

/** 0: not alike enough. */
function likeness(
  names: readonly ReadonlySet<string>[],
  customer: ReadonlySet<string>,
  unit: ReadonlySet<string>,
): number {
  if (unit.size === 0) return 0;
  const found = Math.max(0, ...names.map((words) => part(words, unit)));
  const ofCustomer = part(customer, unit);
  if (found < ENOUGH && ofCustomer < 1) return 0;
  // Half a name at somebody else's is chance.
  if (found < 1 && customer.size > 0 && ofCustomer === 0) return 0;
  // How much of the unit's own name it explains parts a unit from its namesakes with more words.
  const explained = part(unit, new Set([...names, customer].flatMap((words) => [...words])));
  return found + explained + CUSTOMER_WEIGHT * ofCustomer;
}

/** Which part of the words stands among the others. */
function part(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0) return 0;
  return [...words].filter((word) => others.has(word)).length / words.size;
}

/** `CustomerPortal_für-Müller` → customer, portal, fur, muller. */
function wordsOf(text: string): ReadonlySet<string> {
  const folded = text
    .replaceAll(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
  return new Set(folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !EMPTY_WORDS.has(word)));
}
