import { zipPack } from '../../formats/evidence-pack/pack-files.ts';
import { writerWords } from '../../formats/reports/report-file.ts';
import type { World } from '../../ports/world.ts';
import type { Translate } from '../../values/translate.ts';
import { gatherPack } from './evidence-pack.ts';
import type { Reported } from './show-report.ts';

/** The evidence pack of an R&D report, as the bytes of a zip. @param files the report as it goes into the pack. */
export async function evidencePack(
  world: World,
  { asked, answer }: Reported,
  files: readonly { readonly name: string; readonly text: string | null }[],
  { translate, language }: { readonly translate: Translate; readonly language: 'en' | 'de' },
): Promise<Uint8Array> {
  const { pack, contemporaneity } = await gatherPack(world, asked);
  const report = Object.fromEntries(files.map(({ name, text }) => [name, text ?? '']));
  const written = {
    answer,
    name: '',
    hoursPerDay: asked.rules.hoursPerDay,
    table: null,
    bom: false,
    language,
    words: writerWords(translate),
    width: 0,
  };
  return zipPack(pack, report, contemporaneity, { written, translate });
}
