import type { MonthlyTrouble } from '../review/prompt.ts';
import { parseInstant } from '../values/instant.ts';
import { formatClock } from '../values/local-day.ts';
import { formatShort } from '../values/minutes.ts';
import type { PromptShape } from './prompt-operations.ts';

/** A sentence that says what waits, and one that says more of it; the second may be empty. */
export interface PromptWords {
  readonly title: string;
  readonly text: string;
}
type Language = 'en' | 'de';
/** A prompt before it has words. */
export type Wordless = PromptShape extends infer P
  ? P extends PromptShape
    ? Omit<P, 'title' | 'text'>
    : never
  : never;

/**
 * The words of a prompt, the same in the window, in notifications, in the tray and on the command line (look "Voice").
 * One place for both languages, because half of these sentences are told where no window is open.
 */
export function promptWords(prompt: Wordless, language: Language): PromptWords {
  const say = language === 'de' ? german : english;
  switch (prompt.kind) {
    case 'end-of-day': {
      const time = say.timeOf(formatShort(prompt.minutes), formatShort(prompt.target));
      const open = [say.gaps(prompt.gaps), say.unallocated(prompt.unallocated)].filter((part) => part !== '');
      return {
        title: prompt.isToday ? say.today(time) : say.dayOpen(weekday(prompt.date, language, 'long'), time),
        text: open.length === 0 ? say.onlyConfirm : `${open.join(', ')}.`,
      };
    }
    case 'week': {
      const days = prompt.open.map((date) => weekday(date, language, 'short'));
      const time = say.timeOf(formatShort(prompt.minutes), formatShort(prompt.target));
      // It may still wait when the next one has begun.
      const week = Number(prompt.week.slice(-2));
      return {
        title: days.length === 0 ? say.weekReviewed(week) : say.daysOpen(days),
        text: days.length === 0 ? say.weekSubmit(time) : say.weekSoFar(time, week),
      };
    }
    case 'absences': {
      const spans = prompt.absences.map((one) => clocks(one, prompt.zone));
      const minutes = prompt.absences.reduce((sum, one) => sum + one.minutes, 0);
      return spans.length === 1
        ? { title: say.away(spans[0] ?? ''), text: say.awayAsk(formatShort(minutes)) }
        : { title: say.awayTimes(spans.length), text: `${spans.join(', ')}.` };
    }
    case 'meeting':
      return {
        title: say.meeting(prompt.meeting, clock(prompt.endsAt, prompt.zone)),
        text: say.meetingAsk(prompt.ticket, prompt.running),
      };
    case 'meeting-over':
      return { title: say.meetingOver(prompt.ticket), text: say.backAsk(prompt.back) };
    case 'budget':
      return {
        title: say.budget(
          prompt.name,
          prompt.of <= 0 ? 100 : Math.floor((prompt.used / prompt.of) * 100),
          prompt.month === null ? null : monthName(prompt.month, language),
        ),
        text: say.budgetOf(formatShort(prompt.used), formatShort(prompt.of)),
      };
    case 'monthly': {
      const month = `${monthName(prompt.month, language)} ${prompt.month.slice(0, 4)}`;
      const { folder, files, trouble } = prompt;
      return trouble === null
        ? { title: say.monthlyMade(month), text: say.monthlyLies(files, folder) }
        : { title: say.monthlyNotMade(month), text: say.monthlyWhy[trouble](folder) };
    }
    case 'trigger':
      return {
        title: say.trigger[prompt.move](prompt.ticket),
        text: say.triggerAsk[prompt.move](prompt.running),
      };
    case 'session':
      return {
        title: say.running(prompt.what, formatShort(prompt.minutes)),
        text: prompt.away === null ? say.runningAsk : say.ranOn(clocks(prompt.away, prompt.zone)),
      };
  }
}

/** One title for several prompts in one notification. */
export const promptsTogether = (count: number, language: Language): string =>
  (language === 'de' ? german : english).together(count);

