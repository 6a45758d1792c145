import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { problemOf } from '../client/problem.ts';
import type { Topic } from '../client/queries.ts';

/** One word at a time: the newer one takes the place of the older. */
const SAID = 'said';
const LOST = 'lost';

/** The cross has a name for whoever does not see it. */
export const closeButton = () => ({ 'aria-label': i18next.t('app.close') });

/** A short calm word in the corner: something was done. */
export function say(message: string): void {
  notifications.hide(SAID);
  notifications.show({
    id: SAID,
    message,
    autoClose: 4000,
    withBorder: false,
    color: 'indigo',
    closeButtonProps: closeButton(),
  });
}

/** Something did not work: what happened and what to do, and it stays until it is read. */
export function sayProblem(error: unknown): void {
  const problem = problemOf(error);
  const lost = problem.code === 'LOST';
  if (lost) unsayLost();
  sayFailed(
    lost ? i18next.t('problem.lost') : problem.message,
    (lost ? i18next.t('problem.lostRemedy') : problem.remedy) ?? '',
    lost ? LOST : undefined,
  );
}

/** The same in words of one's own. @param title what happened. @param message what to do. */
export function sayFailed(title: string, message: string, id?: string): void {
  notifications.show({
    ...(id === undefined ? {} : { id }),
    title,
    message,
    color: 'red',
    autoClose: 12_000,
    withBorder: false,
    role: 'alert',
    closeButtonProps: closeButton(),
  });
}

/** The host answers again: what was said about it is over. */
export const unsayLost = () => notifications.hide(LOST);

/** What is asked again after a change of entries. */
export const OF_ENTRIES: readonly Topic[] = ['day', 'week', 'status', 'tickets'];
/** Whoever undoes at once means what they did just now: changes of entries are told one after the other. */
export const IN_ORDER = { scope: { id: 'entries' } } as const;

interface ChangeOptions<O> {
  /** What to ask again, besides what the host's own event names. */
  readonly stale?: readonly Topic[];
  readonly done?: (output: O) => void;
  readonly failed?: (error: unknown) => void;
  /** False: the caller shows the problem itself, in place. */
  readonly announce?: boolean;
  /** False: it neither waits for changes of entries nor do they wait for it. */
  readonly inOrder?: boolean;
}

/**
 * A write through the contract. What it changed is asked again at once (the host's event comes too, but a lost
 * event must not leave an old page), and a refusal is told in words.
 */
export function useChange<I, O>(call: (input: I) => Promise<O>, options: ChangeOptions<O> = {}) {
  const queries = useQueryClient();
  const stale: readonly Topic[] = options.stale ?? OF_ENTRIES;
  const isInOrder = options.inOrder ?? options.stale === undefined;
  return useMutation<O, unknown, I>({
    mutationFn: call,
    ...(isInOrder ? IN_ORDER : {}),
    onSuccess: async (output) => {
      await Promise.all(stale.map((topic) => queries.invalidateQueries({ queryKey: [topic] })));
      options.done?.(output);
    },
    onError: (error) => {
      options.failed?.(error);
      if (options.announce !== false) sayProblem(error);
    },
  });
}
