import type { Command } from './command.ts';
import type { Cell, Paper } from './paper.ts';
import { secretWay, usageLine, valueWord } from './parse.ts';

/** What the groups of the contract are called; one without a title is called by its name. */
const TITLES: Readonly<Record<string, string>> = {
  session: 'The running session',
  day: 'Days',
  week: 'Weeks',
  entry: 'Entries',
  repository: 'Repositories',
  ticket: 'Tickets',
  setting: 'Settings',
  secret: 'Tokens',
  provider: 'Providers',
  project: 'Projects',
  booking: 'Booking',
  source: 'Where evidence comes from',
  calendar: 'Calendars',
  telemetry: 'Tools',
  agent: 'Coding agents',
  import: 'Taking over',
  exchange: 'Exchange',
  report: 'Reports',
  budget: 'Budgets',
  dashboard: 'Customers’ dashboards',
  prompt: 'What waits for you',
  shortcut: 'Shortcuts',
  statusline: 'Status line',
  devSession: 'Development sessions',
  upkeep: 'Upkeep',
  door: 'Other doors',
};

const EVERYWHERE: readonly (readonly Cell[])[] = [
  [{ text: '--json' }, { text: 'Answer as JSON; problems as JSON on stderr', tone: 'dim' }],
  [{ text: '--home DIR' }, { text: 'Data folder (else STINT_HOME, else the desktop app’s)', tone: 'dim' }],
  [{ text: '-h, --help' }, { text: 'Help for a command', tone: 'dim' }],
  [{ text: '-V, --version' }, { text: 'Version', tone: 'dim' }],
];

/** Help for all commands, for those that start with the words, or for the one the words name. */
export function helpText(words: readonly string[], known: readonly Command[], paper: Paper): string {
  const chosen = known.filter((one) => words.every((word, at) => one.words[at] === word));
  const exact = chosen.find((one) => one.words.length === words.length);
  if (exact !== undefined && words.length > 0) return commandHelp(exact, chosen, paper);
  const groups = [...new Set(chosen.map((one) => one.group))];
  const parts = groups.map((group) => {
    const rows = chosen.filter((one) => one.group === group).map(commandRow);
    return `${paper.paint('bold', groupTitle(group))}\n${paper.table(rows)}`;
  });
  const head =
    words.length > 0
      ? `Usage: stint ${words.join(' ')} <command> [options]`
      : 'Stint accounts for your time, almost by itself.\n\nUsage: stint <command> [options]';
  const foot =
    words.length > 0
      ? []
      : [`${paper.paint('bold', 'Everywhere')}\n${paper.table(EVERYWHERE)}`, EXIT_CODES_TEXT];
  return [head, ...parts, ...foot].join('\n\n');
}

const EXIT_CODES_TEXT =
  'Exit codes: 0 done, 1 failed, 2 wrong usage, 3 refused by a rule, 4 conflict, 5 offline, 6 not authorised.\nMore about one: stint <command> --help';

function commandHelp(command: Command, family: readonly Command[], paper: Paper): string {
  const parts = [`${command.summary}.`, usageLine(command)];
  const rows: Cell[][] = [
    ...command.slots.map((slot): Cell[] => [
      { text: slot.field.name.toUpperCase() },
      { text: withDefault(slot.field.meaning, command.defaults[slot.field.name]), tone: 'dim' },
    ]),
    ...command.flags.map((field): Cell[] => [
      { text: `--${field.flag}${field.kind === 'boolean' ? '' : ` ${valueWord(field)}`}` },
      { text: field.meaning, tone: 'dim' },
    ]),
  ];
  if (rows.length > 0) parts.push(paper.table(rows));
  if (command.examples.length > 0)
    parts.push(`Examples:\n${command.examples.map((line) => `  ${line}`).join('\n')}`);
  if (command.secret !== null) parts.push(secretWay(command.secret));
  const others = family.filter((one) => one !== command);
  if (others.length > 0) parts.push(`Also:\n${paper.table(others.map(commandRow))}`);
  parts.push(paper.paint('dim', 'Every command also takes --json, --home DIR, --help.'));
  return parts.join('\n\n');
}

function withDefault(meaning: string, initial: string | undefined): string {
  return initial === undefined ? meaning : `${meaning}${meaning === '' ? '' : ' '}(${initial})`;
}

function commandRow(command: Command): Cell[] {
  const slots = command.slots.map((slot) =>
    slot.required ? slot.field.name.toUpperCase() : `[${slot.field.name.toUpperCase()}]`,
  );
  return [{ text: [...command.words, ...slots].join(' ') }, { text: command.summary, tone: 'dim' }];
}

/** What a group of commands is called. */
export const groupTitle = (group: string): string =>
  TITLES[group] ?? group.charAt(0).toUpperCase() + group.slice(1);
