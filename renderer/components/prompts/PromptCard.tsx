import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromptAnswer, PromptShape } from '#shared/contract/prompt-operations.ts';
import { promptWords } from '#shared/contract/prompt-words.ts';
import { client } from '../../client/connect.ts';
import { useChange } from '../../hooks/change.ts';
import { go } from '../../hooks/route.ts';
import { AbsenceRows } from './AbsenceRows.tsx';

type Snooze = Parameters<typeof client.prompt.snooze>[0]['until'];
const STALE = ['prompts', 'day', 'week', 'status', 'sessions', 'tickets'] as const;

/** Later they would be pointless. */
const OF_NOW: readonly PromptShape['kind'][] = ['meeting', 'meeting-over', 'trigger'];

interface Props {
  readonly prompt: PromptShape;
  /** It was answered, or put off. */
  readonly onDone: () => void;
  /** The person went to the thing itself. */
  readonly onLeave: () => void;
}

/** One thing that waits: what it is, what can be said to it, and until when it can be put off. */
export function PromptCard({ prompt, onDone, onLeave }: Props) {
  const { i18n } = useTranslation();
  const words = promptWords(prompt, i18n.language === 'de' ? 'de' : 'en');
  const answer = useChange(client.prompt.answer, { stale: STALE, done: onDone });
  const snooze = useChange(client.prompt.snooze, { stale: STALE, done: onDone });
  const isBusy = answer.isPending || snooze.isPending;
  return (
    <li className="prompt" data-prompt={prompt.key} tabIndex={-1}>
      <p className="prompt-title">{words.title}</p>
      {/* Of several absences the rows say more than the sentence. */}
      {!(prompt.kind === 'absences' && prompt.absences.length > 1) && (
        <p className="prompt-text">{words.text}</p>
      )}
      {prompt.kind === 'absences' && (
        <AbsenceRows prompt={prompt} isBusy={isBusy} onAnswer={(said) => answer.mutate(said)} />
      )}
      <div className="prompt-actions">
        <Actions
          prompt={prompt}
          isBusy={isBusy}
          onAnswer={(said) => answer.mutate({ prompt: prompt.key, answer: said })}
          onGo={(to) => {
            go(to);
            onLeave();
          }}
        />
        {!OF_NOW.includes(prompt.kind) && (
          <Later isBusy={isBusy} onSnooze={(until) => snooze.mutate({ until, prompt: prompt.key })} />
        )}
      </div>
    </li>
  );
}

interface ActionsProps {
  readonly prompt: PromptShape;
  readonly isBusy: boolean;
  readonly onAnswer: (answer: PromptAnswer) => void;
  readonly onGo: (to: string) => void;
}

function Actions({ prompt, isBusy, onAnswer, onGo }: ActionsProps) {
  const { t } = useTranslation();
  const main = (label: string, onClick: () => void) => (
    <Button size="compact-sm" variant="light" disabled={isBusy} onClick={onClick}>
      {label}
    </Button>
  );
  const other = (label: string, answer: PromptAnswer) => (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      disabled={isBusy}
      onClick={() => onAnswer(answer)}
    >
      {label}
    </Button>
  );
  switch (prompt.kind) {
    case 'end-of-day':
      return (
        <>
          {main(t('prompts.openDay'), () => onGo(prompt.to))}
          {other(t('prompts.dismiss'), 'dismiss')}
        </>
      );
    case 'week':
      return (
        <>
          {main(t(prompt.open.length === 0 ? 'prompts.submitWeek' : 'prompts.openWeek'), () =>
            onGo(prompt.to),
          )}
          {other(t('prompts.dismiss'), 'dismiss')}
        </>
      );
    case 'meeting':
      return (
        <>
          {main(t(prompt.running === null ? 'prompts.start' : 'prompts.switch'), () => onAnswer('switch'))}
          {other(t('prompts.notNow'), 'dismiss')}
        </>
      );
    case 'meeting-over':
      return (
        <>
          {prompt.back !== null && main(t('prompts.back'), () => onAnswer('back'))}
          {other(t('prompts.stop'), 'stop')}
          {other(t('prompts.leave'), 'dismiss')}
        </>
      );
    case 'budget':
      return (
        <>
          {main(t('prompts.openProject'), () => onGo(prompt.to))}
          {other(t('prompts.seen'), 'dismiss')}
        </>
      );
    case 'trigger':
      return (
        <>
          {prompt.move === 'start'
            ? main(t('prompts.switch'), () => onAnswer('switch'))
            : main(t('prompts.stop'), () => onAnswer('stop'))}
          {other(t('prompts.leave'), 'dismiss')}
        </>
      );
    case 'session':
      return (
        <>
          {main(t('prompts.stop'), () => onAnswer('stop'))}
          {other(t('prompts.leave'), 'dismiss')}
        </>
      );
    case 'monthly':
      return (
        <>
          {prompt.trouble !== null && main(t('prompts.openSettings'), () => onGo(prompt.to))}
          {other(t('prompts.seen'), 'dismiss')}
        </>
      );
    case 'absences':
      return null;
  }
}

const LENGTHS = [
  { until: '1h', label: 'prompts.hour' },
  { until: 'tomorrow', label: 'prompts.tomorrow' },
  { until: 'monday', label: 'prompts.monday' },
] as const;

/** Until when it is put off; opens in place, for a menu over a list over a page is one too many. */
function Later({ isBusy, onSnooze }: { isBusy: boolean; onSnooze: (until: Snooze) => void }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        className="prompt-later"
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-expanded={isOpen}
        disabled={isBusy}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('prompts.later')}
      </Button>
      {isOpen && (
        <div className="prompt-lengths" role="group" aria-label={t('prompts.later')}>
          {LENGTHS.map(({ until, label }) => (
            <Button
              key={until}
              size="compact-sm"
              variant="default"
              disabled={isBusy}
              onClick={() => onSnooze(until)}
            >
              {t(label)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
