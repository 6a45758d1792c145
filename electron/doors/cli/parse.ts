import { Problem } from '#shared/values/problem.ts';
import type { Command } from './command.ts';
import type { Field } from './fields.ts';
import { nearest } from './suggest.ts';

/** Flags every command takes. */
export interface Globals {
  readonly json: boolean;
  readonly home: string | undefined;
}

/** What the words on the command line ask for. */
export type Asked =
  | { readonly kind: 'version' }
  /** The manual page, for the reader of such. */
  | { readonly kind: 'man' }
  /** Help for one command, or for all that start with these words. */
  | { readonly kind: 'help'; readonly words: readonly string[] }
  | { readonly kind: 'run'; readonly command: Command; readonly input: Readonly<Record<string, unknown>> };

/** A word that looks like a flag but is a negative duration, number or date offset. */
const NEGATIVE = /^-\d/;
const isFlag = (word: string): boolean => word.startsWith('-') && word !== '-' && !NEGATIVE.test(word);

/**
 * Takes the flags that every command has out of the words, wherever they stand (before a `--`).
 * @throws Problem `usage`.
 */
export function splitGlobals(words: readonly string[]): {
  globals: Globals;
  rest: string[];
  help: boolean;
  version: boolean;
} {
  const rest: string[] = [];
  let [json, help, version] = [false, false, false];
  let home: string | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') {
      rest.push(...words.slice(at));
      break;
    }
    if (word === '--json') json = true;
    else if (word === '--help' || word === '-h') help = true;
    else if (word === '--version' || word === '-V') version = true;
    else if (word.startsWith('--home=')) home = word.slice('--home='.length);
    else if (word === '--home') {
      at += 1;
      home = words[at];
      if (home === undefined || home.startsWith('--'))
        throw usage('--home needs a folder.', 'For example: stint day --home ~/timesheet');
    } else rest.push(word);
  }
  return { globals: { json, home }, rest, help, version };
}

/**
 * Finds out what was asked for. Refuses unknown commands and flags with the nearest known one.
 * @param known every command, or at least all that begin with the first word, where there are any.
 * @throws Problem `usage`.
 */
export function readCommandLine(words: readonly string[], help: boolean, known: readonly Command[]): Asked {
  if (words[0] === 'help' && words[1] === '--man' && words.length === 2) return { kind: 'man' };
  if (words[0] === 'help') return { kind: 'help', words: knownStart(words.slice(1), known) };
  if (words.length === 0) return { kind: 'help', words: [] };
  const command = findCommand(words, known);
  if (command === null) {
    const start = knownStart(words, known);
    if (help) return { kind: 'help', words: start };
    const next = known.filter((one) => one.words[0] === start[0]).map((one) => one.words.slice(1).join(' '));
    throw usage(
      `"${start.join(' ')}" needs one of: ${next.join(', ')}.`,
      `See \`stint ${start.join(' ')} --help\`.`,
    );
  }
  if (help) return { kind: 'help', words: command.words };
  return { kind: 'run', command, input: readInput(words.slice(command.words.length), command) };
}

function findCommand(words: readonly string[], known: readonly Command[]): Command | null {
  const matches = known.filter((one) => one.words.every((word, at) => words[at] === word));
  return matches.toSorted((a, b) => b.words.length - a.words.length)[0] ?? null;
}

/** The first words, when some command starts with them. @throws Problem `usage` naming the nearest command. */
function knownStart(words: readonly string[], known: readonly Command[]): readonly string[] {
  const [first = '', second = ''] = words;
  if (words.length === 0) return [];
  const family = known.filter((one) => one.words[0] === first);
  if (family.length === 0) {
    const near = nearest(first, [...new Set(known.map((one) => one.words[0] ?? ''))]);
    const what = isFlag(first) ? 'option' : 'command';
    throw usage(
      `There is no ${what} "${first}".`,
      near === null ? 'See `stint --help`.' : `Did you mean \`stint ${near}\`?`,
    );
  }
  if (second === '' || isFlag(second) || family.some((one) => one.words.length === 1)) return [first];
  if (family.some((one) => one.words[1] === second)) return [first, second];
  const near = nearest(
    second,
    family.map((one) => one.words[1] ?? ''),
  );
  throw usage(
    `There is no command "${first} ${second}".`,
    near === null ? `See \`stint ${first} --help\`.` : `Did you mean \`stint ${first} ${near}\`?`,
  );
}

function readInput(words: readonly string[], command: Command): Record<string, unknown> {
  const input: Record<string, unknown> = { ...command.defaults };
  const given = new Set<string>();
  const places: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') {
      places.push(...words.slice(at + 1));
      break;
    }
    if (!isFlag(word)) {
      places.push(word);
      continue;
    }
    const [flag = '', attached] = splitAtEquals(word);
    const field = flagNamed(flag, command);
    if (given.has(field.name) && field.kind !== 'list')
      throw usage(`${flag} was given twice.`, usageLine(command));
    given.add(field.name);
    if (field.kind === 'boolean') {
      input[field.name] = readSwitch(field, flag, attached);
      continue;
    }
    const value = attached ?? words[++at];
    if (value === undefined || (attached === undefined && isFlag(value)))
      throw usage(`${flag} needs a value.`, usageLine(command));
    const read = readWord(field, value, flag, command);
    const before = input[field.name];
    input[field.name] =
      field.kind === 'list' ? [...(Array.isArray(before) ? (before as unknown[]) : []), read] : read;
  }
  fillPlaces(input, places, command, given);
  for (const field of command.flags) {
    if (field.required && !(field.name in input))
      throw usage(`--${field.flag} is missing.`, usageLine(command));
  }
  return input;
}

