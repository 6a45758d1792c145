import type { WishShape } from '../contract/wish-operations.ts';
import type { World } from '../ports/world.ts';
import { readWish } from '../review/wishes/read-wish.ts';
import { languageOf, wishWordsOf } from '../review/wishes/wish-words.ts';
import type { Intent } from '../review/wishes/wish.ts';
import { said } from '../values/said.ts';
import type { Person } from './person.ts';
import { personOf } from './person.ts';

/** Understands what plain words ask for, as of now; does none of it. */
export async function understandWish(world: World, { text }: { text: string }): Promise<WishShape> {
  const person = personOf(world);
  const { today, now, zone, settings } = person;
  const wish = readWish(text, {
    today,
    now,
    zone,
    workingHoursPerDay: settings['time.workingHoursPerDay'],
    prefixes: settings['tickets.prefixes'],
  });
  const language = languageOf(wishWordsOf(text)) ?? (settings['app.language'] === 'de' ? 'de' : 'en');
  if (wish.kind === 'unknown') return notUnderstood(language, wish.sentence, wish.suggestions);
  const input = await inputOf(world, person, wish);
  if (input !== null) {
    const { sentence, effect } = wish;
    return {
      understood: true,
      sentence,
      operation: wish.operation.join('.'),
      input,
      effect,
      language,
      suggestions: [],
    };
  }
  const { ticket, date } = wish.entry!;
  return notUnderstood(
    language,
    said`There is no entry on ${ticket} on ${date}.`,
    language === 'de'
      ? [`zeig ${date}`, `wie viel Zeit auf ${ticket}`]
      : [`show ${date}`, `how much time on ${ticket}`],
  );
}

function notUnderstood(
  language: WishShape['language'],
  sentence: string,
  suggestions: readonly string[],
): WishShape {
  return {
    understood: false,
    sentence,
    operation: null,
    input: null,
    effect: null,
    language,
    suggestions: [...suggestions],
  };
}

/** The input, with the id of the entry that is meant: of several on one ticket, the longest. Null: there is none. */
async function inputOf(world: World, person: Person, wish: Intent): Promise<WishShape['input']> {
  if (wish.entry === undefined) return { ...wish.input };
  const { ticket, date } = wish.entry;
  const ofDay = await world.stores.entries.between(person.user, date, date);
  const [longest] = ofDay
    .filter((entry) => entry.ticket === ticket && entry.state !== 'deleted')
    .toSorted((a, b) => b.minutes - a.minutes);
  return longest === undefined ? null : { ...wish.input, id: longest.id };
}
