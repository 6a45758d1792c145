import { daysOfWeek, weekOf } from '../../values/iso-week.ts';
import { said } from '../../values/said.ts';
import type { FoundPeriod, WishPeriod } from './wish-period.ts';
import { asReportFields } from './wish-period.ts';
import type { WishWords } from './wish-words.ts';
import { begins, list, says, strangers } from './wish-words.ts';
import type { Intent, WishContext } from './wish.ts';

/** What was found in a sentence before it is known what it wants. */
export interface Heard {
  readonly words: WishWords;
  readonly found: FoundPeriod | null;
  readonly ticket: { readonly id: string; readonly at: number } | null;
  readonly context: WishContext;
}

type Rule = (heard: Heard) => Intent | null;

const TIME = list(
  'how much|how long|how many|time|hours|spent|total|totals|logged|effort|wie viel|wieviel|wie viele|wie lange|zeit|stunden|aufwand|gesamt|summe|verbracht|gebucht|left on|remaining|estimate|schätzung|rest',
);
const REPORT = list('report|bericht|report*|bericht*');
const SHOWING = list(
  'show|see|view|open|display|give me|list|what did|what have|what do i have|did i do|work|worked|working|done|do|timesheet|timesheets|day|week|hours|time|total|totals|summary|overview|recap|how much|how long|how many|' +
    'zeig|zeige|anzeigen|öffne|was habe|was hab|was haben|gearbeitet|gemacht|getan|geschafft|stundenzettel|tag|woche|stunden|zeit|summe|gesamt|übersicht|zusammenfassung|wie viel|wieviel|wie viele|wie lange|auflistung',
);

const reading = (operation: Intent['operation'], input: Intent['input'], sentence: string): Intent => ({
  kind: 'understood',
  operation,
  input,
  effect: 'read',
  sentence,
});

/** In which the reports name a period, for people. */
export function labelOf(period: WishPeriod): string {
  if (period.kind === 'day') return period.day;
  if (period.kind === 'week') return period.week;
  return period.kind === 'range' ? said`${period.from} to ${period.to}` : period.label;
}

const withPeriod = (text: string, period: WishPeriod | null): string =>
  period === null ? text : said`${text} (${labelOf(period)})`;

const why: Rule = ({ words, found, ticket, context }) => {
  if (!says(words, list('why|how come|warum|wieso|weshalb|explain|erklär|erkläre|where does'))) return null;
  const id = words.bare.find((word) => /^(?=.*\d)[0-9a-f]{4,12}(-[0-9a-f-]{4,27})?$/.test(word));
  if (ticket === null)
    return id === undefined ? null : reading(['entry', 'why'], { id }, said`Explain the entry ${id}`);
  const date = found?.period.kind === 'day' ? found.period.day : context.today;
  return {
    ...reading(['entry', 'why'], {}, said`Explain the time on ${ticket.id} (${date})`),
    entry: { ticket: ticket.id, date },
  };
};

const ofTicket: Rule = ({ words, found, ticket }) => {
  if (ticket === null) return null;
  const isAlone = words.bare.length === 1;
  if (says(words, list('about|what is|whats|worum|was ist|describe|beschreib*')) && !says(words, TIME))
    return reading(['ticket', 'show'], { ticket: ticket.id }, said`What ${ticket.id} is about`);
  if (!isAlone && !says(words, TIME) && !says(words, SHOWING) && !says(words, REPORT)) return null;
  const period = found?.period ?? null;
  return reading(
    ['report', 'ticket'],
    { ticket: ticket.id, ...asReportFields(period) },
    withPeriod(said`Time on ${ticket.id}`, period),
  );
};

/** A report that needs nothing but a period. */
const simple =
  (id: string, phrases: readonly string[], sentence: () => string, also: readonly string[] = []): Rule =>
  ({ words, found }) => {
    if (!says(words, phrases) || (also.length > 0 && !says(words, also))) return null;
    const period = found?.period ?? null;
    return reading(['report', id], asReportFields(period), withPeriod(sentence(), period));
  };

