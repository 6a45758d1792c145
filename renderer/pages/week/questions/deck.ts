import type { QuestionShape } from '#shared/contract/question-operations.ts';

type Asked = Pick<QuestionShape, 'id' | 'kind' | 'dates'>;

/** What the person did with the questions while the page is open. */
export interface Sitting {
  /** Put off, by id. */
  readonly later: readonly string[];
  /** Answered; the host has not said yet that they are gone. */
  readonly answered: readonly string[];
}

export interface Deck<Q extends Asked> {
  /** Null: all are answered, or left for later. */
  readonly current: Q | null;
  /** Those still to be asked in this sitting, the current one first. */
  readonly left: readonly Q[];
  /** How many were put off. */
  readonly putOff: number;
}

/**
 * Which question is asked next. A day is asked about when nothing else of it is open: what was put off holds it back,
 * what was answered a moment ago does not.
 */
export function deckOf<Q extends Asked>(questions: readonly Q[], { later, answered }: Sitting): Deck<Q> {
  const open = questions.filter(({ id }) => !answered.includes(id));
  const isHeldBack = (question: Q, by: readonly Q[]): boolean =>
    question.kind === 'day' &&
    by.some(({ kind, dates }) => kind !== 'day' && kind !== 'remote' && dates.includes(question.dates[0]!));
  const putOff = open.filter(({ id }) => later.includes(id));
  const left = open.filter((one) => !later.includes(one.id) && !isHeldBack(one, putOff));
  return { current: left.find((one) => !isHeldBack(one, left)) ?? null, left, putOff: putOff.length };
}
