import { said } from '../../values/said.ts';
import type { Translate } from '../../values/translate.ts';
import type { Contemporaneity, Pack } from './pack.ts';

/** What the inspector reads first: what is there, and how an hour is followed back to its commit. */
export function readmeText(pack: Pack, spoken: Contemporaneity, translate: Translate): string {
  const sample = pack.tickets
    .flatMap(({ id, entries }) => entries.map((told) => ({ id, told })))
    .find(({ told }) => told.commits.length > 0);
  const share = (percent: number | null): string => (percent === null ? '–' : `${percent.toFixed(1)} %`);
  const withheld = pack.log.records.filter((record) => record.isWithheld).length;
  const parts: string[][] = [
    [said`R&D evidence, ${pack.period.label} (${pack.period.from} to ${pack.period.to})`],
    [
      pack.user === null
        ? said`Of everybody whose time is kept here.`
        : said`Of ${pack.user} alone: nothing of other people is in it.`,
      said`It was made by Stint from what it keeps; on the same day the same data makes the same file, byte by byte.`,
    ],
    [
      said`What is in it`,
      said`report/: the R&D report of the period as JSON, CSV and HTML.`,
      said`tickets/: a file for each ticket that qualifies, with its entries, commits, sessions and corrections.`,
      said`entries.csv, commits.csv, sessions.csv, corrections.csv: the same as tables.`,
      said`contemporaneity.json: how much of the time was written down when it was spent.`,
      said`log/: the records of the audit log about these entries, and the chain they stand in.`,
      said`manifest.json and SHA256SUMS: every file with its SHA-256.`,
    ],
    [
      said`How to follow an hour back to its commit`,
      said`1. In report/, choose a ticket; in entries.csv, find its lines: date, person, time.`,
      said`2. The column commits names the commits the time rests on; commits.csv has each with its repository, author and time.`,
      said`3. In the repository, "git show HASH" shows what was done.`,
      said`4. In tickets/, the same entry tells under "evidence" which stretch of time each commit, session or meeting gave, and by which rule.`,
      said`5. The column log names the records of the audit log about the entry: who wrote it, when, and what was changed.`,
      ...(sample === undefined
        ? []
        : [
            said`For example: ${sample.told.entry.id} of ${sample.told.entry.date} on ${sample.id} rests on commit ${sample.told.commits[0]!.hash}.`,
          ]),
    ],
    [
      said`When it was written down`,
      said`captured_at: when the first thing the entry rests on was observed. created_at: when the entry was first written down. changed_at: when a person last changed it.`,
      said`Resting on what was observed on the day itself: ${share(spoken.capturedPercent)} of the time. Written down on the same day: ${share(spoken.sameDayPercent)}. Within seven days: ${share(spoken.weekPercent)}.`,
    ],
    [
      said`How to check that no file was changed`,
      said`Unpack it and run "sha256sum -c SHA256SUMS" (macOS: "shasum -a 256 -c SHA256SUMS").`,
      said`Keep the SHA-256 of the pack itself elsewhere: who changes a file may change the sums beside it.`,
    ],
    [
      said`How to check the audit log`,
      said`Each line of log/records.jsonl is a record. Its hash is the SHA-256 of the JSON list [seq, id, at, origin, actor, operation, why, changes, undoes, redoes, standing, previous], without blanks; at is in milliseconds since 1970, changes is the text as it stands there.`,
      said`log/chain.csv has every record from the first to the last of these: previous is the hash of the one before, so a record that was put in, taken out or changed breaks it.`,
      ...(withheld === 0
        ? []
        : [said`In ${withheld} records the changes are left out, for they are about other people too.`]),
      said`The whole log is checked where it is kept: "stint doctor --verify-log". It ends with record ${pack.log.head.records}, hash ${pack.log.head.hash}.`,
    ],
  ];
  return `${parts.map((lines) => lines.map(translate).join('\n')).join('\n\n')}\n`;
}
