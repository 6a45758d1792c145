import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import { TicketPicker } from '../TicketPicker.tsx';

interface Props {
  readonly prompt: Extract<PromptShape, { kind: 'absences' }>;
  readonly isBusy: boolean;
  readonly onAnswer: (key: string, answer: 'break' | 'ticket' | 'meeting', ticket?: string) => void;
}

/** Absences, a line each: when, how long, and what it was. */
export function AbsenceRows({ prompt, isBusy, onAnswer }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ul className="absences">
      {prompt.absences.map(({ key, startedAt, endedAt, minutes }) => {
        const times = formats.clockRange(startedAt, endedAt, prompt.zone);
        const said = (answer: 'break' | 'meeting', label: string, full: string) => (
          <Button
            size="compact-sm"
            variant={answer === 'break' ? 'light' : 'default'}
            aria-label={full}
            disabled={isBusy}
            onClick={() => onAnswer(key, answer)}
          >
            {label}
          </Button>
        );
        return (
          <li key={key} className="absence" data-prompt={key} tabIndex={-1}>
            <span className="absence-time num">
              {times} <b>{formatShort(minutes)}</b>
            </span>
            <span className="absence-answers">
              {said('break', t('prompts.break'), t('prompts.breakOf', { times }))}
              {said('meeting', t('prompts.meeting'), t('prompts.meetingOf', { times }))}
              <TicketPicker
                form="cell"
                label={t('prompts.ticketOf', { times })}
                value={null}
                disabled={isBusy}
                onChange={(ticket) => {
                  if (ticket !== null) onAnswer(key, 'ticket', ticket);
                }}
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
