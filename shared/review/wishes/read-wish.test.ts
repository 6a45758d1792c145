import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { readWish } from './read-wish.ts';
import { EXAMPLES } from './suggest-wishes.ts';
import { languageOf, wishWordsOf } from './wish-words.ts';
import type { WishContext } from './wish.ts';

/** A Thursday, in the afternoon. */
const context: WishContext = {
  today: '2026-02-12' as LocalDay,
  now: parseInstant('2026-02-12T14:00:00Z')!,
  zone: 'Europe/Berlin',
  workingHoursPerDay: 8,
  prefixes: [],
};
/** `day.show {"date":"2026-02-12"}`, or `?`. */
function meant(text: string): string {
  const wish = readWish(text, context);
  if (wish.kind === 'unknown') return '?';
  const input = { ...wish.input, ...wish.entry };
  return `${wish.operation.join('.')} ${Object.entries(input)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ')}`.trim();
}

describe('what the documents name', () => {
  it.each([
    ['Log 2h on TINT-191 for HR training', 'entry.log text=Log 2h on TINT-191 for HR training'],
    ['What did I work on today?', 'day.show date=2026-02-12'],
    ['Show my week', 'week.show week=2026-W07'],
    ['Submit my timesheet', 'week.submit week=2026-W07'],
    ['Generate R&D report for January', 'report.rd period=2026-01'],
    ['How much time on TB-042?', 'report.ticket ticket=TB-042'],
    [
      'I was in meetings all morning, no ticket',
      'entry.add date=2026-02-12 startedAt=2026-02-12T08:00:00.000Z endedAt=2026-02-12T11:00:00.000Z description=Meetings',
    ],
  ])('%s', (text, wish) => expect(meant(text)).toBe(wish));
});

describe('what people would say', () => {
  it.each([
    ['what did I do yesterday', 'day.show date=2026-02-11'],
    ['yesterday', 'day.show date=2026-02-11'],
    ['show me monday', 'day.show date=2026-02-09'],
    ['what have I done on feb 10', 'day.show date=2026-02-10'],
    ['how many hours did I work today', 'day.show date=2026-02-12'],
    ['how many hours have I worked', 'day.show date=2026-02-12'],
    ['last week', 'week.show week=2026-W06'],
    ['how much did I work last week?', 'week.show week=2026-W06'],
    ['show week 5', 'week.show week=2026-W05'],
    ['my timesheet', 'week.show week=2026-W07'],
    ['what did I do since monday', 'report.timesheet from=2026-02-09 to=2026-02-12'],
    ['my hours from monday to wednesday', 'report.timesheet from=2026-02-09 to=2026-02-11'],
    ['total of the last 7 days', 'report.timesheet from=2026-02-06 to=2026-02-12'],
    ['totals this month', 'report.timesheet period=2026-02'],
    ['time in november', 'report.timesheet period=2025-11'],
    ['how much time this year', 'report.timesheet period=2026'],
    ['tb-042', 'report.ticket ticket=TB-042'],
    ['time spent on tb-042 last month', 'report.ticket ticket=TB-042 period=2026-01'],
    [
      'how long did we work on APP-7 since monday',
      'report.ticket ticket=APP-7 from=2026-02-09 to=2026-02-12',
    ],
    ['what is TB-042 about', 'ticket.show ticket=TB-042'],
    [
      'time report for project customer-portal today',
      'report.project project=customer-portal period=2026-02-12',
    ],
    ['how much budget is left', 'report.budget'],
    ['budget left for TB', 'report.budget project=TB'],
    ['utilisation last month', 'report.utilisation period=2026-01'],
    ['rd report last month', 'report.rd period=2026-01'],
    ['sprint report', 'report.sprint'],
    ['what did claude cost this week', 'report.agent-cost period=2026-W07'],
    ['what is running', 'session.status'],
    ['what am I working on right now?', 'session.status'],
    ['status', 'session.status'],
    ['what is still open this week', 'week.questions week=2026-W07 look=true'],
    ['what is missing yesterday', 'week.questions week=2026-W07 look=true'],
    ['why TB-042', 'entry.why ticket=TB-042 date=2026-02-12'],
    ['why is there so much on TB-042 on monday?', 'entry.why ticket=TB-042 date=2026-02-09'],
    ['why 3fa85f64', 'entry.why id=3fa85f64'],
    ['list my sessions', 'session.list'],
    ['which tickets did I work on', 'ticket.list'],
    ['what would be booked', 'booking.plan'],
    ['what is wrong', 'upkeep.doctor'],
    ['start TB-042 fix the socket', 'session.start what=TB-042 fix the socket'],
    ['please start the timer for tb-042', 'session.start what=TB-042'],
    ['start working on the release notes', 'session.start what=the release notes'],
    ['stop', 'session.stop'],
    ['stop the timer please', 'session.stop'],
    ["I'm done for today", 'session.stop'],
    ['pause', 'session.pause'],
    ['lunch break', 'session.pause'],
    ['resume', 'session.resume'],
    ['continue', 'session.continue'],
    ['discard the session', 'session.cancel'],
    ['confirm yesterday', 'day.confirm date=2026-02-11'],
    ['review today', 'day.confirm date=2026-02-12'],
    ['submit last week', 'week.submit week=2026-W06'],
    ['undo', 'entry.undo'],
    ['take that back', 'entry.undo'],
    ['book my week', 'booking.sync week=2026-W07'],
    ['sync to productive', 'booking.sync provider=productive'],
    ['2h TB-042 code review', 'entry.log text=2h TB-042 code review'],
    ['I spent 45m on code review yesterday', 'entry.log text=I spent 45m on code review yesterday'],
    [
      'yesterday afternoon I was at the dentist, no ticket',
      'entry.add date=2026-02-11 startedAt=2026-02-11T12:00:00.000Z endedAt=2026-02-11T16:00:00.000Z description=Dentist',
    ],
  ])('%s', (text, wish) => expect(meant(text)).toBe(wish));
});

