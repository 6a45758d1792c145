import type { Instant } from '../values/instant.ts';
import { plusMinutes } from '../values/instant.ts';
import type { PromptNotes, TriggerPrompt } from './prompt.ts';
import { isAnswered } from './prompt.ts';

/** Something outside says that work on a ticket begins or ends. */
export interface Trigger {
  readonly move: 'start' | 'stop';
  readonly ticket: string;
}

/** What runs, for deciding about it. */
export interface RunningForTrigger {
  readonly ticket: string | null;
  /** A trigger started it, so a trigger may end it. */
  readonly byTrigger: boolean;
}

/**
 * What a trigger does. A session that the person runs by hand is theirs: it is asked about, never taken away.
 * @param wanted settings `tasks.autoStart` and `tasks.autoStop`.
 */
export function whatTriggerDoes(
  { move, ticket }: Trigger,
  running: RunningForTrigger | null,
  wanted: { readonly start: boolean; readonly stop: boolean },
): 'start' | 'stop' | 'ask' | 'nothing' {
  const isOnIt = running?.ticket === ticket;
  if (move === 'start') {
    if (!wanted.start || isOnIt) return 'nothing';
    return running === null || running.byTrigger ? 'start' : 'ask';
  }
  if (!wanted.stop || !isOnIt) return 'nothing';
  return running.byTrigger ? 'stop' : 'ask';
}

const KEY = 'trigger:';
/** What is not answered by then nobody waits for any more, in minutes. */
const WAITS = 60;

/** Under which name a question of a trigger waits. */
export const triggerKey = ({ move, ticket }: Trigger, at: Instant): string => `${KEY}${move}:${ticket}:${at}`;

/** The questions of triggers that still make sense: the newest of each ticket. */
export function triggerPrompts(
  notes: PromptNotes,
  running: { readonly ticket: string | null; readonly title: string } | null,
  now: Instant,
): TriggerPrompt[] {
  if (running === null) return [];
  const newest = new Map<string, TriggerPrompt>();
  for (const { key, detail, span } of notes.values()) {
    const found = /^trigger:(start|stop):([A-Z][A-Z0-9]+-\d+):\d+$/.exec(key);
    if (found === null || span === null || isAnswered(notes, key) || now >= plusMinutes(span.start, WAITS))
      continue;
    const [, move, ticket = ''] = found;
    const makesSense = move === 'start' ? running.ticket !== ticket : running.ticket === ticket;
    if (!makesSense || (newest.get(ticket)?.since ?? 0) > span.start) continue;
    newest.set(ticket, {
      kind: 'trigger',
      key,
      topic: key,
      since: span.start,
      move: move as Trigger['move'],
      ticket,
      title: detail ?? '',
      running: running.ticket ?? running.title,
    });
  }
  return [...newest.values()];
}
