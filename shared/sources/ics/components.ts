/** An event or a zone of a calendar, as its lines: unfolded, and only those that matter to a timesheet. */
export interface Component {
  readonly kind: 'VEVENT' | 'VTIMEZONE';
  readonly lines: readonly string[];
  /** Somebody else is invited. Who that is stays in the file, except the person themselves. */
  readonly hasGuests: boolean;
}

/** One of the calendars of a file. */
export interface CalendarText {
  readonly components: readonly Component[];
  /** The person's addresses; also that of who owns it, where it says so. */
  readonly own: ReadonlySet<string>;
  /** `CANCEL`: it takes back its events. */
  readonly method: string;
}

/** Longer lines are cut: thousands of excepted dates fit, and no program writes a title of that length. */
const LONGEST_LINE = 100_000;

const OF_EVENTS = new Set([
  'UID',
  'SUMMARY',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'STATUS',
  'TRANSP',
  'CLASS',
  'SEQUENCE',
  'DTSTAMP',
  'LAST-MODIFIED',
  'ATTENDEE',
  'ORGANIZER',
  'X-MICROSOFT-CDO-BUSYSTATUS',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
  'X-NEXTCLOUD-BC-FIELD-TYPE',
]);
const OF_ZONES = new Set([
  'BEGIN',
  'END',
  'TZID',
  'DTSTART',
  'RRULE',
  'RDATE',
  'TZOFFSETFROM',
  'TZOFFSETTO',
  'X-LIC-LOCATION',
  'TZID-ALIAS-OF',
]);

/**
 * Parts a calendar file (RFC 5545 §3.1) into events and zones in one pass, so that one broken event spoils no other.
 * Notes, places and attachments are passed over, and so are guests other than the person.
 * @param own the person's addresses, in lower case.
 * @returns null when the text is no calendar, or ends in the middle of one.
 */
export function partCalendar(text: string, own: ReadonlySet<string>): CalendarText[] | null {
  const calendars: { components: Component[]; own: ReadonlySet<string>; method: string }[] = [];
  const open: string[] = [];
  let lines: string[] = [];
  let hasGuests = false;
  for (const { name, line } of contentLines(text)) {
    const calendar = calendars.at(-1);
    const inside = open[1];
    if (name === 'BEGIN') {
      const kind = valueOf(line).toUpperCase();
      if (open.length === 0 && kind !== 'VCALENDAR') continue;
      open.push(kind);
      if (open.length === 1) calendars.push({ components: [], own, method: '' });
      if (open.length === 2) [lines, hasGuests] = [[], false];
      if (open.length > 2 && inside === 'VTIMEZONE') lines.push(line);
    } else if (name === 'END') {
      const kind = valueOf(line).toUpperCase();
      // What was never closed ends with what it stands in.
      if (!open.includes(kind)) continue;
      if (open.length > 2 && inside === 'VTIMEZONE' && open.at(-1) === kind) lines.push(line);
      while (open.pop() !== kind);
      if (open.length === 1 && (kind === 'VEVENT' || kind === 'VTIMEZONE')) {
        calendar!.components.push({ kind, lines, hasGuests });
      }
    } else if (open.length === 1) {
      if (name === 'X-WR-CALNAME') calendar!.own = withOwner(own, valueOf(line));
      if (name === 'METHOD') calendar!.method = valueOf(line).toUpperCase();
    } else if (open.length === 2 && inside === 'VEVENT' && OF_EVENTS.has(name)) {
      if (name !== 'ATTENDEE') lines.push(line);
      else if (names(line, calendar!.own)) lines.push(line);
      if (name === 'ATTENDEE') hasGuests = true;
    } else if (open.length >= 2 && inside === 'VTIMEZONE' && OF_ZONES.has(name)) lines.push(line);
  }
  return calendars.length === 0 || open.length > 0 ? null : calendars;
}

function names(line: string, own: ReadonlySet<string>): boolean {
  const lower = line.toLowerCase();
  for (const address of own) if (lower.includes(address)) return true;
  return false;
}

/** Google calls a person's own calendar by their address. */
function withOwner(own: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return /^[^\s@]+@[^\s@]+$/.test(name) ? new Set([...own, name.toLowerCase()]) : own;
}

/** What stands behind the first colon of a line without parameters. */
const valueOf = (line: string): string => line.slice(line.indexOf(':') + 1).trim();

/** Unfolded lines with their names in capitals; lines that have none are no lines. */
function* contentLines(text: string): Generator<{ name: string; line: string }> {
  const all = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  let at = all.startsWith('\uFEFF') ? 1 : 0;
  while (at < all.length) {
    let end = endOfLine(all, at);
    let line = cut(all, at, end);
    at = end + 1;
    while (all[at] === ' ' || all[at] === '\t') {
      end = endOfLine(all, at);
      if (line.length < LONGEST_LINE) line += cut(all, at + 1, end);
      at = end + 1;
    }
    const match = /^[A-Za-z0-9-]+(?=[;:])/.exec(line);
    if (match) yield { name: match[0].toUpperCase(), line };
  }
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 ? text.length : found;
}

function cut(text: string, from: number, end: number): string {
  const last = text[end - 1] === '\r' ? end - 1 : end;
  return text.slice(from, Math.min(last, from + LONGEST_LINE));
}
