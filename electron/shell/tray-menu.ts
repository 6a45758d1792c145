import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import { promptWords } from '#shared/contract/prompt-words.ts';
import { aboutMinutes } from '#shared/review/questions.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { Language, TrayWords } from './tray-words.ts';
import { wordsIn } from './tray-words.ts';
import type { Attention, TraySession, TrayView } from './tray-view.ts';

/** What a click in the tray asks for. */
export type TrayAction =
  | { readonly do: 'start'; readonly what: string }
  | { readonly do: 'stop' | 'pause' | 'resume' | 'toggle' | 'quit' }
  | { readonly do: 'open'; readonly to: string };

/** A row of the menu, as data: tested without a desktop, compared to know whether to rebuild. */
export type MenuRow =
  | { readonly kind: 'line' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction }
  | { readonly kind: 'submenu'; readonly label: string; readonly rows: readonly MenuRow[] };

/** Shape before colour: the icon says it without words (look "Tray"). */
export interface TrayFace {
  readonly icon: 'idle' | 'running' | 'paused';
  /** A notch at the top: something waits for the person. */
  readonly notch: boolean;
  readonly tooltip: string;
}

/** Longer titles make some panels draw a menu as wide as the screen. */
const TITLE_SHOWN = 48;
/** So many weekday names fit into a menu row. */
const DAYS_NAMED = 4;
/** The rest is in the window. */
const PROMPTS_NAMED = 3;

/** The menu for a view. Holds nothing that moves by itself but today's total. */
export function trayMenu(view: TrayView, language: Language): MenuRow[] {
  const words = wordsIn(language);
  return [
    { kind: 'text', label: stateLine(view.session, words) },
    ...attentionRows(view.attention, language),
    { kind: 'line' },
    startRow(view, words),
    ...(view.session === null ? continueRows(view.last, words) : sessionRows(view.session, words)),
    { kind: 'line' },
    { kind: 'text', label: words.today(view.today === null ? '…' : formatShort(view.today)) },
    { kind: 'action', label: words.log, action: { do: 'open', to: '?log=1' } },
    { kind: 'action', label: words.reconcile, action: { do: 'open', to: '/today' } },
    { kind: 'action', label: words.week, action: { do: 'open', to: '/week' } },
    { kind: 'line' },
    { kind: 'action', label: words.settings, action: { do: 'open', to: '/settings' } },
    { kind: 'action', label: words.quit, action: { do: 'quit' } },
  ];
}

/** Icon and tooltip for a view. */
export function trayFace(view: TrayView, language: Language): TrayFace {
  const words = wordsIn(language);
  const { openDays, troubledRepositories, prompts } = view.attention;
  const notch = openDays.length > 0 || troubledRepositories > 0 || prompts.length > 0;
  const { session } = view;
  if (session === null) {
    const tooltip = view.today === null ? 'Stint' : words.tooltipIdle(formatShort(view.today));
    return { icon: 'idle', notch, tooltip };
  }
  const say = session.state === 'paused' ? words.tooltipPaused : words.tooltipRunning;
  return { icon: session.state, notch, tooltip: say(whatOf(session), formatShort(session.minutes)) };
}

/** `TB-042 fix socket config`, or the words alone; never longer than a menu bears. */
export function whatOf(of: { readonly ticket: string | null; readonly title: string }): string {
  const both = of.ticket === null || of.title === of.ticket ? of.title : `${of.ticket} ${of.title}`.trim();
  return both.length <= TITLE_SHOWN ? both : `${both.slice(0, TITLE_SHOWN - 1).trimEnd()}…`;
}

function stateLine(session: TraySession | null, words: TrayWords): string {
  if (session === null) return words.idle;
  return (session.state === 'paused' ? words.paused : words.running)(whatOf(session));
}

function attentionRows(attention: Attention, language: Language): MenuRow[] {
  const words = wordsIn(language);
  const rows: MenuRow[] = promptsNamed(attention).map((prompt) => ({
    kind: 'action',
    // A row of a menu is no sentence.
    label: promptWords(prompt, language).title.replace(/\.$/, ''),
    action: { do: 'open', to: prompt.to },
  }));
  const [oldest] = attention.openDays;
  // The week's own row names them.
  const isNamed = attention.prompts.some((prompt) => prompt.kind === 'week' && prompt.open.length > 0);
  if (oldest !== undefined && !isNamed) {
    const named = attention.openDays.slice(0, DAYS_NAMED).map((day) => weekdayName(day, language));
    if (attention.openDays.length > DAYS_NAMED) named.push('…');
    const label = words.openDays(named, attention.openDays.length);
    rows.push({ kind: 'action', label, action: { do: 'open', to: `/today/${oldest}` } });
  }
  const { count, seconds } = attention.questions;
  if (count > 0) {
    const label = words.questions(count, aboutMinutes(seconds));
    rows.push({ kind: 'action', label, action: { do: 'open', to: '/week' } });
  }
  if (attention.troubledRepositories > 0) {
    const label = words.repositories(attention.troubledRepositories);
    rows.push({ kind: 'action', label, action: { do: 'open', to: '/sources' } });
  }
  return rows;
}

/** What fits into the menu, without a day that the row of open days names. */
function promptsNamed({ prompts, openDays }: Attention): PromptShape[] {
  return prompts
    .filter((prompt) => prompt.kind !== 'end-of-day' || !openDays.includes(prompt.date))
    .slice(0, PROMPTS_NAMED);
}

function startRow(view: TrayView, words: TrayWords): MenuRow {
  const recent = view.tickets.map((ticket): MenuRow => ({
    kind: 'action',
    label: whatOf(ticket),
    action: { do: 'start', what: ticket.ticket },
  }));
  const other: MenuRow = {
    kind: 'action',
    label: words.startOn,
    action: { do: 'open', to: '/today?start=1' },
  };
  return {
    kind: 'submenu',
    label: words.start,
    rows: recent.length === 0 ? [other] : [...recent, { kind: 'line' }, other],
  };
}

function continueRows(last: TrayView['last'], words: TrayWords): MenuRow[] {
  return last === null
    ? []
    : [{ kind: 'action', label: words.continueLast(whatOf(last)), action: { do: 'toggle' } }];
}

function sessionRows(session: TraySession, words: TrayWords): MenuRow[] {
  const hold: MenuRow =
    session.state === 'paused'
      ? { kind: 'action', label: words.resume, action: { do: 'resume' } }
      : { kind: 'action', label: words.pause, action: { do: 'pause' } };
  return [hold, { kind: 'action', label: words.stop, action: { do: 'stop' } }];
}

/** `Tue`, or `Di`: a day without a zone, so it is read as UTC and printed as UTC. */
function weekdayName(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${day}T12:00:00Z`));
}
