import type { TaskMoved } from '#shared/contract/task-operations.ts';
import type { TaskSums, TaskTime, TimerSettings, TimerShape } from '#shared/contract/timer-operations.ts';
import { parseInstant } from '#shared/values/instant.ts';
import { formatClock } from '#shared/values/local-day.ts';
import type { Cell, Paper } from '../paper.ts';

/** `1h 23m`, `45m`, `2h`: as document 2 prints a timer. */
function spaced(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const parts = [...(hours > 0 ? [`${hours}h`] : []), ...(rest > 0 || hours === 0 ? [`${rest}m`] : [])];
  return `${minutes < 0 ? '-' : ''}${parts.join(' ')}`;
}

/** What became of a task, and of its timer. */
export function taskView(done: string): (moved: TaskMoved, paper: Paper) => string {
  return ({ name, started, stopped, file, note }, paper) =>
    [
      started === null ? null : `Timer started: ${paper.paint('accent', name)}`,
      started === null && stopped !== null
        ? `Timer stopped: ${paper.paint('bold', spaced(stopped.minutes))}`
        : null,
      started === null && stopped === null ? `${paper.paint('accent', name)} ${done}` : null,
      file === null ? null : paper.paint('dim', file),
      note === null ? null : paper.paint('warn', note),
    ]
      .filter((line) => line !== null)
      .join('\n');
}

/** A timer that was started, with what ran before. */
export function timerStartedView({ name, stopped }: TimerShape, paper: Paper): string {
  const line = `Timer started: ${paper.paint('accent', name)}`;
  if (stopped === null) return line;
  const before = stopped.ticket ?? stopped.title;
  return `${line}\n${paper.paint('warn', `Stopped for it: ${before} (${spaced(stopped.minutes)})`)}`;
}

export const timerStoppedView = ({ session }: TimerShape, paper: Paper): string =>
  `Timer stopped: ${paper.paint('bold', spaced(session.minutes))}`;

export function timerStatusView(timer: TimerShape | null, paper: Paper): string {
  if (timer === null)
    return paper.paint('dim', 'No timer is running.  Start one with: stint timer start TASK-025');
  const { name, session } = timer;
  const state = session.status === 'paused' ? 'Timer paused' : 'Timer running';
  return `${state}: ${paper.paint('accent', name)} (${spaced(session.minutes)})`;
}

/** Time of a task, entry by entry, on the clock of this machine. */
export function taskTimeView({ name, minutes, entries }: TaskTime, paper: Paper): string {
  const lines = [paper.paint('accent', name), `Total: ${paper.paint('bold', spaced(minutes))}`];
  if (entries.length === 0) return lines.join('\n');
  return [
    ...lines,
    'Entries:',
    ...entries.map((entry) => `  - ${when(entry)} (${spaced(entry.minutes)})`),
  ].join('\n');
}

function when({ date, startedAt, endedAt }: TaskTime['entries'][number]): string {
  const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  );
  const start = clock(startedAt);
  return start === null ? day : `${day}, ${start}-${clock(endedAt) ?? 'now'}`;
}

function clock(text: string | null): string | null {
  const at = text === null ? null : parseInstant(text);
  return at === null ? null : formatClock(at, new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Time of the tasks of a plan or a sprint. */
export function taskSumsView({ plan, sprint, tasks, minutes }: TaskSums, paper: Paper): string {
  const of = [plan === null ? null : `Plan ${plan}`, sprint === null ? null : `Sprint ${sprint}`];
  const title = paper.paint('bold', of.filter((part) => part !== null).join(', '));
  const total = `Total: ${paper.paint('bold', spaced(minutes))}`;
  if (tasks.length === 0) return `${title}\n${paper.paint('dim', 'No ticket says that it belongs to it.')}`;
  const rows = tasks.map((one): Cell[] => [
    { text: one.task, tone: 'accent' },
    { text: spaced(one.minutes), right: true, tone: one.minutes === 0 ? 'dim' : 'bold' },
    { text: one.title },
  ]);
  return `${title}\n${paper.table(rows)}\n${total}`;
}

/** How timers follow tasks now. */
export function timerSettingsView(set: TimerSettings, paper: Paper): string {
  const onOff = (on: boolean): string => (on ? 'yes' : 'no');
  const rows: Cell[][] = [
    [{ text: 'Provider', tone: 'dim' }, { text: set.provider }],
    ...(set.workspace === null
      ? []
      : [[{ text: 'Workspace', tone: 'dim' as const }, { text: set.workspace }]]),
    [{ text: 'Start with the task', tone: 'dim' }, { text: onOff(set.autoStart) }],
    [{ text: 'Stop with the task', tone: 'dim' }, { text: onOff(set.autoStop) }],
    [{ text: 'Called', tone: 'dim' }, { text: set.taskPattern }],
    ...(set.mapped.length === 0
      ? []
      : [[{ text: 'Mapped', tone: 'dim' as const }, { text: set.mapped.join(', ') }]]),
  ];
  return [
    paper.table(rows),
    ...set.skipped.map((line) => paper.paint('warn', line)),
    ...(set.tokenVariable === null
      ? []
      : [
          paper.paint(
            'dim',
            `The token is read by: stint provider connect ${set.provider}  (or from ${set.tokenVariable})`,
          ),
        ]),
  ].join('\n');
}
