import { Document, isMap, isSeq, parseDocument, visit } from 'yaml';
import type { YAMLMap, YAMLSeq } from 'yaml';
import type { DayStatus } from '../../review/day.ts';
import { said } from '../../values/said.ts';
import type { ReadingRules, TimeRecord } from '../time-record.ts';
import type { TractDay, TractEntry } from './tract-day.ts';
import { readTractDay, tractEntry } from './tract-day.ts';

/** YAML 1.2 reads `2026-02-10` as text and `abc1234` as text: nothing is guessed. A bomb of aliases is not expanded. */
const OPTIONS = { version: '1.2', maxAliasCount: 0, uniqueKeys: true } as const;

export type TractReading =
  | { readonly day: TractDay; readonly problem: null }
  /** Why it cannot be read, with line and column where YAML knows. */
  | { readonly day: null; readonly problem: string };

/** Reads `.tract/time/{user}/{date}.yaml` (document 4 §1). */
export function readTractFile(
  text: string,
  rules: ReadingRules,
  fallback: { readonly date: string; readonly user: string },
): TractReading {
  const file = parseDocument(text, OPTIONS);
  const [error] = file.errors;
  if (error) {
    const [at] = error.linePos ?? [];
    const words = error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    return { day: null, problem: at ? said`line ${at.line}, column ${at.col}: ${words}` : words };
  }
  // A commit may look like a number (`0012345`, `12e4567`); nothing in a day is one.
  visit(file, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
    },
  });
  let value: unknown;
  try {
    value = file.toJS({ maxAliasCount: OPTIONS.maxAliasCount });
  } catch {
    return { day: null, problem: said`it refers to parts of itself, which no day needs` };
  }
  const day = readTractDay(value, rules, fallback);
  return day === null ? { day, problem: said`it is no day: no date, no entries` } : { day, problem: null };
}

/** First line of a file that Stint made, and makes again: taken away, the file is the person's. */
export const KEPT_BY_STINT =
  '# Kept by Stint: exporting again brings it up to date. Without this line, only what is missing is added.';

/** The day a file is to tell. */
export interface TractWish {
  readonly date: string;
  readonly user: string;
  readonly status: DayStatus;
  readonly records: readonly TimeRecord[];
}

/**
 * The text of a day's file. What stands in it already stays where it stands, with its comments and its own keys: an
 * entry that is told again is left as it was written, others are added at the end, those no longer told are taken out
 * only if `replaces` says that the file is ours to decide.
 * @param before the file as it is; null: there is none. A file that cannot be read must not be handed in: it would be lost.
 */
export function writeTractFile(before: string | null, wish: TractWish, replaces: boolean): string {
  const isNew = before === null || before.trim() === '';
  const file = isNew ? new Document({}) : parseDocument(before, OPTIONS);
  if (isNew) file.commentBefore = KEPT_BY_STINT.slice(1);
  if (!isMap(file.contents)) file.contents = file.createNode({}) as YAMLMap;
  for (const [key, value] of [
    ['date', wish.date],
    ['user', wish.user],
    ['status', wish.status],
  ])
    if (file.get(key) !== value) file.set(key, value);
  let list = file.get('entries');
  if (!isSeq(list)) {
    list = file.createNode([]);
    file.set('entries', list);
  }
  replaceEntries(file, list as YAMLSeq, wish.records.map(tractEntry), replaces);
  return file.toString({ lineWidth: 0, nullStr: 'null' });
}

function replaceEntries(
  file: Document,
  list: YAMLSeq,
  wanted: readonly TractEntry[],
  replaces: boolean,
): void {
  const missing = [...wanted];
  const kept = list.items.filter((item) => {
    const told = isMap(item) ? (item.toJSON() as Record<string, unknown>) : null;
    const at = told === null ? -1 : missing.findIndex((entry) => isSame(entry, told));
    if (at >= 0) missing.splice(at, 1);
    return at >= 0 || !replaces;
  });
  list.items = kept;
  list.flow = false;
  for (const entry of missing) list.items.push(file.createNode(entry) as YAMLMap);
}

/** The same time, however it is written: `1h30m` is `90m`. */
function isSame(entry: TractEntry, told: Record<string, unknown>): boolean {
  const commits = Array.isArray(told['commits']) ? (told['commits'] as unknown[]).map(String) : [];
  return (
    (told['ticket'] ?? null) === entry.ticket &&
    lengthOf(String(told['duration'])) === lengthOf(entry.duration) &&
    (told['source'] ?? 'manual') === entry.source &&
    (told['description'] ?? '') === (entry.description ?? '') &&
    commits.join() === (entry.commits ?? []).join()
  );
}

/** Minutes of a duration without days, which only settings can tell the length of; else its text. */
function lengthOf(duration: string): number | string {
  const match = /^(-)?(?:(\d+)h)?(?:(\d+)m)?$/.exec(duration.trim().toLowerCase());
  if (!match || (match[2] === undefined && match[3] === undefined)) return duration;
  return (match[1] ? -1 : 1) * (Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0));
}