describe('in German', () => {
  it.each([
    ['Was habe ich heute gemacht?', 'day.show date=2026-02-12'],
    ['woran habe ich gestern gearbeitet', 'day.show date=2026-02-11'],
    ['zeig mir meine Woche', 'week.show week=2026-W07'],
    ['letzte Woche', 'week.show week=2026-W06'],
    ['zeige KW 5', 'week.show week=2026-W05'],
    ['Stundenzettel einreichen', 'week.submit week=2026-W07'],
    ['reiche meine Woche ein', 'week.submit week=2026-W07'],
    ['gib den Stundenzettel von letzter Woche ab', 'week.submit week=2026-W06'],
    ['wie viel Zeit auf TB-042?', 'report.ticket ticket=TB-042'],
    ['wie lange saß ich im Januar an TB-042', 'report.ticket ticket=TB-042 period=2026-01'],
    ['F&E-Bericht für Januar', 'report.rd period=2026-01'],
    ['was habe ich seit Montag gemacht', 'report.timesheet from=2026-02-09 to=2026-02-12'],
    ['wie viele Stunden diesen Monat', 'report.timesheet period=2026-02'],
    ['wie viel Budget ist noch übrig', 'report.budget'],
    ['Auslastung letzten Monat', 'report.utilisation period=2026-01'],
    ['was haben die Agenten diese Woche gekostet', 'report.agent-cost period=2026-W07'],
    ['was läuft gerade?', 'session.status'],
    ['was ist noch offen', 'week.questions week=2026-W07 look=true'],
    ['warum TB-042 gestern', 'entry.why ticket=TB-042 date=2026-02-11'],
    ['starte TB-042 Socket reparieren', 'session.start what=TB-042 Socket reparieren'],
    ['stopp den Timer', 'session.stop'],
    ['Feierabend', 'session.stop'],
    ['Mittagspause', 'session.pause'],
    ['weiter', 'session.resume'],
    ['bestätige gestern', 'day.confirm date=2026-02-11'],
    ['rückgängig machen', 'entry.undo'],
    ['buche die Woche', 'booking.sync week=2026-W07'],
    ['buche 1,5 Std auf TB-042 für Doku gestern', 'entry.log text=buche 1,5 Std auf TB-042 für Doku gestern'],
    [
      'Ich war den ganzen Vormittag in Besprechungen, kein Ticket',
      'entry.add date=2026-02-12 startedAt=2026-02-12T08:00:00.000Z endedAt=2026-02-12T11:00:00.000Z description=Besprechungen',
    ],
  ])('%s', (text, wish) => expect(meant(text)).toBe(wish));
});

