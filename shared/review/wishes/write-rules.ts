import { parseQuickAdd } from '../../entries/quick-add.ts';
import { weekOf } from '../../values/iso-week.ts';
import { formatShort } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import type { Heard } from './read-rules.ts';
import type { WishWords } from './wish-words.ts';
import { begins, list, says, strangers } from './wish-words.ts';
import type { Intent, NotUnderstood } from './wish.ts';

type Rule = (heard: Heard) => Intent | Omit<NotUnderstood, 'suggestions'> | null;

const writing = (operation: Intent['operation'], input: Intent['input'], sentence: string): Intent => ({
  kind: 'understood',
  operation,
  input,
  effect: 'write',
  sentence,
});

/** The words that name the period are no strangers. */
function taken({ found }: Heard): ReadonlySet<number> {
  return new Set(found === null ? [] : Array.from({ length: found.length }, (_, n) => found.at + n));
}

/** Is all that is said one of these, a day, or nothing to the point? What changes something is not guessed. */
const isAllOf = (heard: Heard, phrases: readonly string[]): boolean =>
  strangers(heard.words, phrases, taken(heard)).length === 0;

const TIMESHEET = list(
  'timesheet|timesheets|time|sheet|hours|week|stundenzettel|zeit|zeiten|stunden|woche|wochenzettel|zeitnachweis',
);
const SUBMIT = list(
  'submit|submitting|hand in|handing|send in|turn in|abgeben|einreichen|einreiche|reiche|reich|gib|ein|ab|abschicken',
);

const submit: Rule = (heard) => {
  const { words, found, context } = heard;
  const isSaid =
    says(words, list('submit|hand in|send in|turn in|abgeben|einreichen|abschicken')) ||
    (says(words, list('reiche|reich|gib')) && says(words, list('ein|ab')) && says(words, TIMESHEET));
  if (!isSaid || !isAllOf(heard, [...SUBMIT, ...TIMESHEET])) return null;
  const period = found?.period ?? null;
  if (period !== null && period.kind !== 'week')
    return { kind: 'unknown', sentence: said`Weeks are submitted, not days or months. A day is confirmed.` };
  const week = period?.week ?? weekOf(context.today);
  return writing(['week', 'submit'], { week }, said`Submit the reviewed days of ${week}`);
};

const CONFIRM = list(
  'confirm|review|approve|sign off|confirming|bestätige|bestätigen|prüfe|freigeben|abhaken',
);

const confirm: Rule = (heard) => {
  const { words, found, context } = heard;
  if (
    !says(words, CONFIRM) ||
    !isAllOf(heard, [...CONFIRM, 'my day', 'day', 'tag', 'timesheet', 'stundenzettel'])
  )
    return null;
  const period = found?.period ?? null;
  if (period !== null && period.kind !== 'day')
    return { kind: 'unknown', sentence: said`Days are confirmed one by one; say which day.` };
  const date = period?.day ?? context.today;
  return writing(['day', 'confirm'], { date }, said`Confirm ${date}`);
};

const SESSION = list(
  'timer|clock|session|tracking|work|working|time|sitzung|zeiterfassung|arbeit|aufnahme|uhr|die zeit|running|laufende',
);
/** A session is changed by a word that means nothing else, with nothing said that is not about it. */
const session =
  (name: string, phrases: readonly string[], sentence: () => string): Rule =>
  (heard) =>
    says(heard.words, phrases) && isAllOf(heard, [...phrases, ...SESSION])
      ? writing(['session', name], {}, sentence())
      : null;

const stop = session(
  'stop',
  list(
    'stop|stopp|stoppe|finish|finished|done for today|im done|i am done|call it a day|clock out|end the session|end session|end the timer|beende|beenden|feierabend|fertig|aufhören|anhalten|schluss|schluss für heute',
  ),
  () => said`Stop the session`,
);
const pause = session(
  'pause',
  list(
    'pause|pausieren|pausiere|take a break|break|lunch|lunch break|mach pause|mache pause|mittagspause|mittag|kaffeepause|kurze pause',
  ),
  () => said`Pause the session`,
);
const resume = session(
  'resume',
  list(
    'resume|go on|carry on|unpause|im back|i am back|back from lunch|back|weiter|weitermachen|fortsetzen|mach weiter|weiter gehts|bin zurück|bin wieder da|zurück|wieder da',
  ),
  () => said`Resume the session`,
);
const goOn = session(
  'continue',
  list(
    'continue|continue where i left off|where left off|same as before|again|weiterarbeiten|nochmal|wie vorhin',
  ),
  () => said`Start again what was last worked on`,
);
const cancel = session(
  'cancel',
  list('cancel|discard|drop|throw away|verwirf|verwerfen|abbrechen|brich ab|brich|ab'),
  () => said`Drop the running session; it never counts`,
);

