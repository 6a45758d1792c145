import { parseTicketId, prefixOf } from '../../values/ticket-id.ts';
import { said } from '../../values/said.ts';
import { morningWish } from './morning-wish.ts';
import type { Heard } from './read-rules.ts';
import { READ_RULES } from './read-rules.ts';
import { suggestionsFor } from './suggest-wishes.ts';
import type { FoundPeriod } from './wish-period.ts';
import { findPeriod } from './wish-period.ts';
import type { WishWords } from './wish-words.ts';
import { isNegated, isQuestion, says, wishWordsOf } from './wish-words.ts';
import type { Wish, WishContext } from './wish.ts';
import { WRITE_RULES } from './write-rules.ts';

/**
 * Understands what a person asks for in plain words, English or German (document 4, "LLM Commands"): one operation and
 * its input, or "not understood" with what could be said instead. By rules, without a model: the same words always mean
 * the same. What changes something must be said without a word that does not belong; questions never change anything.
 * Never throws; takes time in proportion to the text.
 */
export function readWish(text: string, context: WishContext): Wish {
  const words = wishWordsOf(text);
  const unknown = (sentence: string): Wish => ({
    kind: 'unknown',
    sentence,
    suggestions: suggestionsFor(words),
  });
  if (words.bare.length === 0) return unknown(said`Say what you want to know or do.`);
  if (
    says(words, [
      'help',
      'hilfe',
      'what can i say',
      'what can i ask',
      'was kann ich sagen',
      'was kann ich fragen',
    ])
  )
    return unknown(said`These are some of the things you can say.`);
  const found = findPeriod(words, context.today);
  const heard: Heard = { words, found, ticket: findTicket(words, found, context.prefixes), context };
  const telling = morningWish(words, found, heard.ticket, context);
  if (telling !== null && !isQuestion(words)) return telling;
  if (!isQuestion(words)) {
    for (const rule of WRITE_RULES) {
      const read = rule(heard);
      if (read === null) continue;
      if (read.kind === 'unknown') return unknown(read.sentence);
      // `don't submit`, `noch nicht einreichen`: in the words of an entry it may stand for anything.
      if (isNegated(words) && read.operation[1] !== 'log')
        return unknown(said`That sounds like something not to do. Nothing was done.`);
      return read;
    }
  }
  for (const rule of READ_RULES) {
    const read = rule(heard);
    if (read !== null) return read;
  }
  return unknown(said`This was not understood.`);
}

/**
 * The first ticket that is named, in any case; one of a known prefix before others, for who asks about a ticket by name
 * means it. Not `KW-7` or `Q1-2026`, nor what the day is named by.
 */
function findTicket(
  words: WishWords,
  found: FoundPeriod | null,
  prefixes: readonly string[],
): Heard['ticket'] {
  let first: Heard['ticket'] = null;
  for (const [at, word] of words.bare.entries()) {
    if (found !== null && at >= found.at && at < found.at + found.length) continue;
    const id = word.length > 64 ? null : parseTicketId(word.replace(/s$/, '').toUpperCase());
    if (id === null || NO_TICKET.has(prefixOf(id))) continue;
    if (prefixes.length === 0 || prefixes.includes(prefixOf(id))) return { id, at };
    first ??= { id, at };
  }
  return first;
}

const NO_TICKET = new Set(['KW', 'Q1', 'Q2', 'Q3', 'Q4', 'SPRINT', 'COVID', 'UTF', 'ISO', 'SHA']);