describe('what is not done', () => {
  it.each([
    "don't submit my timesheet",
    'submit my timesheet not yet, but never',
    'noch nicht einreichen',
    'submit the pull request',
    'stop the press',
    'how do I stop Jenkins',
    'confirm the appointment with the dentist',
    'undo the merge of main',
    'submit yesterday',
    'confirm last week',
    'sing me a song',
    '',
    '???',
  ])('“%s” changes nothing', (text) => {
    const wish = readWish(text, context);
    expect(wish.kind === 'understood' && wish.effect === 'write').toBe(false);
  });

  it('questions never change anything', () => {
    for (const text of [
      'when did I start TB-042',
      'did I submit my timesheet?',
      'have I submitted last week?',
      'wann habe ich gestoppt',
    ]) {
      const wish = readWish(text, context);
      expect(wish.kind === 'understood' && wish.effect === 'write', text).toBe(false);
    }
  });

  it('says so, with what could be said instead', () => {
    const wish = readWish('please brew some coffee and submit it', context);
    expect(wish).toMatchObject({ kind: 'unknown' });
    if (wish.kind === 'unknown') {
      expect(wish.suggestions).toHaveLength(5);
      expect(wish.suggestions[0]).toBe('submit my timesheet');
    }
    const german = readWish('bitte koche mir Kaffee für die Woche', context);
    if (german.kind === 'unknown') expect(EXAMPLES.de).toContain(german.suggestions[0]);
  });

  it('of today only what has passed is written', () => {
    const early = { ...context, now: parseInstant('2026-02-12T09:32:10Z')! };
    expect(readWish('I was in meetings all morning', early)).toMatchObject({
      input: { startedAt: '2026-02-12T08:00:00.000Z', endedAt: '2026-02-12T09:30:00.000Z' },
    });
  });
});

it('takes a ticket of a known prefix before others, and any that is named', () => {
  const known = { ...context, prefixes: ['APP'] };
  const ticketOf = (text: string) => {
    const wish = readWish(text, known);
    return wish.kind === 'understood' ? wish.input['ticket'] : null;
  };
  expect(ticketOf('time on TB-042 last week')).toBe('TB-042');
  expect(ticketOf('time on TB-042 or app-7')).toBe('APP-7');
});

it('knows which language it was said in, and where it could be either', () => {
  const said = (text: string) => languageOf(wishWordsOf(text));
  for (const example of EXAMPLES.en.filter((text) => text !== 'undo'))
    expect(said(example), example).toBe('en');
  for (const example of EXAMPLES.de) expect(said(example), example).toBe('de');
  expect(['status', 'TB-042', 'pause', '', 'R&D'].map(said)).toEqual([null, null, null, null, null]);
  expect(said('log 2h auf TB-042 für Code-Review')).toBe('de');
  expect(said('log 2h on TB-042 for the Überprüfung')).toBe('en');
});

it('understands every example it suggests', () => {
  for (const example of [...EXAMPLES.en, ...EXAMPLES.de]) expect(meant(example), example).not.toBe('?');
});

/** Numbers with a dot change when another is put behind them, and an entry keeps its words as typed. */
const SENTENCES = [...EXAMPLES.en, ...EXAMPLES.de].filter((text) => !/^(log|buche|start)/.test(text));
const shuffledCase = (text: string, flips: readonly boolean[]): string =>
  [...text]
    .map((letter, at) => (flips[at % flips.length] === true ? letter.toUpperCase() : letter.toLowerCase()))
    .join('');

it('means the same in other letters, with other signs and blanks', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SENTENCES),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
      fc.constantFrom('', '?', '!', '.', '…', '?!', ' ?'),
      fc.constantFrom(' ', '  ', '\t', ' \n '),
      fc.boolean(),
      (text, flips, end, blank, quoted) => {
        const turned = shuffledCase(text, flips).replaceAll(' ', blank) + end;
        const wish = meant(quoted ? `"${turned}"` : turned);
        expect(wish.toLowerCase()).toBe(meant(text).toLowerCase());
      },
    ),
  );
});

it('never throws, whatever is said, and answers with words', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      ...SENTENCES.flatMap((text) => text.split(' ')),
      'since',
      'last',
      '31.02.',
      '2026-W99',
      '99',
      'may',
      '-',
      'q9',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const wish = readWish(pieces.join(' '), context);
      expect(wish.sentence.length).toBeGreaterThan(0);
      if (wish.kind === 'unknown') expect(wish.suggestions.length).toBeGreaterThan(0);
      else expect(wish.operation).toHaveLength(2);
    }),
    { numRuns: 400 },
  );
});
