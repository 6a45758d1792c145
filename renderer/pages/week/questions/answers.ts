import { useTranslation } from 'react-i18next';
import type { QuestionShape } from '#shared/contract/question-operations.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../../client/connect.ts';
import { useFormats } from '../../../hooks/formats.ts';
import { go } from '../../../hooks/route.ts';

/** What an answer did, in words, and the way back; null: there is none. */
export interface Answered {
  readonly words: string;
  readonly takeBack: (() => Promise<unknown>) | null;
}

/** What the person filled in besides the answer itself. */
export interface Extras {
  /** A meeting: all of its series, from now on. */
  readonly always: boolean;
  /** A gap: what it went into. */
  readonly words: string;
}

/** One answer among those offered. */
export interface Answer {
  readonly id: string;
  readonly label: string;
  /** Why it is offered, or what it means. */
  readonly hint: string;
  readonly ticket: string | null;
  /** Null: it leads elsewhere, and the question stays. */
  readonly give: ((extras: Extras) => Promise<Answered>) | null;
  readonly lead?: () => void;
}

/** A question that a ticket answers. */
export const wantsTicket = ({ kind }: Pick<QuestionShape, 'kind'>): boolean =>
  kind === 'meeting' || kind === 'entry' || kind === 'gap';

/** Whether the others of the series, or of the title, can be meant too. */
export const canAlways = ({ kind, meeting, title }: QuestionShape): boolean =>
  kind === 'meeting' && ((meeting?.series ?? null) !== null || title !== '');

const stepBack = () => client.entry.undo({});

/** What can be answered to a question, and what each answer does. All of it goes through operations that other pages use. */
export function useAnswers(week: string) {
  const { t } = useTranslation();
  const formats = useFormats();

  const onTicket = async (
    question: QuestionShape,
    ticket: string,
    title: string,
    extras: Extras,
  ): Promise<Answered> => {
    const [first] = question.entries;
    const what = question.title === '' ? formatShort(question.minutes) : `“${question.title}”`;
    if (question.kind === 'gap') {
      await client.entry.add({
        date: question.dates[0]!,
        ticket,
        startedAt: question.startedAt!,
        endedAt: question.endedAt!,
        description: extras.words.trim() || title || t('questions.workOn', { ticket }),
      });
      return {
        words: t('questions.answered.gap', { time: formatShort(question.minutes), ticket }),
        takeBack: stepBack,
      };
    }
    if (extras.always && canAlways(question) && first) {
      await client.calendar.series({ entry: first.id, ticket });
      return {
        words: t('questions.answered.series', { what, ticket }),
        takeBack: () => client.calendar.series({ entry: first.id, ticket: '' }),
      };
    }
    for (const entry of question.entries) await client.entry.edit({ id: entry.id, ticket });
    return {
      words: t('questions.answered.ticket', { what, ticket }),
      takeBack: async () => {
        for (let step = 0; step < question.entries.length; step += 1) await stepBack();
      },
    };
  };

  const settle = (question: QuestionShape, verdict: 'break' | 'ignored') => async (): Promise<Answered> => {
    await client.gap.dismiss({ startedAt: question.startedAt!, endedAt: question.endedAt!, verdict });
    return {
      words: t('questions.answered.settled', { time: formatShort(question.minutes) }),
      takeBack: stepBack,
    };
  };

  const attend = (question: QuestionShape, attended: boolean) => async (): Promise<Answered> => {
    const entry = question.entries[0]!.id;
    const meeting = question.meeting?.id ?? entry;
    await client.calendar.attend({ entry, attended });
    return {
      words: t('questions.answered.attend'),
      // The entry goes with a meeting one was not in: back leads only its own id. That somebody was there changes nothing that could be taken back.
      takeBack: attended ? null : () => client.calendar.attend({ entry: meeting, attended: true }),
    };
  };

  const shorten =
    (entry: QuestionShape['entries'][number], minutes: number) => async (): Promise<Answered> => {
      if (entry.minutes <= minutes) await client.entry.delete({ id: entry.id });
      else await client.entry.edit({ id: entry.id, minutes: entry.minutes - minutes });
      return { words: t('questions.answered.overlap'), takeBack: stepBack };
    };

  const confirm = (date: string) => async (): Promise<Answered> => {
    await client.day.confirm({ date });
    return { words: t('questions.answered.day', { day: formats.longDay(date) }), takeBack: stepBack };
  };

  const plain = (id: string, label: string, give: Answer['give'], hint = ''): Answer => ({
    id,
    label,
    hint,
    ticket: null,
    give,
  });

  const answersTo = (question: QuestionShape): Answer[] => {
    const tickets = question.suggestions.map(({ ticket, title, because }): Answer => ({
      id: ticket,
      label: title,
      hint: t(`questions.because.${because}`),
      ticket,
      give: (extras) => onTicket(question, ticket, title, extras),
    }));
    const date = question.dates[0]!;
    switch (question.kind) {
      case 'meeting':
      case 'entry':
        return tickets;
      case 'gap':
        return [
          ...tickets,
          plain('break', t('questions.isBreak'), settle(question, 'break')),
          plain('ignored', t('questions.ignore'), settle(question, 'ignored')),
        ];
      case 'overlap':
        return [
          plain('both', t('questions.keepBoth'), settle(question, 'ignored')),
          ...question.entries.map((entry) =>
            plain(
              entry.id,
              t('questions.shorten', { what: entry.description || (entry.ticket ?? '') }),
              shorten(entry, question.minutes),
            ),
          ),
        ];
      case 'attend':
        return [
          plain('there', t('questions.wasThere'), attend(question, true)),
          plain('away', t('questions.wasNotThere'), attend(question, false)),
        ];
      case 'remote':
        return [
          {
            ...plain('sheet', t('questions.remoteDo'), null),
            lead: () => go(`/week/${week}?book=1`),
          },
        ];
      case 'day':
        return [
          plain('confirm', t('questions.dayConfirm'), confirm(date)),
          { ...plain('open', t('questions.dayOpen'), null), lead: () => go(`/today/${date}`) },
        ];
    }
  };
  return { answersTo, onTicket };
}
