// Finds the sentences for people in the source (decision 0013): every said`…` with its placeholders, and refusals that nobody marked.
import { readFile } from 'node:fs/promises';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { PROJECT } from '../folders.ts';

export interface Sentence {
  /** The template with `{0}`, `{1}` … where values stand: the key of every catalogue. */
  readonly key: string;
  /** `shared/entries/edit.ts:37`, the first place that says it. */
  readonly where: string;
  /** Placeholders whose value is said`…` in the very place. */
  readonly nested: readonly number[];
}

export interface Found {
  readonly sentences: ReadonlyMap<string, Sentence>;
  /** Refusals with words that no catalogue can know, `file:line words`. */
  readonly unmarked: readonly string[];
}

/** Stand-ins and samples speak to tests; the command line and agents are spoken to in English (decisions 0013, 0022). */
const APART =
  /\.test\.ts$|\.fixture\.ts$|-suite\.ts$|\/(?:memory|sample|scripted|simulated)-[^/]*$|^electron\/doors\/(?:cli|mcp)\//;
/** What these are made with is told to people: message, and for a Problem what to do. */
const REFUSALS = /^(?:Problem|ProviderFailure|GoogleFailure|HttpFailure)$/;

/** Reads shared/ and electron/ and collects. */
export async function collectSentences(): Promise<Found> {
  const files: string[] = [];
  for await (const file of glob('{shared,electron}/**/*.ts', { cwd: PROJECT })) {
    const path = file.replaceAll('\\', '/');
    if (!APART.test(path)) files.push(path);
  }
  const found = await Promise.all(
    files.sort().map(async (path) => sentencesIn(path, await readFile(join(PROJECT, path), 'utf8'))),
  );
  const sentences = new Map<string, Sentence>();
  for (const one of found.flatMap(({ sentences: some }) => some)) {
    const before = sentences.get(one.key);
    sentences.set(
      one.key,
      before ? { ...before, nested: [...new Set([...before.nested, ...one.nested])] } : one,
    );
  }
  return { sentences, unmarked: found.flatMap(({ unmarked }) => unmarked) };
}

/** The sentences of one file. */
export function sentencesIn(path: string, text: string): { sentences: Sentence[]; unmarked: string[] } {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const place = (node: ts.Node): string =>
    `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const sentences: Sentence[] = [];
  const unmarked: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isSaid(node)) sentences.push({ ...keyOf(node.template), where: place(node) });
    if (ts.isNewExpression(node) && REFUSALS.test(node.expression.getText()))
      for (const words of (node.arguments ?? []).slice(1, 3).flatMap(unmarkedIn))
        unmarked.push(`${place(words)} ${words.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { sentences, unmarked };
}

const isSaid = (node: ts.Node): node is ts.TaggedTemplateExpression =>
  ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'said';

function keyOf(template: ts.TemplateLiteral): Pick<Sentence, 'key' | 'nested'> {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return { key: template.text, nested: [] };
  const spans = template.templateSpans;
  return {
    key: template.head.text + spans.map(({ literal }, index) => `{${index}}${literal.text}`).join(''),
    nested: spans.flatMap(({ expression }, index) =>
      valuesOf(expression).some((value) => isSaid(value) || isJoined(value)) ? [index] : [],
    ),
  };
}

const isJoined = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'joined';

/** What an expression can come to: both branches, both sides of `??` and `+`. */
function valuesOf(node: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(node)) return valuesOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...valuesOf(node.whenTrue), ...valuesOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...valuesOf(node.left), ...valuesOf(node.right)];
  return [node];
}

/** Literals with words in them where a sentence is wanted. An object is what a failure knows besides its words. */
const unmarkedIn = (argument: ts.Expression): ts.Expression[] =>
  valuesOf(argument).filter((value) => {
    if (ts.isStringLiteralLike(value)) return /\p{L}{2}/u.test(value.text);
    if (!ts.isTemplateExpression(value)) return false;
    return [value.head, ...value.templateSpans.map(({ literal }) => literal)].some(({ text }) =>
      /\p{L}{2}/u.test(text),
    );
  });
