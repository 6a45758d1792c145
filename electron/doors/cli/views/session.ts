import type { SessionShape, StatusShape } from '#shared/contract/shapes.ts';
import { shortId } from '#shared/values/ids.ts';
import { formatShort, formatTimesheet } from '#shared/values/minutes.ts';
import type { Cell, Paper, Tone } from '../paper.ts';
import { localTime } from './words.ts';

const TONE: Readonly<Record<SessionShape['status'], Tone>> = {
  active: 'good',
  paused: 'warn',
  completed: 'dim',
  cancelled: 'dim',
};
const MARK: Readonly<Record<SessionShape['status'], string>> = {
  active: '▶',
  paused: '‖',
  completed: '■',
  cancelled: '✕',
};

const PRESENCE: Readonly<Record<StatusShape['presence']['state'], string>> = {
  active: 'at work',
  idle: 'away',
  locked: 'screen locked',
  suspended: 'machine asleep',
  unknown: 'not known',
};

/** What runs, what today adds up to, and who says whether the person is there. */
export function statusView(status: StatusShape, paper: Paper): string {
  const running =
    status.running === null
      ? paper.paint('dim', `■ ${paper.say('Nothing runs.  Start with: stint start TB-042')}`)
      : line(status.running, paper);
  const presence = `${paper.say(PRESENCE[status.presence.state])} (${status.presence.backend})`;
  const rows: Cell[][] = [
    [
      { text: paper.say('Today'), tone: 'dim' },
      { text: formatTimesheet(status.today), tone: 'bold' },
    ],
    [{ text: paper.say('Presence'), tone: 'dim' }, { text: presence }],
  ];
  return `${running}\n\n${paper.table(rows)}`;
}

/** One session, with what a command did to it. */
export function sessionView(done: string): (session: SessionShape, paper: Paper) => string {
  return (session, paper) =>
    `${line(session, paper)}${done === '' ? '' : `  ${paper.paint('dim', paper.say(done))}`}`;
}

function line(session: SessionShape, paper: Paper): string {
  const mark = paper.paint(TONE[session.status], MARK[session.status]);
  const ticket = session.ticket === null ? '' : `${paper.paint('accent', session.ticket)} `;
  const since = paper.paint('dim', `${paper.say('since')} ${localTime(session.startedAt)}`);
  const title = session.title === session.ticket ? '' : `${paper.paint('plain', session.title)}  `;
  return `${mark} ${ticket}${title}${paper.paint('bold', formatShort(session.minutes))}  ${since}`;
}

/** Sessions, newest first. */
export function sessionsView(sessions: readonly SessionShape[], paper: Paper): string {
  if (sessions.length === 0)
    return paper.paint('dim', paper.say('No sessions yet.  Start one with: stint start TB-042'));
  return paper.table(
    sessions.map((session): Cell[] => [
      { text: shortId(session.id), tone: 'dim' },
      { text: MARK[session.status], tone: TONE[session.status] },
      { text: localTime(session.startedAt) },
      { text: formatShort(session.minutes), right: true, tone: 'bold' },
      { text: session.ticket ?? '—', tone: 'accent' },
      {
        text: session.recovered
          ? `${session.title} (${paper.say('recovered')}: ${session.recoverySource ?? ''})`
          : session.title,
      },
    ]),
  );
}
