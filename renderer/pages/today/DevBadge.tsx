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
  const sum = t('devSessions.badgeHint', { ticket, count: sessions });
  const going = t('devSessions.badgeOpen', { count: open });
  const shown = open > 0 ? going : t('devSessions.badge', { count: sessions });
  return (
    <Tooltip label={open > 0 ? `${sum}, ${going}` : sum} events={{ hover: true, focus: true, touch: false }}>
      <a
        className={`dev-badge num${open > 0 ? ' is-open' : ''}`}
        href={ticketHref(ticket)}
        aria-label={`${shown}, ${sum}`}
      >
        <IconCode size={12} stroke={2} aria-hidden="true" />
        {shown}
      </a>
    </Tooltip>
  );
}