const START = list(
  'start working on|start work on|started working on|begin working on|start a session for|start a session on|start session for|start session|start a session|start the timer for|start the timer on|start the timer|start timer for|start timer on|start timer|start tracking|im working on|i am working on|im starting|im now on|work on|working on|switch to|start on|start|begin|track|' +
    'starte eine sitzung für|starte den timer für|starte den timer auf|starte den timer|starte timer|starte die arbeit an|starte mit|fange an mit|fang an mit|beginne mit|beginn mit|ich arbeite jetzt an|ich arbeite an|arbeite an|ich mache jetzt|wechsle zu|starte|starten|beginne|anfangen',
);
const COURTESY = 6;

const start: Rule = ({ words }) => {
  if (!begins(words, START)) return null;
  // The longest of them is what was meant: `start the timer for TB-042` starts TB-042.
  const [at, length] = placeOf(words, START);
  const rest = words.typed.slice(at + length);
  const what = rest
    .join(' ')
    .replace(/[\s.!?…]+$/, '')
    .replace(/\s+(?:please|bitte|now|jetzt)$/i, '');
  const ready = ticketsInCapitals(what);
  return writing(
    ['session', 'start'],
    ready === '' ? {} : { what: ready },
    ready === '' ? said`Start a session` : said`Start a session: ${ready}`,
  );
};

function placeOf({ bare }: WishWords, phrases: readonly string[]): [at: number, length: number] {
  let best: [number, number] = [0, 0];
  for (let at = 0; at <= Math.min(COURTESY, bare.length); at += 1) {
    for (const phrase of phrases) {
      const parts = phrase.split(' ');
      if (parts.length > best[1] && parts.every((part, n) => bare[at + n] === part))
        best = [at, parts.length];
    }
    if (best[1] > 0) return best;
  }
  return best;
}

/** `tb-042` at the beginning is a ticket; further on it may be anything. */
const ticketsInCapitals = (text: string): string =>
  text.replace(/^[a-z][a-z0-9]+-\d+(?![\p{L}\p{N}])/iu, (id) => id.toUpperCase());

const undo: Rule = (heard) =>
  says(heard.words, list('undo|take back|take that back|revert|rückgängig|zurücknehmen|nimm zurück')) &&
  isAllOf(
    heard,
    list(
      'undo|take|back|revert|rückgängig|machen|mach|mache|zurücknehmen|nimm|zurück|last|letzte|letzten|änderung|change|step|schritt|entry|eintrag|wieder',
    ),
  )
    ? writing(['entry', 'undo'], {}, said`Take back the last change`)
    : null;
const redo: Rule = (heard) =>
  says(heard.words, list('redo|do it again|wiederholen|wiederherstellen')) &&
  isAllOf(heard, list('redo|again|wiederholen|wiederherstellen|last|change|letzte|änderung'))
    ? writing(['entry', 'redo'], {}, said`Do again what was taken back`)
    : null;

const BOOK = list('book|sync|buche|buchen|synchronisiere|synchronisieren|verbuche|übertrage|push');

const book: Rule = (heard) => {
  const { words, found } = heard;
  const named = list('productive|toggl|clockify|harvest');
  if (!begins(words, BOOK) || !isAllOf(heard, [...BOOK, ...TIMESHEET, ...named, 'entries', 'einträge']))
    return null;
  const provider = words.bare.find((word) => named.includes(word));
  const period = found?.period;
  const week = period?.kind === 'week' ? period.week : null;
  return writing(
    ['booking', 'sync'],
    { ...(provider === undefined ? {} : { provider }), ...(week === null ? {} : { week }) },
    week === null ? said`Book what is submitted` : said`Book what is submitted of ${week}`,
  );
};

const LOG = list(
  'log|add|book|record|enter|put|note|i spent|i worked|i did|spent|worked|ive spent|we spent|trage|trag|buche|buch|erfasse|notiere|schreibe|ich habe|ich hab|hab|ich war|i was|i had|ich hatte|eintragen',
);

/** A duration, and a verb that says it is to be written down, or a sentence that begins with the duration. */
const log: Rule = ({ words, context }) => {
  const text = words.typed.join(' ');
  const isTold = begins(words, LOG);
  const isBare = /^\d/.test(words.bare[0] ?? '');
  if (!isTold && !isBare) return null;
  const read = parseQuickAdd(text, context);
  if (read.kind === 'missing')
    return isTold && read.minutes !== null ? { kind: 'unknown', sentence: read.sentence } : null;
  const time = formatShort(read.minutes);
  return writing(
    ['entry', 'log'],
    { text },
    read.ticket === null
      ? said`Add ${time} on ${read.date} without a ticket: ${read.description}`
      : said`Add ${time} on ${read.ticket}, ${read.date}: ${read.description}`,
  );
};

/** What is to be done, the special before the general. */
export const WRITE_RULES: readonly Rule[] = [
  undo,
  redo,
  log,
  submit,
  confirm,
  book,
  pause,
  cancel,
  resume,
  goOn,
  stop,
  start,
];
