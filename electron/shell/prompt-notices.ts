import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import { promptWords, promptsTogether } from '#shared/contract/prompt-words.ts';
import type { Notice } from './notifications.ts';
import type { Language } from './tray-words.ts';

/** So many are named in one notification; the window has them all. */
const NAMED = 3;

/**
 * What waits, as one notification; null: nothing does. Its click leads to the thing itself: the day, the week, the card;
 * of several to the cards.
 */
export function promptNotice(prompts: readonly PromptShape[], language: Language): Notice | null {
  const [first] = prompts;
  if (first === undefined) return null;
  if (prompts.length === 1) {
    const { title, text } = promptWords(first, language);
    return { title, body: text, to: first.to };
  }
  const titles = prompts.slice(0, NAMED).map((prompt) => promptWords(prompt, language).title);
  return {
    title: promptsTogether(prompts.length, language),
    body: [...titles, ...(prompts.length > NAMED ? ['…'] : [])].join('\n'),
    to: '/today?prompt=all',
  };
}