interface Sayings {
  readonly timeOf: (minutes: string, target: string) => string;
  readonly today: (time: string) => string;
  readonly dayOpen: (day: string, time: string) => string;
  readonly gaps: (count: number) => string;
  readonly unallocated: (count: number) => string;
  readonly onlyConfirm: string;
  readonly daysOpen: (days: readonly string[]) => string;
  readonly weekReviewed: (week: number) => string;
  readonly weekSoFar: (time: string, week: number) => string;
  readonly weekSubmit: (time: string) => string;
  readonly away: (span: string) => string;
  readonly awayTimes: (count: number) => string;
  readonly awayAsk: (minutes: string) => string;
  readonly meeting: (title: string, end: string) => string;
  readonly meetingAsk: (ticket: string, running: string | null) => string;
  readonly meetingOver: (ticket: string) => string;
  readonly backAsk: (back: string | null) => string;
  readonly budget: (name: string, percent: number, month: string | null) => string;
  readonly budgetOf: (used: string, of: string) => string;
  readonly running: (what: string, minutes: string) => string;
  readonly trigger: Readonly<Record<'start' | 'stop', (ticket: string) => string>>;
  readonly triggerAsk: Readonly<Record<'start' | 'stop', (running: string) => string>>;
  readonly runningAsk: string;
  readonly ranOn: (span: string) => string;
  readonly monthlyMade: (month: string) => string;
  readonly monthlyLies: (files: number, folder: string) => string;
  readonly monthlyNotMade: (month: string) => string;
  readonly monthlyWhy: Readonly<Record<MonthlyTrouble, (folder: string) => string>>;
  readonly together: (count: number) => string;
}

const english: Sayings = {
  timeOf: (minutes, target) => (target === '0m' ? minutes : `${minutes} of ${target}`),
  today: (time) => `Today: ${time}.`,
  dayOpen: (day, time) => `${day} is not reviewed yet: ${time}.`,
  gaps: (count) => (count === 0 ? '' : count === 1 ? '1 gap' : `${count} gaps`),
  unallocated: (count) => (count === 0 ? '' : `${count} without a ticket`),
  onlyConfirm: 'Nothing is open; it only needs your confirmation.',
  daysOpen: (days) =>
    days.length === 1
      ? `1 day is not reviewed yet: ${days.join(', ')}.`
      : `${days.length} days are not reviewed yet: ${days.join(', ')}.`,
  weekReviewed: (week) => `Week ${week} is reviewed.`,
  weekSoFar: (time, week) => `${time} in week ${week}.`,
  weekSubmit: (time) => `${time}. It can be submitted.`,
  away: (span) => `You were away ${span}.`,
  awayTimes: (count) => `You were away ${count} times.`,
  awayAsk: (minutes) => `${minutes}. A break, a ticket, or a meeting? Without an answer it does not count.`,
  meeting: (title, end) => `“${title}” goes on until ${end}.`,
  meetingAsk: (ticket, running) =>
    running === null ? `Nothing runs. Start ${ticket}?` : `${running} runs. Switch to ${ticket}?`,
  meetingOver: (ticket) => `The meeting is over; ${ticket} still runs.`,
  backAsk: (back) => (back === null ? 'Stop it?' : `Back to ${back}?`),
  budget: (name, percent, month) => {
    const budget = month === null ? 'its budget' : `its budget for ${month}`;
    return percent >= 100 ? `${name} has used up ${budget}.` : `${name} has used ${percent} % of ${budget}.`;
  },
  budgetOf: (used, of) => `${used} of ${of}.`,
  running: (what, minutes) => `${what} has been running for ${minutes}.`,
  trigger: {
    start: (ticket) => `${ticket} is in progress now.`,
    stop: (ticket) => `${ticket} is done or blocked.`,
  },
  triggerAsk: {
    start: (running) => `You started ${running} by hand, so it runs on. Switch?`,
    stop: (running) => `You started ${running} by hand, so it runs on. Stop it?`,
  },
  runningAsk: 'Is it still what you work on?',
  ranOn: (span) => `Nobody was here ${span}. Stint changed nothing.`,
  monthlyMade: (month) => `The reports for ${month} are made.`,
  monthlyLies: (files, folder) => `${files === 1 ? '1 file is' : `${files} files are`} in ${folder}.`,
  monthlyNotMade: (month) => `Reports for ${month} could not be made.`,
  monthlyWhy: {
    'no-folder': () => 'No folder is chosen for them. Choose one in the settings; then they are made.',
    unwritable: (folder) => `${folder} cannot be written to. Stint goes on trying; or choose another folder.`,
    'no-room': (folder) => `There is no room in ${folder}. Make some; Stint goes on trying.`,
    'no-printer': () => 'PDF is printed by the desktop app. Start it, or choose another format.',
    failed: () => 'Stint goes on trying; its log says more. By hand: stint report monthly',
  },
  together: (count) => `${count} things wait for you.`,
};

