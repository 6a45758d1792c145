// What is wrong between the sentences of the source and a catalogue, in words.
import { placeholdersOf } from '../../../shared/values/translate.ts';
import type { Found } from './collect.ts';

/** One line each: sentences that are missing, too many, or have lost a value on the way; refusals nobody marked. */
export function complaintsAbout(
  { sentences, unmarked }: Found,
  catalogue: Readonly<Record<string, string>>,
): string[] {
  const complaints = unmarked.map((words) => `not marked with said\`…\`: ${words}`);
  for (const { key, where, nested } of sentences.values()) {
    const told = catalogue[key];
    if (told === undefined) {
      complaints.push(`not in German: ${where} ${JSON.stringify(key)}`);
      continue;
    }
    const given = placeholdersOf(key).map(({ index }) => index);
    const used = placeholdersOf(told);
    for (const index of given)
      if (!used.some((one) => one.index === index))
        complaints.push(`German leaves out {${index}}: ${JSON.stringify(key)}`);
    for (const { index, isSaid } of used) {
      if (!given.includes(index)) complaints.push(`German has a {${index}} too many: ${JSON.stringify(key)}`);
      if (!isSaid && nested.includes(index))
        complaints.push(`{${index}} is a sentence of its own, write {${index}:said}: ${JSON.stringify(key)}`);
    }
  }
  for (const key of Object.keys(catalogue))
    if (!sentences.has(key)) complaints.push(`German for what nobody says: ${JSON.stringify(key)}`);
  return complaints;
}