const rd = simple(
  'rd',
  list(
    'r&d*|rnd|rd|f&e*|fue|research and development|research report|forschung*|forschungszulage|capitaliz*|capitalis*',
  ),
  () => said`R&D report`,
);
const utilisation = simple(
  'utilisation',
  list('utilisation|utilization|billable|auslastung|abrechenbar*|fakturierbar*'),
  () => said`Utilisation`,
);
const agentCost = simple(
  'agent-cost',
  list('cost|costs|costed|price|token|tokens|kostet*|gekostet|kosten|spend on'),
  () => said`What agents cost`,
  list('agent|agents|agenten|claude|ai|ki|token|tokens|llm|model|models|modell*|copilot|codex'),
);

const budget: Rule = ({ words, found }) => {
  if (!says(words, list('budget|budgets|budget*|contingent|kontingent*'))) return null;
  const period = found?.period ?? null;
  const at = words.bare.findIndex((word) => word === 'project' || word === 'projekt' || word === 'projekts');
  const named = at >= 0 ? words.typed[at + 1] : projectBehind(words);
  const project = named === undefined ? undefined : trimmedName(named);
  // A budget runs over its own time: weeks and days of it say nothing.
  const fields = period?.kind === 'month' || period?.kind === 'longer' ? asReportFields(period) : {};
  return reading(
    ['report', 'budget'],
    { ...fields, ...(project === undefined ? {} : { project }) },
    project === undefined ? said`Budgets` : said`Budget of ${project}`,
  );
};

/** `budget left for TB`: a name in capitals behind a preposition. */
function projectBehind({ typed, bare }: WishWords): string | undefined {
  const at = bare.findIndex((word) => ['for', 'on', 'of', 'für', 'auf', 'von', 'in'].includes(word));
  const name = at < 0 ? '' : trimmedName(typed[at + 1] ?? '');
  return /^[a-z][a-z0-9]{1,9}$/i.test(name) && !ORDINARY.has(name.toLowerCase())
    ? name.toUpperCase()
    : undefined;
}