const german: Sayings = {
  timeOf: (minutes, target) => (target === '0m' ? minutes : `${minutes} von ${target}`),
  today: (time) => `Heute: ${time}.`,
  dayOpen: (day, time) => `${day} ist noch nicht geprüft: ${time}.`,
  gaps: (count) => (count === 0 ? '' : count === 1 ? '1 Lücke' : `${count} Lücken`),
  unallocated: (count) => (count === 0 ? '' : `${count} ohne Ticket`),
  onlyConfirm: 'Nichts ist offen; der Tag wartet nur auf deine Bestätigung.',
  daysOpen: (days) =>
    days.length === 1
      ? `1 Tag ist noch nicht geprüft: ${days.join(', ')}.`
      : `${days.length} Tage sind noch nicht geprüft: ${days.join(', ')}.`,
  weekReviewed: (week) => `Woche ${week} ist geprüft.`,
  weekSoFar: (time, week) => `${time} in Woche ${week}.`,
  weekSubmit: (time) => `${time}. Du kannst sie einreichen.`,
  away: (span) => `Du warst weg, ${span}.`,
  awayTimes: (count) => `Du warst ${count}-mal weg.`,
  awayAsk: (minutes) => `${minutes}. Pause, Ticket oder Termin? Ohne Antwort zählt die Zeit nicht.`,
  meeting: (title, end) => `„${title}“ geht bis ${end}.`,
  meetingAsk: (ticket, running) =>
    running === null ? `Nichts läuft. ${ticket} starten?` : `${running} läuft. Zu ${ticket} wechseln?`,
  meetingOver: (ticket) => `Der Termin ist vorbei; ${ticket} läuft noch.`,
  backAsk: (back) => (back === null ? 'Stoppen?' : `Zurück zu ${back}?`),
  budget: (name, percent, month) => {
    const ofMonth = month === null ? '' : ` für ${month}`;
    return percent >= 100
      ? `${name} hat sein Budget${ofMonth} verbraucht.`
      : `${name} hat ${percent} % seines Budgets${ofMonth} verbraucht.`;
  },
  budgetOf: (used, of) => `${used} von ${of}.`,
  running: (what, minutes) => `${what} läuft seit ${minutes}.`,
  trigger: {
    start: (ticket) => `${ticket} ist jetzt in Arbeit.`,
    stop: (ticket) => `${ticket} ist fertig oder blockiert.`,
  },
  triggerAsk: {
    start: (running) => `Du hast ${running} von Hand gestartet, deshalb läuft es weiter. Wechseln?`,
    stop: (running) => `Du hast ${running} von Hand gestartet, deshalb läuft es weiter. Stoppen?`,
  },
  runningAsk: 'Arbeitest du noch daran?',
  ranOn: (span) => `Niemand war hier, ${span}. Stint hat nichts geändert.`,
  monthlyMade: (month) => `Die Berichte für ${month} sind fertig.`,
  monthlyLies: (files, folder) =>
    `${files === 1 ? '1 Datei liegt' : `${files} Dateien liegen`} in ${folder}.`,
  monthlyNotMade: (month) => `Berichte für ${month} konnten nicht erstellt werden.`,
  monthlyWhy: {
    'no-folder': () =>
      'Für sie ist kein Ordner gewählt. Wähle einen in den Einstellungen, dann werden sie erstellt.',
    unwritable: (folder) =>
      `In ${folder} lässt sich nicht schreiben. Stint versucht es weiter; oder wähle einen anderen Ordner.`,
    'no-room': (folder) => `In ${folder} ist kein Platz. Schaffe welchen; Stint versucht es weiter.`,
    'no-printer': () => 'PDF druckt die Desktop-App. Starte sie oder wähle ein anderes Format.',
    failed: () => 'Stint versucht es weiter; im Protokoll steht mehr. Von Hand: stint report monthly',
  },
  together: (count) => `${count} Dinge warten auf dich.`,
};

/** A day has no zone: it is read as UTC and printed as UTC. */
function weekday(date: string, language: Language, form: 'long' | 'short'): string {
  const format = new Intl.DateTimeFormat(language, { weekday: form, timeZone: 'UTC' });
  return format.format(new Date(`${date}T12:00:00Z`));
}

/** `2026-02` as `February`. */
function monthName(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${month}-15T12:00:00Z`));
}

function clock(text: string, zone: string): string {
  const at = parseInstant(text);
  return at === null ? '' : formatClock(at, zone);
}

const clocks = (span: { startedAt: string; endedAt: string }, zone: string): string =>
  `${clock(span.startedAt, zone)}–${clock(span.endedAt, zone)}`;
