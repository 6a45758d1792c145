import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { client } from '../../client/connect.ts';
import { useFormats } from '../../hooks/formats.ts';
import { TicketPicker } from '../TicketPicker.tsx';

/** What an absence was; its words are in the language of the person, for they stand in the timesheet. */
type AbsenceAnswer = Parameters<typeof client.prompt.answer>[0];

interface Props {
  readonly prompt: Extract<PromptShape, { kind: 'absences' }>;
  readonly isBusy: boolean;
  readonly onAnswer: (answer: AbsenceAnswer) => void;
}

/** Absences, a line each: when, how long, and what it was. */
export function AbsenceRows({ prompt, isBusy, onAnswer }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ul className="absences">
      {prompt.absences.map(({ key, startedAt, endedAt, minutes }) => {
        const times = formats.clockRange(startedAt, endedAt, prompt.zone);
        const answers = {
          break: { prompt: key, answer: 'break' },
          meeting: { prompt: key, answer: 'meeting', description: t('prompts.meeting') },
        } as const;
        const said = (answer: 'break' | 'meeting', label: string, full: string) => (
          <Button
            size="compact-sm"
            variant={answer === 'break' ? 'light' : 'default'}
            aria-label={full}
            disabled={isBusy}
            onClick={() => onAnswer(answers[answer])}
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
                  if (ticket !== null)
                    onAnswer({ prompt: key, answer: 'ticket', ticket, description: t('prompts.awayWords') });
                }}
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