function splitAtEquals(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function flagNamed(flag: string, command: Command): Field {
  // A word with a place may be named, too: `--project TB` where others take it so.
  const field = [...command.flags, ...command.slots.map((slot) => slot.field)].find(
    (one) => `--${one.flag}` === flag || (one.kind === 'boolean' && turnedOff(one) === flag),
  );
  if (field !== undefined) return field;
  if (command.secret !== null && flag === `--${command.secret.field}`) {
    throw usage(
      'A token never stands on a command line: everybody on this machine could read it there.',
      `${secretWay(command.secret)} For example: stint ${command.words.join(' ')} … < token.txt`,
    );
  }
  const near = nearest(flag.replace(/^-+/, ''), [
    ...command.flags.map((one) => one.flag),
    'json',
    'home',
    'help',
  ]);
  throw usage(
    `\`stint ${command.words.join(' ')}\` has no option ${flag}.`,
    near === null ? usageLine(command) : `Did you mean --${near}?`,
  );
}

/** `--no-attended` is `--attended=false`. */
const turnedOff = (field: Field): string => `--no-${field.flag}`;

function readSwitch(field: Field, flag: string, attached: string | undefined): boolean {
  const isOff = flag === turnedOff(field);
  if (attached === undefined) return !isOff;
  if (!isOff && (attached === 'true' || attached === 'false')) return attached === 'true';
  throw usage(`--${field.flag} is either there or not.`, `Write --${field.flag}, or leave it out.`);
}

function readValue(field: Field, value: string, spelled: string): unknown {
  if (field.choices !== null && !field.choices.includes(value)) {
    throw usage(`"${value}" is not possible for ${spelled}.`, `One of: ${field.choices.join(', ')}.`);
  }
  if (field.kind !== 'number') return value;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number))
    throw usage(`${spelled} needs a number, not "${value}".`, `For example: ${spelled} 20`);
  return number;
}

/** Where a secret is asked for, a word in the wrong place may be it: it is not repeated. */
function readWord(field: Field, value: string, spelled: string, command: Command): unknown {
  if (command.secret !== null && field.choices !== null && !field.choices.includes(value))
    throw usage(`That is not possible for ${spelled}.`, `One of: ${field.choices.join(', ')}.`);
  return readValue(field, value, spelled);
}

/** @param named fields that were given by name: they take no place. */
function fillPlaces(
  input: Record<string, unknown>,
  places: readonly string[],
  command: Command,
  named: ReadonlySet<string>,
): void {
  let at = 0;
  for (const slot of command.slots) {
    if (named.has(slot.field.name)) continue;
    const spelled = slot.field.name.toUpperCase();
    const words = slot.greedy ? places.slice(at) : places.slice(at, at + 1);
    at += words.length;
    if (words.length > 0) input[slot.field.name] = readWord(slot.field, words.join(' '), spelled, command);
    else if (slot.required) throw usage(`${spelled} is missing.`, usageLine(command));
  }
  const extra = places[at];
  if (extra !== undefined && command.secret !== null)
    throw usage('There is one word too many.', `${usageLine(command)} ${secretWay(command.secret)}`);
  if (extra !== undefined)
    throw usage(`"${extra}" is one word too many.`, `${usageLine(command)} Words with blanks need quotes.`);
}

/** `Usage: stint correct ID MINUTES --reason TEXT`. */
export function usageLine(command: Command): string {
  const slots = command.slots.map((slot) => {
    const name = `${slot.field.name.toUpperCase()}${slot.greedy ? '…' : ''}`;
    return slot.required ? name : `[${name}]`;
  });
  const flags = command.flags.map((field) => {
    const spelled = `--${field.flag}${field.kind === 'boolean' ? '' : ` ${valueWord(field)}`}`;
    return field.required ? spelled : `[${spelled}]`;
  });
  return `Usage: ${['stint', ...command.words, ...slots, ...flags].join(' ')}`;
}

/** Where the secret of a command comes from, in words. */
export function secretWay({ prompt, environment }: NonNullable<Command['secret']>): string {
  const variable =
    environment === null
      ? ''
      : `from ${environment.replace(/\{(\w+)\}/, (_, name: string) => `<${name.toUpperCase()}>`)}, else `;
  return `${prompt}: ${variable}from the input, without echo.`;
}

/** What a flag's value is called in help: `N`, `TEXT`, `a|b|c`. */
export function valueWord(field: Field): string {
  if (field.choices !== null) return field.choices.join('|');
  return field.kind === 'number' ? 'N' : field.flag.toUpperCase().replaceAll('-', '_');
}

const usage = (message: string, remedy: string): Problem => new Problem('usage', message, remedy);
