import { z } from 'zod';
import { plusMs } from '../../values/instant.ts';
import type { Instant } from '../../values/instant.ts';
import type { ApiAnswer } from '../api.ts';
import type { Reading } from '../provider.ts';

/** Servers that are out of time for an organisation recover by the half hour, not by the second. */
const OUT_OF_TIME_MS = 5 * 60_000;
const WORDS_LIMIT = 300;

const text = z.string().trim().min(1).optional().catch(undefined);
const errors = z.object({
  errors: z
    .array(
      z.object({
        title: text,
        detail: text,
        code: text,
        source: z.object({ pointer: text, parameter: text }).optional().catch(undefined),
      }),
    )
    .min(1),
});

/**
 * What Productive says when it does not do what it was asked: the words of its `errors`, each with the attribute it is
 * about. Their `status` is decoration (a string, a number, or a word), so only that of the answer counts.
 */
export function readRefusal(answer: ApiAnswer, now: Instant): Reading | null {
  if (answer.status < 400) return null;
  const read = errors.safeParse(answer.json);
  const all = read.success ? read.data.errors : [];
  const told = all.map((one) => {
    const words = one.detail ?? one.title ?? one.code ?? '';
    const about = aboutOf(one.source?.pointer ?? one.source?.parameter);
    return about !== '' && !words.toLowerCase().includes(about.toLowerCase()) ? `${words} (${about})` : words;
  });
  const words = clip([...new Set(told)].filter((one) => one !== '').join('; '));
  return {
    ...(words === '' ? {} : { words }),
    ...(answer.status === 429 ? rest(answer, all, now) : {}),
  };
}

/** How long to leave it alone when it says only that its time for the organisation is used up. */
function rest(answer: ApiAnswer, all: readonly { title?: string | undefined }[], now: Instant): Reading {
  const outOfTime = all.some((one) => /server time/i.test(one.title ?? ''));
  const told = answer.headers['x-ratelimit-reset'] ?? answer.headers['retry-after'];
  return outOfTime && told === undefined ? { hold: { main: plusMs(now, OUT_OF_TIME_MS) } } : {};
}

/** `data/attributes/service` and `/data/attributes/service`: the last part is the name. */
const aboutOf = (pointer: string | undefined): string =>
  (pointer ?? '').replace(/^\/?data\/?(attributes|relationships)?\/?/, '').replaceAll('/', ' ');

function clip(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line.length > WORDS_LIMIT ? `${line.slice(0, WORDS_LIMIT)}…` : line;
}
