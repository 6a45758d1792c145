import type { ReportShape } from '#shared/contract/report-operations.ts';
import type { WishShape } from '#shared/contract/wish-operations.ts';
import { z } from 'zod';
import { reportText, textOf } from './text.ts';
import type { Ask, Tool, ToolAnswer } from './tool.ts';

const output = z.object({
  understood: z.boolean(),
  done: z.boolean().describe('False: it was not understood, or the person did not agree'),
  sentence: z.string().describe('What was done, in words; or why nothing was'),
  operation: z.string().nullable(),
  answer: z.unknown().describe('What the operation answered, as its own tool would'),
  suggestions: z.array(z.string()),
});

/** Plain words, understood by rules (shared/review/wishes). */
export const ASK_TOOL: Tool = {
  name: 'ask',
  title: 'Ask in plain words',
  description:
    'Understands a question or a wish about the timesheet in plain English or German, by fixed rules: “what did I work on since Monday”, “how much budget is left”, “I was in meetings all morning, no ticket”. Questions are answered at once; what changes something is done only after the person agreed through this client. What is not understood comes back with suggestions.',
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  input: z.strictObject({
    text: z.string().min(1).max(2000).describe('What is asked, as the person would say it'),
  }),
  output,
  async run(input, { ask, person }) {
    const text = String(input['text']);
    const wish = (await ask(['wish', 'understand'], { text })) as WishShape;
    const { sentence, operation, suggestions, understood } = wish;
    const base = { understood, sentence, operation, suggestions };
    if (operation === null || wish.input === null) {
      const say = suggestions.map((one) => `- ${one}`).join('\n');
      return {
        text: `${sentence}\nThis could be said:\n${say}`,
        data: { ...base, done: false, answer: null },
      };
    }
    if (wish.effect === 'write') {
      const elsewhere = `stint ask ${JSON.stringify(text)}`;
      // The agent is told in English; the person is asked in the language they spoke.
      const asked = await inTheirWords(wish);
      const agreed = await person.agrees({ question: `${asked}?`, yes: asked, elsewhere });
      if (!agreed)
        return {
          text: `The person did not agree to: ${sentence}. Nothing was changed.`,
          data: { ...base, done: false, answer: null },
        };
    }
    const told = await carriedOut(ask, operation.split('.'), wish.input);
    return { text: `${sentence}\n${told.text}`, data: { ...base, done: true, answer: told.data } };
  },
};

async function inTheirWords({ sentence, language }: WishShape): Promise<string> {
  if (language === 'en') return sentence;
  const { germanWords } = await import('../cli/german-words.ts');
  return (await germanWords())(sentence);
}

async function carriedOut(
  ask: Ask,
  operation: readonly string[],
  input: NonNullable<WishShape['input']>,
): Promise<Pick<ToolAnswer, 'text'> & { data: unknown }> {
  if (operation[0] === 'report') {
    const report = (await ask(operation, { ...input, format: 'md' })) as ReportShape;
    return { text: reportText(report), data: report.data };
  }
  const data = await ask(operation, input);
  return { text: await textOf(operation, data), data };
}
