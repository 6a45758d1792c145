import { homedir } from 'node:os';
import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { Problem } from '#shared/values/problem.ts';
import { EXIT_CODES } from '#shared/values/problem.ts';
import { dataFolder } from '../../host/data-folder.ts';
import { programVersion } from '../../host/program.ts';
import { jsonOf, problemOf } from '../problem-of.ts';
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { commands, commandsOf } from './commands.ts';
import type { Paper } from './paper.ts';
import { paperOf } from './paper.ts';
import type { Asked, Globals } from './parse.ts';
import { readCommandLine, splitGlobals } from './parse.ts';
import type { Terminal } from './terminal.ts';
import { exitCodeOf } from './verdict.ts';

/**
 * The command line as a door: words become an operation and its input, the answer becomes text or JSON.
 * @returns the exit code of design §4.
 */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { globals, rest, help, version } = splitGlobals(words);
    if (version)
      return print(terminal, globals.json ? JSON.stringify({ version: programVersion() }) : programVersion());
    const asked = readCommandLine(rest, help, commandsOf(rest[0]));
    return await carryOut(asked, globals, terminal);
  } catch (error) {
    return complain(problemOf(error), wantsJson(words), terminal);
  }
}

async function carryOut(asked: Asked, globals: Globals, terminal: Terminal): Promise<number> {
  const paper = paperFor(terminal);
  if (asked.kind === 'version') return print(terminal, programVersion());
  if (asked.kind === 'man') {
    const { manPage } = await import('./man.ts');
    return print(
      terminal,
      manPage(commands(), programVersion(), new Date().toISOString().slice(0, 10)).trimEnd(),
    );
  }
  if (asked.kind === 'help') {
    const { helpText } = await import('./help.ts');
    return print(terminal, helpText(asked.words, commands(), paper));
  }
  const home = dataFolder(globals.home, terminal.env);
  const input = withPathsFrom(asked.command, asked.input, terminal.cwd);
  if (asked.command.operation === null) {
    const { runOwn } = await import('./own.ts');
    return runOwn(asked.command.words.join(' '), { home, input, json: globals.json, terminal });
  }
  const question = {
    home,
    operation: asked.command.operation,
    input: await withSecret(asked.command, input, terminal),
  };
  if (asked.command.isDocument === true) {
    const { printDocument } = await import('./document.ts');
    return printDocument(question, { json: globals.json, terminal, paper });
  }
  const isDoctor = question.operation.join('.') === 'upkeep.doctor';
  const answer = isDoctor
    ? await askDoctor(question)
    : await ask(question, globals.json ? undefined : () => void views());
  if (answer.notice !== null) {
    terminal.err(`${globals.json ? JSON.stringify({ notice: answer.notice }) : answer.notice}\n`);
  }
  print(
    terminal,
    globals.json
      ? JSON.stringify(answer.output, null, terminal.columns === null ? 0 : 2)
      : await textOf(question.operation, answer.output, paper),
  );
  return exitCodeOf(question.operation, answer.output);
}

/** `stint doctor` has to answer most of all when nothing can be opened. */
async function askDoctor(question: Parameters<typeof ask>[0]): ReturnType<typeof ask> {
  try {
    return await ask(question);
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === 'usage') throw problem;
    const { diagnose } = await import('./diagnose.ts');
    return { output: diagnose(question.home, problem), notice: null };
  }
}

/** How answers are told: some milliseconds to load, which pass while a running host works on its answer. */
const views = () => import('./views/catalogue.ts');

async function textOf(operation: readonly string[], output: unknown, paper: Paper): Promise<string> {
  const { viewOf } = await views();
  return viewOf(operation, output, paper);
}

function print(terminal: Terminal, text: string): number {
  terminal.out(`${text}\n`);
  return 0;
}

/** Tells a problem on stderr: as JSON for scripts, else what happened and what to do. */
function complain(problem: Problem, json: boolean, terminal: Terminal): number {
  if (json) terminal.err(`${JSON.stringify({ error: jsonOf(problem) })}\n`);
  else {
    const paper = paperOf({ colour: terminal.errIsTerminal && wantsColour(terminal.env), width: Infinity });
    terminal.err(
      `${paper.paint('bad', 'stint:')} ${paper.paint('plain', problem.message)}\n${paper.paint('dim', problem.remedy)}\n`,
    );
  }
  return EXIT_CODES[problem.code];
}

function paperFor(terminal: Terminal): Paper {
  return paperOf({
    colour: terminal.columns !== null && wantsColour(terminal.env),
    width: terminal.columns ?? Infinity,
  });
}

/** https://no-color.org: any value but the empty one means no. */
const wantsColour = (env: NodeJS.ProcessEnv): boolean =>
  (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';

/** Also when the words could not be read. */
const wantsJson = (words: readonly string[]): boolean =>
  words.slice(0, words.includes('--') ? words.indexOf('--') : undefined).includes('--json');

/** A running host stands in another folder, so paths are read from here. */
function withPathsFrom(
  command: Command,
  input: Readonly<Record<string, unknown>>,
  cwd: string,
): Record<string, unknown> {
  const out = { ...input };
  for (const name of command.paths) {
    const value = out[name];
    if (typeof value !== 'string' || value === '') continue;
    const below = value === '~' || /^~[\\/]/.test(value) ? join(homedir(), value.slice(1)) : value;
    // What names no file here may still be the name or id of something.
    if (isAbsolute(below) || /^\.|[\\/]/.test(below) || existsSync(resolve(cwd, below)))
      out[name] = resolve(cwd, below);
  }
  return out;
}

/** The secret of a command: from the environment, else from the input; left out when there is none. */
async function withSecret(
  { secret }: Command,
  input: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<Readonly<Record<string, unknown>>> {
  if (secret === null) return input;
  const variable = secret.environment?.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(input[name]).toUpperCase(),
  );
  const given = (variable === undefined ? undefined : terminal.env[variable]?.trim()) || null;
  const value = given ?? (await terminal.askSecret(secret.prompt));
  return value === null ? input : { ...input, [secret.field]: value };
}
