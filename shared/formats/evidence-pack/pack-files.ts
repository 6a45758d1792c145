import type { Data } from '../../reports/report.ts';
import { csv } from '../reports/csv.ts';
import type { Written } from '../reports/report-file.ts';
import { formatInstant } from '../../values/instant.ts';
import type { Instant } from '../../values/instant.ts';
import { sha256 } from '../../values/sha256.ts';
import type { Translate } from '../../values/translate.ts';
import { utf8Of } from '../../values/utf8.ts';
import type { Contemporaneity, Pack, PackEntry, PackTicket } from './pack.ts';
import { packTables } from './pack-tables.ts';
import { readmeText } from './readme.ts';

/** The layout of the pack, for programs. */
const PACK_VERSION = 1;

/**
 * The pack as a zip: the report, what it rests on, and the sums of it all.
 * @param report the files of the report by name.
 * @param written how tables are written as CSV.
 */
export async function zipPack(
  pack: Pack,
  report: Readonly<Record<string, string>>,
  spoken: Contemporaneity,
  { written, translate }: { readonly written: Written; readonly translate: Translate },
): Promise<Uint8Array> {
  const tables = Object.entries(packTables(pack)).map(([path, table]): [string, string] => [
    path,
    csv.write({
      ...written,
      table: table.id,
      answer: { ...written.answer, tables: [table], main: table.id },
    }) as string,
  ]);
  const texts: [string, string][] = [
    ['README.txt', readmeText(pack, spoken, translate)],
    ...Object.entries(report).map(([name, text]): [string, string] => [`report/${name}`, text]),
    ...tables,
    ...pack.tickets.map((ticket): [string, string] => [
      `tickets/${ticket.id}.json`,
      json(ticketData(ticket)),
    ]),
    ['contemporaneity.json', json(spokenData(spoken))],
    ['log/records.jsonl', pack.log.records.map((record) => `${JSON.stringify(logData(record))}\n`).join('')],
    ['log/head.json', json(pack.log.head)],
  ];
  const files = texts
    .map(([path, text]) => ({ path, bytes: utf8Of(text) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const sums = files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
  const { period, user } = pack;
  const manifest = utf8Of(json({ stintEvidence: PACK_VERSION, period, user: user ?? 'all', files: sums }));
  const listed = [...sums, { path: 'manifest.json', sha256: sha256(manifest) }];
  const sumLines = utf8Of(listed.map((one) => `${one.sha256}  ${one.path}\n`).join(''));
  // Loaded only for who wants one.
  const { zipSync } = await import('fflate');
  const parts = [...files.map(({ path, bytes }) => [path, bytes] as const)];
  return zipSync(
    Object.fromEntries([...parts, ['manifest.json', manifest], ['SHA256SUMS', sumLines]]),
    // The same data is the same file, whenever it is written.
    { mtime: '1980-01-01T00:00:00', level: 6 },
  );
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const at = (instant: Instant | null): string | null => (instant === null ? null : formatInstant(instant));

const spokenData = (spoken: Contemporaneity): Data => ({
  minutes: spoken.minutes,
  captured_same_day_minutes: spoken.capturedMinutes,
  captured_same_day_percentage: spoken.capturedPercent,
  same_day_minutes: spoken.sameDayMinutes,
  same_day_percentage: spoken.sameDayPercent,
  within_seven_days_minutes: spoken.weekMinutes,
  within_seven_days_percentage: spoken.weekPercent,
  correction_minutes: spoken.correctionMinutes,
  changed_entries: spoken.changedEntries,
});

const ticketData = ({ id, title, type, category, rdCategory, entries, sessions }: PackTicket) => ({
  id,
  title,
  type,
  category,
  ...(rdCategory === null ? {} : { 'x-rd-category': rdCategory }),
  minutes: entries.reduce((sum, { entry }) => sum + entry.minutes, 0),
  entries: entries.map(entryData),
  sessions: sessions.map((session) => ({
    id: session.id,
    user: session.user,
    title: session.title,
    type: session.type,
    status: session.status,
    started_at: at(session.startedAt),
    ended_at: at(session.endedAt),
    pauses: session.pauses.map(({ start, end }) => ({ from: at(start), to: at(end) })),
    recovered_from: session.recoverySource,
  })),
});

const entryData = (told: PackEntry) => {
  const { entry, commits, sessions, day } = told;
  return {
    id: entry.id,
    date: entry.date,
    user: entry.user,
    project: entry.project,
    minutes: entry.minutes,
    raw_minutes: entry.rawMinutes,
    source: entry.source,
    state: entry.state,
    description: entry.description,
    started_at: at(entry.startedAt),
    ended_at: at(entry.endedAt),
    zone: entry.zone,
    captured_at: at(told.capturedAt),
    created_at: at(told.recordedAt),
    changed_at: at(told.changedAt),
    same_day: told.isSameDay,
    reviewed_at: at(day?.reviewedAt ?? null),
    submitted_at: at(day?.submittedAt ?? null),
    correction: entry.correction,
    commits: commits.map((commit) => ({
      hash: commit.hash,
      repository: commit.repositoryName,
      authored_at: at(commit.authoredAt),
      author: `${commit.authorName} <${commit.authorEmail}>`,
      branch: commit.branch,
      subject: commit.subject,
    })),
    sessions,
    evidence: entry.evidence.map(({ kind, ref, label, startedAt, endedAt, rule }) => ({
      kind,
      ref,
      label,
      from: at(startedAt),
      to: at(endedAt),
      rule,
    })),
    log: told.log,
  };
};

const logData = ({ isWithheld, changes, ...record }: Pack['log']['records'][number]) => ({
  ...record,
  changes: isWithheld ? null : changes,
});
