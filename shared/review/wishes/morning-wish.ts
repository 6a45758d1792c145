import { formatInstant } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { atClock } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';
import type { FoundPeriod } from './wish-period.ts';
import type { WishWords } from './wish-words.ts';
import { list, says } from './wish-words.ts';
import type { Intent, WishContext } from './wish.ts';

/** The hours a part of the day stands for, when somebody says what it went into. */
const PARTS: readonly (readonly [phrases: readonly string[], from: number, to: number])[] = [
  [
    list(
      'all morning|whole morning|entire morning|this morning|yesterday morning|in the morning|ganzen morgen|heute morgen|gestern morgen|am morgen|ganzen vormittag|vormittag|vormittags|gesamten vormittag|heute vormittag|gestern vormittag|morning',
    ),
    9,
    12,
  ],
  [
    list(
      'all afternoon|whole afternoon|entire afternoon|this afternoon|yesterday afternoon|in the afternoon|ganzen nachmittag|nachmittag|nachmittags|gesamten nachmittag|heute nachmittag|gestern nachmittag|afternoon',
    ),
    13,
    17,
  ],
  [list('all day|whole day|entire day|full day|all day long|ganzen tag|gesamten tag|ganztägig'), 9, 17],
];

/** Words of such a sentence that are not about what was done. */
const AROUND = new Set(
  (
    'i im ive we was were had have been spent worked working did doing in at on the a an all whole entire full long this my day morning afternoon today yesterday ' +
    'no without any ticket tickets none unallocated and just only then also please log add book put with ' +
    'ich wir war waren hatte hatten habe haben hab verbracht gearbeitet gemacht in im am an auf den dem der die das ein eine ganzen gesamten ganztägig tag morgen vormittag vormittags ' +
    'nachmittag nachmittags heute gestern kein keine keinen ohne ticket und nur auch bitte buche trage ein mit'
  ).split(' '),
);

const TELLS = list(
  'i was|i had|i worked|i spent|i did|ive been|i have been|im in|we were|we had|was in|were in|in meetings|ich war|ich hatte|ich habe|ich hab|wir waren|wir hatten|war in|war im|war auf',
);
const NO_TICKET = list(
  'no ticket|no tickets|without a ticket|without ticket|unallocated|kein ticket|keine tickets|ohne ticket',
);

/**
 * `I was in meetings all morning, no ticket`: an entry with clock times, so that what was recorded meanwhile is not
 * counted twice; without a ticket, so that it waits to be reconciled (document 4, "LLM Commands").
 * @param ticket what the sentence names; null: none.
 */
export function morningWish(
  words: WishWords,
  found: FoundPeriod | null,
  ticket: { readonly id: string; readonly at: number } | null,
  context: WishContext,
): Intent | null {
  const part = PARTS.find(([phrases]) => says(words, phrases));
  if (part === undefined || !(says(words, TELLS) || says(words, NO_TICKET))) return null;
  if (found !== null && found.period.kind !== 'day') return null;
  const date =
    found === null || found.period.kind !== 'day'
      ? context.today
      : dayMeant(words, found.period.day, context.today);
  if (date > context.today) return null;
  const [, from, to] = part;
  const start = atClock(date, from, 0, context.zone);
  const end = atClock(date, to, 0, context.zone);
  // Of today only what has passed.
  const until =
    date === context.today && context.now > start && context.now < end
      ? context.now - (context.now % FIVE_MINUTES)
      : end;
  if (until <= start) return null;
  const description = whatWasDone(words, found, ticket?.at ?? -1);
  const [startedAt, endedAt] = [formatInstant(start), formatInstant(until as typeof end)];
  const hours = `${clock(from)}–${clock(to)}`;
  return {
    kind: 'understood',
    operation: ['entry', 'add'],
    input: { date, startedAt, endedAt, description, ...(ticket === null ? {} : { ticket: ticket.id }) },
    effect: 'write',
    sentence:
      ticket === null
        ? said`Add “${description}” on ${date}, ${hours}, without a ticket`
        : said`Add “${description}” on ${ticket.id}, ${date}, ${hours}`,
  };
}

const FIVE_MINUTES = 5 * 60_000;
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** `heute Morgen` and `Morgen` in `den ganzen Morgen` are no tomorrow. */
function dayMeant(words: WishWords, day: LocalDay, today: LocalDay): LocalDay {
  return day > today && says(words, ['morgen']) ? today : day;
}

/** What is left: `Meetings`. In German nouns keep their capital by themselves. */
function whatWasDone(words: WishWords, found: FoundPeriod | null, ticketAt: number): string {
  const left = words.typed.filter((_, at) => {
    const isDay = found !== null && at >= found.at && at < found.at + found.length;
    return at !== ticketAt && !isDay && !AROUND.has(words.bare[at] ?? '');
  });
  const text = left.join(' ').replace(/^[\s,;:.–—-]+|[\s,;:.!?…–—-]+$/g, '');
  if (!/[\p{L}\p{N}]/u.test(text)) return 'Work';
  return text.charAt(0).toUpperCase() + text.slice(1);
}
