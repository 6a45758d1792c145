import { Tooltip } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import type { DevSessionDay } from '#shared/contract/dev-session-shapes.ts';
import '../../styles/dev-marks.css';
import { useWords } from '../../words/use-words.ts';
import { ticketHref } from '../sessions/dev-words.ts';

/** That development sessions worked on a ticket: how many, and whether one is open. Leads to them. */
export function DevBadge({ worked }: { worked: DevSessionDay['tickets'][number] }) {
  const { t } = useWords();
  const { ticket, sessions, open } = worked;
  const hint = [
    t('devSessions.badgeHint', { ticket, count: sessions }),
    open === 0 ? null : t('devSessions.badgeOpen', { count: open }),
  ]
    .filter((words) => words !== null)
    .join(', ');
  return (
    <Tooltip label={hint} events={{ hover: true, focus: true, touch: false }}>
      <a className={`dev-badge num${open > 0 ? ' is-open' : ''}`} href={ticketHref(ticket)} aria-label={hint}>
        <IconCode size={12} stroke={2} aria-hidden="true" />
        {open > 0 ? t('devSessions.badgeOpen', { count: open }) : t('devSessions.badge', { count: sessions })}
      </a>
    </Tooltip>
  );
}
