import type { TFunction } from 'i18next';
import type { QuestionShape } from '#shared/contract/question-operations.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { Formats } from '../../../hooks/formats.ts';

/** What is asked, in one line. */
export function titleOf(question: QuestionShape, t: TFunction, formats: Formats): string {
  const { kind, title, minutes, entries, away, dates } = question;
  const time = formatShort(minutes);
  switch (kind) {
    case 'meeting':
      return title === '' ? t('questions.meetingBusy') : t('questions.meeting', { title });
    case 'entry':
      return t('questions.entry', { time });
    case 'gap':
      return t(away ? 'questions.gapAway' : 'questions.gap', { time });
    case 'overlap':
      return t('questions.overlap', { time });
    case 'attend':
      return title === '' ? t('questions.attendBusy') : t('questions.attend', { title });
    case 'remote':
      return t('questions.remote', { count: entries.length });
    case 'day':
      return t('questions.day', { day: formats.longDay(dates[0]!) });
  }
}

/** When it was: the day and the clock; of several days their names. */
export function whenOf(
  { dates, startedAt, endedAt, kind }: QuestionShape,
  formats: Formats,
  zone: string,
): string {
  if (kind === 'day') return '';
  if (dates.length !== 1) return dates.map((date) => formats.weekday(date)).join(', ');
  const day = formats.shortDay(dates[0]!);
  return startedAt === null || endedAt === null
    ? day
    : `${day}, ${formats.clockRange(startedAt, endedAt, zone)}`;
}
