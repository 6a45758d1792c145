// `node build/scripts/sentences.ts`: is every sentence of the host told in German, and is each refusal marked? Part of
// `npm run check`. With --missing it prints the keys that German lacks, ready to be translated.
import { GERMAN } from '../../shared/values/german/german.ts';
import { collectSentences } from './sentences/collect.ts';
import { complaintsAbout } from './sentences/compare.ts';

const found = await collectSentences();
if (process.argv.includes('--missing')) {
  for (const { key, where } of found.sentences.values())
    if (!(key in GERMAN)) console.log(`  // ${where}\n  ${JSON.stringify(key)}:\n    '',`);
} else {
  const complaints = complaintsAbout(found, GERMAN);
  for (const complaint of complaints) console.log(complaint);
  if (complaints.length > 0) process.exitCode = 1;
}
