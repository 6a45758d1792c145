import type { Instant } from '../../values/instant.ts';
import { formatInstant, parseInstant } from '../../values/instant.ts';
import type { Zone } from '../../values/local-day.ts';
import { splitAtMidnight } from '../../values/local-day.ts';
import { minutesOfMs } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import { layOut } from '../lay-out.ts';
import { netRecords } from '../net-records.ts';
import type { ReadTimes, ReadingRules, Skipped, TimeRecord } from '../time-record.ts';
import { bareRecord } from '../time-record.ts';
import { oneLine, ticketAmong } from '../words-of.ts';

/**
 * Timewarrior's data, a file a month (`2026-03.data`): `inc 20260302T080000Z - 20260302T090000Z # TB-042 # Review`.
 * Its stretches must not overlap, so each gets a place of its own; all of them are UTC.
 */
export function writeTimewarrior(
  records: readonly TimeRecord[],
  zone: Zone,
): { files: { name: string; text: string }[]; skipped: Skipped[] } {
  const net = netRecords(records);
  const { laid, skipped } = layOut(net.records, zone);
  const months = new Map<string, string[]>();
  for (const { record, at } of laid) {
    const tags = [record.ticket, record.project].filter((tag) => tag !== null).map(quoted);
    const note = oneLine(record.description);
    const line = [
      `inc ${compact(at.start)} - ${compact(at.end)}`,
      ...(tags.length + note.length > 0 ? ['#', ...tags] : []),
    ];
    if (note !== '') line.push('#', `"${escaped(note)}"`);
    const name = `${formatInstant(at.start).slice(0, 7)}.data`;
    months.set(name, [...(months.get(name) ?? []), line.join(' ')]);
  }
  const files = [...months].map(([name, lines]) => ({ name, text: `${lines.join('\n')}\n` }));
  return { files, skipped: [...net.skipped, ...skipped] };
}

const compact = (at: Instant): string => formatInstant(at).replace(/[-:]|\.\d+/g, '');
const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
const quoted = (tag: string): string => (/^[\w.:+-]+$/u.test(tag) ? tag : `"${escaped(oneLine(tag))}"`);

const LINE = /^inc\s+(\d{8}T\d{6}Z)(?:\s+-\s+(\d{8}T\d{6}Z))?(?:\s+#\s*(.*))?$/;

/** Reads a data file of Timewarrior, or what `timew export` prints (JSON). What still runs is left out. */
export function readTimewarrior(text: string, rules: ReadingRules): ReadTimes {
  // Its first export says in a line before that it made a list of tags anew.
  const list = /^\[/m.exec(text);
  return list === null ? readData(text, rules) : readExport(text.slice(list.index), rules);
}

function readData(text: string, rules: ReadingRules): ReadTimes {
  const records: TimeRecord[] = [];
  const skipped: Skipped[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const match = LINE.exec(line.trim());
    const words = match?.[3] ?? '';
    const at = noteStart(words);
    const tags = tokens(at < 0 ? words : words.slice(0, at));
    const note = at < 0 ? '' : tokens(words.slice(at + 1)).join(' ');
    const place = `line ${index + 1}`;
    take({ place, start: match?.[1], end: match?.[2], tags, note }, rules, records, skipped);
  });
  return { records, skipped };
}

/** Where the note begins: a `#` between blanks, outside of quotes. */
function noteStart(words: string): number {
  let isQuoted = false;
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === '\\') at += 1;
    else if (words[at] === '"') isQuoted = !isQuoted;
    else if (words[at] === '#' && !isQuoted && (at === 0 || words[at - 1] === ' ')) return at;
  }
  return -1;
}

const tokens = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, inQuotes, bare]) =>
    inQuotes === undefined ? bare! : inQuotes.replace(/\\(.)/g, '$1'),
  );

function readExport(text: string, rules: ReadingRules): ReadTimes {
  const records: TimeRecord[] = [];
  const skipped: Skipped[] = [];
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch {
    return { records, skipped: [{ place: 'file', reason: said`no JSON as \`timew export\` prints it` }] };
  }
  (rows as unknown[]).forEach((row, index) => {
    const { start, end, tags, annotation } = (row ?? {}) as Record<string, unknown>;
    const words = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
    const note = typeof annotation === 'string' ? annotation : '';
    take({ place: `[${index}]`, start, end, tags: words, note }, rules, records, skipped);
  });
  return { records, skipped };
}

function take(
  row: { place: string; start: unknown; end: unknown; tags: readonly string[]; note: string },
  rules: ReadingRules,
  records: TimeRecord[],
  skipped: Skipped[],
): void {
  const start = momentOf(row.start);
  const end = momentOf(row.end);
  if (start === null) skipped.push({ place: row.place, reason: said`no stretch of time` });
  else if (row.end === undefined) skipped.push({ place: row.place, reason: said`it still runs` });
  else if (end === null || end < start)
    skipped.push({ place: row.place, reason: said`it ends before it begins` });
  else {
    const ticket = ticketAmong([...row.tags, row.note], rules.prefixes);
    const project = row.tags.find((tag) => tag !== ticket) ?? null;
    for (const { day, part } of splitAtMidnight({ start, end }, rules.zone))
      records.push({
        ...bareRecord(day, minutesOfMs(part.end - part.start)),
        ticket,
        project,
        description: row.note,
        startedAt: part.start,
        endedAt: part.end,
      });
  }
}

function momentOf(text: unknown): Instant | null {
  const match = typeof text === 'string' ? /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) : null;
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  return parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
