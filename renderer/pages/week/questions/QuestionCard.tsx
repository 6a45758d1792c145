import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionShape } from '#shared/contract/question-operations.ts';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { FieldProblem } from '../../../components/FieldProblem.tsx';
import { SourceMark } from '../../../components/SourceMark.tsx';
import { TicketPicker } from '../../../components/TicketPicker.tsx';
import { useFormats } from '../../../hooks/formats.ts';
import type { Answer, Answered, Extras } from './answers.ts';
import { canAlways, wantsTicket } from './answers.ts';
import { titleOf, whenOf } from './question-words.ts';

interface Props {
  readonly question: QuestionShape;
  readonly day: WeekShape['days'][number] | undefined;
  readonly zone: string;
  readonly answers: readonly Answer[];
  /** What the last try to answer ran into. */
  readonly problem: unknown;
  readonly onTicket: (ticket: string, title: string, extras: Extras) => Promise<Answered>;
  readonly give: (how: () => Promise<Answered>) => void;
  readonly onLater: () => void;
  readonly onTakeBack: () => void;
}

/** One question. A number gives an answer, T finds a ticket, S puts it off, U takes the last answer back. */
export function QuestionCard(props: Props) {
  const { question, answers, give, onLater, onTakeBack } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const [always, setAlways] = useState(canAlways(question));
  const [words, setWords] = useState('');
  const [searches, setSearches] = useState(0);
  const extras = { always, words };
  const choose = (answer: Answer) => {
    const how = answer.give;
    if (how === null) answer.lead?.();
    else give(() => how(extras));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (isTyping) return;
    const key = event.key.toLowerCase();
    const numbered = /^[1-9]$/.test(key) ? answers[Number(key) - 1] : undefined;
    if (numbered) choose(numbered);
    else if (key === 't' && wantsTicket(question)) setSearches(searches + 1);
    else if (key === 's') onLater();
    else if (key === 'u') onTakeBack();
    else if (key === 'arrowdown' || key === 'arrowup')
      step(event.currentTarget, key === 'arrowdown' ? 1 : -1);
    // Sideways, and numbers that no answer has: nothing, and no other week or page.
    else if (!/^([1-9]|arrowleft|arrowright)$/.test(key)) return;
    event.preventDefault();
  };
  const title = titleOf(question, t, formats);
  const titleId = `question-${question.dates[0]}`;
  return (
    <div
      className="question-card surface"
      role="group"
      aria-labelledby={titleId}
      tabIndex={-1}
      data-question={question.kind}
      data-own-arrows
      onKeyDown={onKeyDown}
    >
      <p className="question-when num">{whenOf(question, formats, props.zone)}</p>
      <h3 id={titleId}>{title}</h3>
      <About {...props} />
      {question.kind === 'gap' && (
        <TextInput
          size="sm"
          className="question-words"
          label={t('questions.gapWords')}
          placeholder={t('questions.gapWordsHint')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          maxLength={2000}
        />
      )}
      <ol className="question-answers">
        {answers.map((answer, at) => (
          <li key={answer.id}>
            <button type="button" className="question-answer" onClick={() => choose(answer)}>
              <kbd aria-hidden>{at + 1}</kbd>
              <span className="question-answer-words">
                {answer.ticket !== null && <b>{answer.ticket}</b>}
                <span>{answer.label}</span>
              </span>
              {answer.hint !== '' && <small>{answer.hint}</small>}
            </button>
          </li>
        ))}
      </ol>
      {canAlways(question) && (
        <Checkbox
          size="xs"
          className="question-always"
          checked={always}
          onChange={(event) => setAlways(event.currentTarget.checked)}
          label={t(
            (question.meeting?.series ?? null) === null ? 'questions.alwaysTitle' : 'questions.always',
          )}
        />
      )}
      <FieldProblem error={props.problem} />
      <div className="question-foot">
        {wantsTicket(question) && (
          <span className="question-other">
            <kbd aria-hidden>T</kbd>
            <TicketPicker
              value={null}
              form="cell"
              label={t('questions.other')}
              openSignal={searches}
              onChange={(ticket) => {
                if (ticket !== null) give(() => props.onTicket(ticket, '', extras));
              }}
            />
          </span>
        )}
        <button type="button" className="question-later" onClick={onLater}>
          <kbd aria-hidden>S</kbd>
          {t('questions.later')}
        </button>
      </div>
    </div>
  );
}

/** Moves among the answers; from the card itself to the first, or the last. */
function step(card: Element, by: 1 | -1): void {
  const all = [...card.querySelectorAll<HTMLElement>('.question-answer')];
  const at = all.findIndex((one) => one === document.activeElement);
  const next = at < 0 ? (by === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
  all[next]?.focus();
}

/** What is to be known to answer. */
function About({ question, day }: Pick<Props, 'question' | 'day'>) {
  const { t } = useTranslation();
  const time = formatShort(question.minutes);
  switch (question.kind) {
    case 'meeting':
      return (
        <p className="question-about">{t('questions.meetings', { count: question.entries.length, time })}</p>
      );
    case 'entry':
    case 'overlap':
    case 'remote':
      return (
        <ul className="question-entries">
          {question.entries.slice(0, 6).map((entry) => (
            <li key={entry.id}>
              <SourceMark source={entry.source} />
              <span>
                {entry.ticket !== null && <b>{entry.ticket} </b>}
                {entry.description || t('list.noDescription')}
              </span>
              <span className="num">{formatShort(entry.minutes)}</span>
            </li>
          ))}
          {question.kind === 'remote' && <li className="hint">{t('questions.remoteHint')}</li>}
        </ul>
      );
    case 'gap':
      return question.away ? <p className="question-about">{t('questions.gapAwayHint')}</p> : null;
    case 'attend':
      return <p className="question-about">{t('questions.attendHint')}</p>;
    case 'day':
      return (
        <p className="question-about">
          {day && day.target > 0
            ? t('questions.dayHint', { time, target: formatShort(day.target), count: day.entries })
            : t('questions.dayFree', { time })}
        </p>
      );
  }
}
