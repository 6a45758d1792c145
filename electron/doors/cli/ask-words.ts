import type { WishShape } from '#shared/contract/wish-operations.ts';
import type { ReportShape } from '#shared/contract/report-operations.ts';
import { Problem } from '#shared/values/problem.ts';
import type { Translate } from '#shared/values/translate.ts';
import { problemOf } from '../problem-of.ts';
import { ask } from './ask.ts';
import type { OwnCall } from './own-call.ts';
import type { Paper } from './paper.ts';
import { paperOf } from './paper.ts';
import type { Terminal } from './terminal.ts';
import { exitCodeOf } from './verdict.ts';

/**
 * `stint ask "…"`: understands plain words and does what they ask for. What changes something is asked about first, or
 * agreed to beforehand with `--yes`. Who asked in German is answered in German; programs read English.
 * @returns the exit code.
 * @throws Problem `usage` where it was not understood, or there is nobody to ask.
 */
export async function askWords(call: OwnCall): Promise<number> {
  const { home, input, json } = call;
  const text = String(input['text']);
  const wish = (await ask({ home, operation: ['wish', 'understand'], input: { text } })).output as WishShape;
  if (json || wish.language === 'en') return carryOut(call, wish, null);
  const german = await (await import('./german-words.ts')).germanWords();
  try {
    return await carryOut(call, { ...wish, sentence: german(wish.sentence) }, german);
  } catch (error) {
    const { code, message, remedy } = problemOf(error);
    throw new Problem(code, german(message), german(remedy), error);
  }
}

async function carryOut(
  { home, input, json, terminal }: OwnCall,
  wish: WishShape,
  german: Translate | null,
): Promise<number> {
  if (wish.operation === null || wish.input === null) throw notUnderstood(wish);
  const operation = wish.operation.split('.');
  const paper = paperFor(terminal, german);
  if (
    wish.effect === 'write' &&
    input['yes'] !== true &&
    !(await agrees(wish, json, terminal, german === null ? 'y' : 'j'))
  ) {
    tell(terminal, json ? { ...told(wish), done: false } : paper.say('Nothing was changed.'));
    return 0;
  }
  if (!json && terminal.columns !== null) terminal.out(`${paper.paint('dim', wish.sentence)}\n`);
  if (operation[0] === 'report' && !json) {
    const { printDocument } = await import('./document.ts');
    return printDocument({ home, operation, input: wish.input }, { json, terminal, paper });
  }
  const { output, notice } = await ask({ home, operation, input: wish.input });
  if (notice !== null) terminal.err(`${json ? JSON.stringify({ notice }) : notice}\n`);
  if (json) {
    const answer = operation[0] === 'report' ? (output as ReportShape).data : output;
    tell(terminal, { ...told(wish), done: true, answer });
  } else {
    const { viewOf } = await import('./views/catalogue.ts');
    tell(terminal, viewOf(operation, output, paper));
  }
  return exitCodeOf(operation, output);
}

const told = ({ sentence, operation, input }: WishShape) => ({ sentence, operation, input });

function tell(terminal: Terminal, what: string | object): void {
  terminal.out(
    `${typeof what === 'string' ? what : JSON.stringify(what, null, terminal.columns === null ? 0 : 2)}\n`,
  );
}

/** With `--json` nobody is asked: a program reads the answer. @throws Problem `usage` where nobody can be asked. */
async function agrees(
  { sentence }: WishShape,
  json: boolean,
  terminal: Terminal,
  yes: 'y' | 'j',
): Promise<boolean> {
  const answer = json ? null : await terminal.confirm(`${sentence}?`, yes);
  if (answer !== null) return answer;
  throw new Problem(
    'usage',
    `This would change something: ${sentence}. There is nobody to ask, so nothing was changed.`,
    'Say --yes to have it done without being asked.',
  );
}

const notUnderstood = ({ sentence, suggestions }: WishShape): Problem =>
  new Problem('usage', sentence, `You could say: ${suggestions.map((one) => `"${one}"`).join(', ')}.`);

const paperFor = (terminal: Terminal, german: Translate | null): Paper =>
  paperOf({
    german,
    colour:
      terminal.columns !== null && (terminal.env['NO_COLOR'] ?? '') === '' && terminal.env['TERM'] !== 'dumb',
    width: terminal.columns ?? Infinity,
  });
