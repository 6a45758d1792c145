import { queryOptions, useQuery } from '@tanstack/react-query';
import type { WishShape } from '#shared/contract/wish-operations.ts';
import { client } from '../../client/connect.ts';
import { useChange } from '../../hooks/change.ts';
import { useHostWords } from '../../hooks/host-words.ts';
import { go } from '../../hooks/route.ts';
import { runAction, runWhenShown } from '../../hooks/shortcuts.ts';
import type { Command } from './command.ts';

const STALE = ['status', 'sessions', 'day', 'week', 'tickets'] as const;

const wishQuery = (text: string) =>
  queryOptions({
    queryKey: ['wish', text],
    queryFn: ({ signal }) => client.wish.understand({ text }, { signal }),
    // One word is the name of something.
    enabled: /\S\s+\S/.test(text),
    gcTime: 10_000,
    retry: false,
  });

/** What plain words ask for, where the window can show it or do it: `how much time on TB-042`, `stop the timer`. */
export function useWishCommands(text: string): readonly Command[] {
  const words = useHostWords();
  const { data: wish } = useQuery(wishQuery(text));
  const change = useChange((call: () => Promise<unknown>) => call(), { stale: STALE });
  if (wish?.understood !== true) return [];
  const run = doing(wish, (call) => change.mutate(call));
  return run === null
    ? []
    : [{ id: `wish ${wish.operation ?? ''}`, group: 'ask', words: words(wish.sentence), run }];
}

type Input = Readonly<Record<string, string>>;

/** How the window does it; null: it has no place for it. What takes no more back, its page asks about first. */
function doing(wish: WishShape, change: (call: () => Promise<unknown>) => void): (() => void) | null {
  const input = (wish.input ?? {}) as Input;
  const operation = wish.operation ?? '';
  if (operation.startsWith('report.'))
    return () => go(reportAddress(operation.slice('report.'.length), input));
  const { date = '', week = '' } = input;
  switch (operation) {
    case 'day.show':
      return () => go(`/today/${date}`);
    case 'week.show':
    case 'week.questions':
      return () => go(`/week/${week}`);
    case 'session.list':
      return () => go('/sessions');
    case 'booking.sync':
    case 'booking.plan':
      return () => go(week === '' ? '/week?book=1' : `/week/${week}?book=1`);
    case 'day.confirm':
      return () => goAndDo(`/today/${date}`, 'confirmDay');
    case 'week.submit':
      return () => goAndDo(`/week/${week}`, 'submitWeek');
    case 'entry.undo':
      return () => runAction('undo');
    case 'entry.redo':
      return () => runAction('redo');
    case 'entry.add':
      return () => change(() => client.entry.add(input as Parameters<typeof client.entry.add>[0]));
    case 'session.start':
      return () => change(() => client.session.start(input));
    case 'session.stop':
    case 'session.pause':
    case 'session.resume':
    case 'session.continue':
    case 'session.cancel': {
      const verb = operation.slice('session.'.length) as 'stop' | 'pause' | 'resume' | 'continue' | 'cancel';
      return () => change(() => client.session[verb]({}));
    }
    default:
      return null;
  }
}

function goAndDo(page: string, action: 'confirmDay' | 'submitWeek'): void {
  go(page);
  runWhenShown(action);
}

/** The Reports page takes days as one period. */
function reportAddress(report: string, { from, to, name, week, month, ...rest }: Input): string {
  const period = from === undefined ? (rest['period'] ?? week ?? month) : `${from}..${to ?? ''}`;
  const query = new URLSearchParams({
    ...rest,
    ...(period === undefined ? {} : { period }),
    ...(name === undefined ? {} : { sprint: name }),
  }).toString();
  return `/reports/${report}${query === '' ? '' : `?${query}`}`;
}
