import { Button, Skeleton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenQuestions, QuestionShape } from '#shared/contract/question-operations.ts';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { aboutMinutes, secondsFor } from '#shared/review/questions.ts';
import { ProblemNote } from '../../../components/ProblemNote.tsx';
import { sayProblem } from '../../../hooks/change.ts';
import { useDelayed } from '../../../hooks/delayed.ts';
import { useFormats } from '../../../hooks/formats.ts';
import { useSettingValue } from '../../../hooks/preferences.ts';
import { useKeyOf, useShortcuts } from '../../../hooks/shortcuts.ts';
import type { Answered } from './answers.ts';
import { useAnswers } from './answers.ts';
import type { Sitting } from './deck.ts';
import { deckOf } from './deck.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { titleOf } from './question-words.ts';

interface Props {
  readonly week: WeekShape;
  /** Null while it is asked for. */
  readonly answer: OpenQuestions | null;
  readonly error: unknown;
  readonly retry: () => void;
}

const NOTHING: readonly QuestionShape[] = [];
const TOPICS = ['week', 'day', 'status', 'tickets', 'settings'];

/** What is still open in the week, one card after the other. The next one comes by itself, and the focus with it. */
export function QuestionsPanel({ week, answer, error, retry }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const queries = useQueryClient();
  const { answersTo, onTicket } = useAnswers(week.week);
  const panel = useRef<HTMLElement>(null);
  const [sitting, setSitting] = useState<Sitting>({ later: [], answered: [] });
  const [problem, setProblem] = useState<{ id: string; error: unknown } | null>(null);
  const [done, setDone] = useState<readonly Answered[]>([]);
  const stack = useRef<readonly Answered[]>([]);
  // One after the other, so that what is taken back is what was answered last.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const zoneSetting = useSettingValue('time.zone');
  const zone =
    typeof zoneSetting === 'string' && zoneSetting !== ''
      ? zoneSetting
      : Intl.DateTimeFormat().resolvedOptions().timeZone;
  const questions = answer?.questions ?? NOTHING;
  const { current, left, putOff } = deckOf(questions, sitting);
  const waiting = useDelayed(answer === null && error === null);

  const hadFocus = useRef(false);
  /** What had the focus when the first card was asked for and had not come yet; null: nobody waits for it. */
  const waitsAt = useRef<Element | null>(null);
  const currentId = current?.id ?? null;
  const isKnown = answer !== null;
  useEffect(() => {
    if (isKnown && waitsAt.current !== null) {
      // Whoever went on meanwhile keeps the focus.
      const isStill = [waitsAt.current, document.body].includes(document.activeElement ?? document.body);
      waitsAt.current = null;
      if (isStill) hadFocus.current = true;
    }
    // The card that had the focus is gone: the next one has it, or what stands in its place.
    if (!hadFocus.current || panel.current?.contains(document.activeElement)) return;
    panel.current?.querySelector<HTMLElement>('.question-card, .questions-none')?.focus();
  }, [currentId, isKnown]);

  useShortcuts({
    answerQuestions: () => {
      if (!isKnown) waitsAt.current = document.activeElement;
      panel.current?.querySelector<HTMLElement>('.question-card, .questions-none button')?.focus();
    },
  });

  const asked = () => Promise.all(TOPICS.map((topic) => queries.invalidateQueries({ queryKey: [topic] })));
  const remember = (answers: readonly Answered[]) => {
    stack.current = answers;
    setDone(answers);
  };
  const enqueue = (work: () => Promise<void>) => {
    queue.current = queue.current.then(work, work);
  };
  const give = (question: QuestionShape, how: () => Promise<Answered>) => {
    setProblem(null);
    setSitting((now) => ({ ...now, answered: [...now.answered, question.id] }));
    const forget = () =>
      setSitting((now) => ({ ...now, answered: now.answered.filter((id) => id !== question.id) }));
    enqueue(async () => {
      try {
        const answered = await how();
        remember([...stack.current, answered]);
      } catch (failure) {
        setProblem({ id: question.id, error: failure });
        forget();
        return;
      }
      // Until the host has counted again it still names what was answered.
      void asked().then(forget);
    });
  };
  const takeBack = () => {
    // Behind what is still being written: that is what was answered last.
    enqueue(async () => {
      const last = stack.current.at(-1);
      if (!last?.takeBack) return;
      remember(stack.current.slice(0, -1));
      try {
        await last.takeBack();
      } catch (failure) {
        sayProblem(failure);
      }
      await asked();
      setSitting((now) => ({ ...now, answered: [] }));
    });
  };
  const goThrough = () => {
    setSitting({ later: [], answered: sitting.answered });
    hadFocus.current = true;
  };
  const seconds = secondsFor(left);
  const last = done.at(-1);
  return (
    <section
      ref={panel}
      className="week-questions"
      aria-labelledby="questions-title"
      onFocus={() => (hadFocus.current = true)}
      onBlur={(event) => {
        // Leaving for something else is told by where the focus goes; a card that vanishes takes it nowhere.
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
          hadFocus.current = false;
      }}
    >
      <h2 id="questions-title" className="week-section">
        {left.length > 0
          ? t('questions.count', {
              count: left.length,
              time: t('questions.minutes', { count: aboutMinutes(seconds) }),
            })
          : t('questions.title')}
      </h2>
      {error !== null && answer === null && <ProblemNote error={error} retry={retry} />}
      {answer === null && error === null && waiting && <Skeleton height={220} radius={8} />}
      {current !== null && (
        <QuestionCard
          key={current.id}
          question={current}
          day={week.days.find(({ date }) => date === current.dates[0])}
          zone={zone}
          answers={answersTo(current)}
          problem={problem?.id === current.id ? problem.error : null}
          onTicket={(ticket, title, extras) => onTicket(current, ticket, title, extras)}
          give={(how) => give(current, how)}
          onLater={() => setSitting((now) => ({ ...now, later: [...now.later, current.id] }))}
          onTakeBack={takeBack}
        />
      )}
      {answer !== null && current === null && (
        <div className="questions-none surface" tabIndex={-1} onKeyDown={keysOfNone(takeBack)}>
          {putOff > 0 ? (
            <>
              <p>{t('questions.laterLeft', { count: putOff })}</p>
              <Button size="compact-sm" variant="light" onClick={goThrough}>
                {t('questions.again')}
              </Button>
            </>
          ) : (
            <Nothing week={week} />
          )}
        </div>
      )}
      <div className="questions-done">
        {last && (
          <>
            <span>{last.words}</span>
            {last.takeBack && (
              <button type="button" className="link-button" onClick={takeBack}>
                {t('questions.undo')}
              </button>
            )}
          </>
        )}
      </div>
      {current !== null && <KeysHint />}
      <span className="sr-only" role="status">
        {answer !== null && done.length > 0
          ? current === null
            ? t('questions.done')
            : t('questions.next', { count: left.length, what: titleOf(current, t, formats) })
          : ''}
      </span>
    </section>
  );
}

/** Behind the last card U still takes back, and a number pressed once too often leads to no other page. */
const keysOfNone = (takeBack: () => void) => (event: React.KeyboardEvent) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key.toLowerCase() === 'u') takeBack();
  else if (!/^[1-9]$/.test(event.key)) return;
  event.preventDefault();
};

/** Numbers answer only where the card has the focus, elsewhere they lead to pages: the hint says what holds now. */
function KeysHint() {
  const { t } = useTranslation();
  const key = useKeyOf('answerQuestions');
  return (
    <div className="hint questions-hint">
      <p className="questions-keys">{t('questions.keys')}</p>
      {key !== null && <p className="questions-enter">{t('questions.enter', { key })}</p>}
    </div>
  );
}

function Nothing({ week }: { week: WeekShape }) {
  const { t } = useTranslation();
  const isFinal = week.days.some(({ status }) => status === 'submitted');
  const isEmpty = week.days.every(({ entries }) => entries === 0);
  return (
    <>
      <h3>
        <IconCircleCheck size={16} aria-hidden />
        {t('questions.none')}
      </h3>
      <p>{t(isFinal ? 'questions.noneFinal' : isEmpty ? 'questions.noneEmpty' : 'questions.noneBody')}</p>
    </>
  );
}
