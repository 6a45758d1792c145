/**
 * Sentences of the host in another language (decision 0013). The host says everything in English; a catalogue has the
 * templates of its sentences with `{0}`, `{1}` … for what is put in, and here a finished sentence finds its template
 * again. `{1:said}` in a translation: the value is a sentence itself and is translated too; all other values stay as
 * they are, for they are the person's own words.
 */
export type Translate = (sentence: string) => string;

interface Placeholder {
  readonly index: number;
  readonly isSaid: boolean;
}

interface Template {
  readonly pattern: RegExp;
  /** Any sentence of this template holds it: what does not is not even tried. */
  readonly longest: string;
  /** Letters of its own. Of several templates that fit, the one with the most words of its own is meant. */
  readonly weight: number;
  /** Has so little of its own that blanks in a value, or a value not understood, mean something else was said. */
  readonly isWeak: boolean;
  readonly said: ReadonlySet<number>;
  readonly translation: readonly (string | number)[];
}

interface Told {
  readonly text: string;
  /** How many letters were understood; 0: nothing was. */
  readonly weight: number;
  /** Every part of it was understood. */
  readonly isWhole: boolean;
}

const PLACEHOLDER = /\{(\d+)(:said)?\}/g;
/** A template with fewer marks of its own fits much that is not meant. */
const WEAK = 6;
/** Where a sentence, or a list in it, may be taken apart; longer ones than so many parts are told as they came. */
const SEAM = /(?<=[.!?…:;,)”"])\s+/g;
const MOST_PARTS = 24;
const REMEMBERED = 2000;

/** The placeholders of a template or a translation, in the order they stand in. */
export const placeholdersOf = (template: string): Placeholder[] =>
  [...template.matchAll(PLACEHOLDER)].map(([, index, said]) => ({
    index: Number(index),
    isSaid: said !== undefined,
  }));

/** A translator for a catalogue of templates. What it does not know it gives back as it came. */
export function translator(catalogue: Readonly<Record<string, string>>): Translate {
  const constants = new Map(Object.entries(catalogue).filter(([key]) => placeholdersOf(key).length === 0));
  const templates = Object.entries(catalogue)
    .filter(([key]) => !constants.has(key))
    .map(templateOf);
  const remembered = new Map<string, string>();
  return (sentence) => {
    const before = remembered.get(sentence);
    if (before !== undefined) return before;
    // Made of a phrase, it may only begin with a capital where the phrase does not.
    const phrase = sentence.charAt(0).toLowerCase() + sentence.slice(1);
    const fitting = templates.filter(({ longest }) => sentence.includes(longest) || phrase.includes(longest));
    const { text } = tell(sentence, { constants, templates: fitting });
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(sentence, text);
    return text;
  };
}

function templateOf([key, told]: [string, string]): Template {
  const pieces = key.split(/\{\d+\}/);
  const translation: (string | number)[] = [];
  let at = 0;
  for (const match of told.matchAll(PLACEHOLDER)) {
    translation.push(told.slice(at, match.index), Number(match[1]));
    at = match.index + match[0].length;
  }
  translation.push(told.slice(at));
  return {
    pattern: new RegExp(`^${pieces.map(escaped).join('([\\s\\S]*?)')}$`),
    longest: pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest)),
    weight: lettersOf(pieces.join('')),
    isWeak: pieces.join('').replaceAll(/\s/g, '').length < WEAK,
    said: new Set(placeholdersOf(told).flatMap(({ index, isSaid }) => (isSaid ? [index] : []))),
    translation,
  };
}

interface Known {
  readonly constants: ReadonlyMap<string, string>;
  readonly templates: readonly Template[];
}

/** The best telling of a text: by one template, or part by part. */
function tell(text: string, known: Known): Told {
  const whole = tellWhole(text, known);
  if (whole.isWhole && whole.weight >= lettersOf(text)) return whole;
  const parts = tellParts(text, known);
  return parts.weight > whole.weight ? parts : whole;
}

const unknown = (text: string): Told => ({ text, weight: 0, isWhole: lettersOf(text) === 0 });

/** By one template; a sentence that was made of a phrase (capital first, full stop last) finds the phrase. */
function tellWhole(text: string, known: Known): Told {
  const exact = tellExact(text, known);
  const first = text.charAt(0);
  const lower = first.toLowerCase() + text.slice(1);
  if (first === first.toLowerCase()) return best(exact, withoutEnd(text, known));
  const phrase = best(tellExact(lower, known), withoutEnd(lower, known));
  return best(best(exact, withoutEnd(text, known)), {
    ...phrase,
    text: phrase.weight === 0 ? text : phrase.text.charAt(0).toUpperCase() + phrase.text.slice(1),
  });
}

function withoutEnd(text: string, known: Known): Told {
  const [end] = /[.,;:]$/.exec(text) ?? [];
  if (end === undefined) return unknown(text);
  const told = tellExact(text.slice(0, -1), known);
  return { ...told, text: told.text + end };
}

const best = (one: Told, other: Told): Told => (other.weight > one.weight ? other : one);

function tellExact(text: string, known: Known): Told {
  const constant = known.constants.get(text);
  if (constant !== undefined) return { text: constant, weight: lettersOf(text), isWhole: true };
  let found = unknown(text);
  for (const template of known.templates) {
    const told = fill(template, text, known);
    if (told !== null) found = best(found, told);
  }
  return found;
}

function fill(template: Template, text: string, known: Known): Told | null {
  const values = template.pattern.exec(text)?.slice(1);
  if (values === undefined) return null;
  let weight = template.weight;
  const told = values.map((value, index) => {
    if (!template.said.has(index)) return { text: value, weight: 0, isWhole: true };
    const inner = tell(value, known);
    weight += inner.weight;
    return inner;
  });
  if (template.isWeak) {
    const isMeant = values.every((value, index) =>
      template.said.has(index) ? told[index]!.isWhole : !/\s/.test(value),
    );
    if (!isMeant) return null;
  }
  return {
    text: template.translation
      .map((piece) => (typeof piece === 'number' ? (told[piece]?.text ?? '') : piece))
      .join(''),
    weight,
    isWhole: true,
  };
}

/** Cuts a text where sentences and lists have their seams, and tells it by the parts that understand the most of it. */
function tellParts(text: string, known: Known): Told {
  const seams = [...text.matchAll(SEAM)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const starts = [0, ...seams.map(([, end]) => end)];
  const ends = [...seams.map(([start]) => start), text.length];
  if (seams.length === 0 || starts.length > MOST_PARTS) return unknown(text);
  const upTo: Told[] = [{ text: '', weight: 0, isWhole: true }];
  for (let last = 0; last < ends.length; last += 1) {
    let found: Told | null = null;
    for (let first = 0; first <= last; first += 1) {
      if (first === 0 && last === ends.length - 1) continue;
      const part = tellWhole(text.slice(starts[first], ends[last]), known);
      if (part.weight === 0 && first < last) continue;
      const before = upTo[first]!;
      const gap = first === 0 ? '' : text.slice(ends[first - 1], starts[first]);
      const told = {
        text: before.text + gap + part.text,
        weight: before.weight + part.weight,
        isWhole: before.isWhole && part.isWhole,
      };
      if (found === null || told.weight > found.weight) found = told;
    }
    upTo.push(found!);
  }
  return upTo.at(-1)!;
}

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
