import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../words/use-words.ts';
import type { PreviewShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { addDays } from '#shared/values/local-day.ts';
import { client } from '../client/connect.ts';
import { previewQuery } from '../client/queries.ts';
import { useChange } from './change.ts';
import { useFormats } from './formats.ts';
import { useHostWords } from './host-words.ts';
import { sayWithUndo } from './say-with-undo.tsx';
import { useToday } from './today.ts';
import { useUndo } from './undo.ts';

/** What quick add would write, as a sentence: `2h → TINT-191, yesterday, manual: HR training`. */
export function usePreviewSentence(): (preview: PreviewShape) => string {
  const { t } = useWords();
  const formats = useFormats();
  const today = useToday();
  const hostWords = useHostWords();
  const dayWords = (day: string): string => {
    if (day === today) return t('quick.today');
    if (day === addDays(today, -1)) return t('quick.yesterday');
    if (day === addDays(today, 1)) return t('quick.tomorrow');
    return day.slice(0, 4) === today.slice(0, 4) ? formats.shortDay(day) : formats.longDay(day);
  };
  return (preview) => {
    if (!preview.understood || preview.minutes === null || preview.date === null)
      return hostWords(preview.sentence);
    const clock = clockOf(preview);
    return t('quick.sentence', {
      time: clock === null ? formatShort(preview.minutes) : `${formatShort(preview.minutes)} (${clock})`,
      ticket: preview.ticket ?? t('quick.noTicket'),
      day: dayWords(preview.date),
      what: preview.description,
    });
  };
}

/** The clock times stand in the host's sentence, in the zone the host counts in. */
const clockOf = (preview: PreviewShape): string | null =>
  preview.startedAt === null ? null : (/\d\d:\d\d–\d\d:\d\d/.exec(preview.sentence)?.[0] ?? null);

interface Wish {
  readonly words: string;
  /** The day that is in front of the person; words of their own come first. */
  readonly date: string;
}

/** Writes plain words as an entry, and says what was written, with the way back. Refusals are the caller's to show. */
export function useLogWords(done: (wish: Wish) => void) {
  const { t } = useWords();
  const queries = useQueryClient();
  const sentence = usePreviewSentence();
  const { undo } = useUndo();
  return useChange(
    async (wish: Wish) => {
      const preview = await queries.fetchQuery(previewQuery(wish.words, wish.date));
      await client.entry.log({ text: wish.words, date: wish.date });
      return { wish, preview };
    },
    {
      announce: false,
      done: ({ wish, preview }) => {
        done(wish);
        sayWithUndo(
          queries,
          { message: t('quick.written', { what: sentence(preview) }), undo: t('day.undo') },
          undo,
        );
      },
    },
  );
}
