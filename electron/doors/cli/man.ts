import type { Command } from './command.ts';
import { groupTitle } from './help.ts';
import { secretWay, valueWord } from './parse.ts';

/** Text for roff: a backslash is its own sign, and a dot or quote at the start of a line would be a request. */
function roff(text: string): string {
  const plain = text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return plain.replaceAll(/^(?=[.'])/gm, String.raw`\&`);
}
const bold = (text: string): string => `\\fB${roff(text)}\\fR`;
const italic = (text: string): string => `\\fI${roff(text)}\\fR`;

/**
 * The manual page stint(1), made from the command table.
 * @param version of the program.
 * @param date of the build, `2026-02-10`.
 */
export function manPage(known: readonly Command[], version: string, date: string): string {
  const groups = [...new Set(known.map(({ group }) => group))];
  return [
    `.TH STINT 1 "${roff(date)}" "Stint ${roff(version)}" "Stint"`,
    '.SH NAME',
    'stint \\- accounts for your time, almost by itself',
    '.SH SYNOPSIS',
    `${bold('stint')} ${italic('command')} [${italic('options')}]`,
    '.SH DESCRIPTION',
    roff(
      'Stint watches what already happens (presence, commits, meetings, editors, agents), proposes a timesheet with its reasons, lets you confirm it and books it. A running Stint is asked over its socket; when none runs, the command opens the data folder for itself.',
    ),
    ...groups.flatMap((group) => [
      `.SH ${roff(groupTitle(group).toUpperCase())}`,
      ...known.filter((command) => command.group === group).flatMap(commandLines),
    ]),
    '.SH EVERYWHERE',
    ...item(bold('--json'), 'Answer as JSON alone on standard output; problems as JSON on standard error.'),
    ...item(
      `${bold('--home')} ${italic('DIR')}`,
      'Data folder; else STINT_HOME, else that of the desktop app.',
    ),
    ...item(`${bold('-h')}, ${bold('--help')}`, 'Help for a command.'),
    ...item(`${bold('-V')}, ${bold('--version')}`, 'Version.'),
    '.SH EXIT STATUS',
    ...item('0', 'Done.'),
    ...item('1', 'Failed.'),
    ...item('2', 'Wrong usage.'),
    ...item('3', 'Refused by a rule.'),
    ...item('4', 'Conflict.'),
    ...item('5', 'Offline.'),
    ...item('6', 'Not authorised.'),
    '.SH ENVIRONMENT',
    ...item(bold('STINT_HOME'), 'Data folder.'),
    ...item(bold('NO_COLOR'), 'Any value but the empty one: no colours.'),
    ...item(
      `${bold('STINT_PRODUCTIVE_TOKEN')}, ${bold('STINT_TOGGL_TOKEN')}, ${bold('STINT_CLOCKIFY_TOKEN')}, ${bold('STINT_HARVEST_TOKEN')}`,
      'Tokens of providers, where no keychain is at hand.',
    ),
    '',
  ].join('\n');
}

/** A term, and what it means behind it. */
const item = (term: string, meaning: string): readonly string[] => ['.TP', term, roff(meaning) || '\\&'];

function commandLines(command: Command): readonly string[] {
  const slots = command.slots.map(({ field, required, greedy }) => {
    const name = italic(`${field.name.toUpperCase()}${greedy ? '…' : ''}`);
    return required ? name : `[${name}]`;
  });
  const head = [bold(['stint', ...command.words].join(' ')), ...slots].join(' ');
  const initial = (name: string): string =>
    command.defaults[name] === undefined ? '' : ` (${command.defaults[name]})`;
  const inner = [
    ...command.slots
      .filter(({ field }) => field.meaning !== '')
      .flatMap(({ field }) =>
        item(italic(field.name.toUpperCase()), `${field.meaning}${initial(field.name)}`),
      ),
    ...command.flags.flatMap((field) =>
      item(
        `${bold(`--${field.flag}`)}${field.kind === 'boolean' ? '' : ` ${italic(valueWord(field))}`}`,
        field.meaning,
      ),
    ),
    ...(command.secret === null ? [] : ['.PP', roff(secretWay(command.secret))]),
    ...(command.examples.length === 0
      ? []
      : ['.PP', '.nf', ...command.examples.map((line) => `  ${roff(line)}`), '.fi']),
  ];
  return ['.TP', head, `${roff(command.summary)}.`, ...(inner.length === 0 ? [] : ['.RS', ...inner, '.RE'])];
}
