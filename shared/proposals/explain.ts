import type { Entry, EntrySource } from '../entries/entry.ts';
import type { Zone } from '../values/local-day.ts';
import { formatClock } from '../values/local-day.ts';
import { formatShort } from '../values/minutes.ts';
import { said } from '../values/said.ts';

/**
 * Why an entry is what it is, in one sentence (design §2 "Fusion": every proposal can say why).
 *
 *     3 commits, 08:45 to 11:00: 30m assumed before the first commit of the day, time until the next commit;
 *     2h7m, rounded to 2h15m.
 *
 * @param zone the wall clock that the times are told by.
 */
export function whyEntry(entry: Entry, zone: Zone): string {
  if (entry.correction) return sentence(said`Correction: ${entry.correction.reason}`);
  const when = entry.startedAt !== null && entry.endedAt !== null ? [clockTimes(entry, zone)] : [];
  if (entry.source === 'manual') {
    return sentence(
      [said`Written by hand`, ...(when.length > 0 ? when : [said`without clock times`])].join(', '),
    );
  }
  const origin = [thingsOf(entry), ...when].join(', ');
  const rules = rulesOf(entry);
  const because = rules === '' ? origin : `${origin}: ${rules}`;
  return entry.state === 'edited'
    ? sentence(said`Changed by you; it came from ${because}`)
    : sentence(`${because}; ${amountOf(entry)}`);
}

function clockTimes(entry: Entry, zone: Zone): string {
  return said`${formatClock(entry.startedAt!, zone)} to ${formatClock(entry.endedAt!, zone)}`;
}

/** `3 commits`, or what else the entry rests on. */
function thingsOf(entry: Entry): string {
  if (entry.source !== 'git') return ORIGIN[entry.source];
  const count = entry.commits.length;
  if (count === 0) return said`the branch checked out`;
  return count === 1 ? said`1 commit` : said`${count} commits`;
}

const ORIGIN: Readonly<Record<Exclude<EntrySource, 'git'>, string>> = {
  timer: said`your timer`,
  calendar: said`your calendar`,
  ide: said`your editor`,
  agent: said`a coding agent`,
  manual: 'you',
};

/** Each rule that made time of the evidence, once, in the order of time. */
function rulesOf(entry: Entry): string {
  const made = entry.evidence.filter((line) => line.endedAt > line.startedAt);
  return [...new Set(made.flatMap((line) => line.rule.split('; ')))].join(', ');
}

/** `2h7m, rounded to 2h15m`, or only `45m` where there was nothing to round. */
function amountOf(entry: Entry): string {
  const raw = formatShort(entry.rawMinutes);
  return entry.rawMinutes === entry.minutes
    ? raw
    : `${raw}, ${said`rounded to ${formatShort(entry.minutes)}`}`;
}

const sentence = (text: string): string => {
  const trimmed = text.trim();
  const ended = /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
};