const ORDINARY = new Set(
  'the this that my our last all each every me us it which what week month year today project projects das dieses diesen dem der die den mein meine alle jedes woche monat jahr heute projekt projekte projekts'.split(
    ' ',
  ),
);
const trimmedName = (text: string): string => text.replace(/^[\s"'„“‚‘«»(]+|[\s"'“”’‘«»),.;:!?…]+$/g, '');

const project: Rule = ({ words, found }) => {
  const at = words.bare.findIndex((word) => /^(project|projekt|projekts)$/.test(word));
  const name = at < 0 ? '' : trimmedName(words.typed[at + 1] ?? '');
  if (name === '' || !(says(words, TIME) || says(words, SHOWING) || says(words, REPORT))) return null;
  const period = found?.period ?? null;
  return reading(
    ['report', 'project'],
    { project: name, ...asReportFields(period) },
    withPeriod(said`Time on the project ${name}`, period),
  );
};

const sprint: Rule = ({ words, found }) => {
  if (!says(words, list('sprint|sprint*'))) return null;
  const named = words.bare.find((word) => /^sprint-\d+$/.test(word));
  const period = found?.period ?? null;
  if (named !== undefined) return reading(['report', 'sprint'], { name: named }, said`Report of ${named}`);
  const fields =
    period?.kind === 'week' ? { week: period.week } : period?.kind === 'range' ? asReportFields(period) : {};
  return reading(['report', 'sprint'], fields, withPeriod(said`Sprint report`, period));
};

const RUNNING = list(
  'running|am i working on|am i doing|am i tracking|being tracked|current session|active session|current timer|timer on|is the timer|status|läuft|laufende|laufenden|arbeite ich|mache ich gerade|aktuelle sitzung|aktiv',
);

const status: Rule = ({ words, found }) =>
  says(words, RUNNING) && found?.period.kind !== 'week'
    ? reading(['session', 'status'], {}, said`What runs now`)
    : null;

const OPEN = list(
  'missing|open|incomplete|gaps|gap|unallocated|untracked|not reviewed|unreviewed|to review|left to do|forgot|forgotten|questions|fehlt|fehlen|offen|offene|offenen|lücke|lücken|vergessen|unvollständig|nicht zugeordnet|fragen',
);

const open: Rule = ({ words, found, context }) => {
  if (!says(words, OPEN) || begins(words, list('open|öffne'))) return null;
  const period = found?.period;
  const week =
    period?.kind === 'week' ? period.week : weekOf(period?.kind === 'day' ? period.day : context.today);
  return reading(['week', 'questions'], { week, look: true }, said`What is still open in ${week}`);
};

const sessions: Rule = ({ words }) =>
  says(words, list('sessions|sitzungen')) ? reading(['session', 'list'], {}, said`Sessions`) : null;

const tickets: Rule = ({ words, ticket }) =>
  ticket === null &&
  says(words, list('tickets|which ticket|welches ticket|welche tickets')) &&
  !says(words, list('no tickets|keine tickets'))
    ? reading(['ticket', 'list'], {}, said`Tickets you worked on`)
    : null;

const plan: Rule = ({ words }) =>
  says(
    words,
    list(
      'would be booked|would book|will be booked|booking plan|to be booked|gebucht werden|gebucht würde|buchungsplan',
    ),
  )
    ? reading(['booking', 'plan'], {}, said`What booking would do`)
    : null;

const doctor: Rule = ({ words }) =>
  says(
    words,
    list('doctor|is wrong|went wrong|not working|broken|whats wrong|stimmt nicht|kaputt|funktioniert nicht'),
  )
    ? reading(['upkeep', 'doctor'], {}, said`What is wrong`)
    : null;

/** The timesheet of a day, a week, or any days. */
const timesheet: Rule = ({ words, found, context, ticket }) => {
  if (ticket !== null) return null;
  const period = found?.period ?? null;
  const taken = new Set(found === null ? [] : Array.from({ length: found.length }, (_, n) => found.at + n));
  const isAlone = period !== null && strangers(words, [], taken).length === 0;
  if (!isAlone && !says(words, SHOWING)) return null;
  if (period === null) return usual(words, context);
  if (period.kind === 'day') return reading(['day', 'show'], { date: period.day }, said`Show ${period.day}`);
  if (period.kind === 'week')
    return reading(['week', 'show'], { week: period.week }, said`Show the week ${period.week}`);
  return reading(['report', 'timesheet'], asReportFields(period), said`Timesheet of ${labelOf(period)}`);
};

/** Nothing was said about days: a timesheet is one of a week, work is that of today. */
function usual(words: WishWords, context: WishContext): Intent | null {
  if (says(words, list('timesheet|timesheets|stundenzettel'))) {
    const week = weekOf(context.today);
    return daysOfWeek(week).length === 0
      ? null
      : reading(['week', 'show'], { week }, said`Show the week ${week}`);
  }
  const isWork = says(
    words,
    list(
      'did i do|did i work|have i worked|have i done|i worked on|did i get done|how many hours|how much did i work|how long did i work|how much time have i|hours worked|my day|my hours|my time|total|totals|habe ich gemacht|habe ich gearbeitet|hab ich gemacht|hab ich gearbeitet|wie viele stunden|wie viel habe ich|wie lange habe ich|meinen tag|mein tag|meine stunden|meine zeit',
    ),
  );
  return isWork ? reading(['day', 'show'], { date: context.today }, said`Show ${context.today}`) : null;
}

/** What is asked, the special before the general. */
export const READ_RULES: readonly Rule[] = [
  why,
  plan,
  rd,
  utilisation,
  agentCost,
  budget,
  ofTicket,
  project,
  sprint,
  doctor,
  status,
  open,
  sessions,
  tickets,
  timesheet,
];
