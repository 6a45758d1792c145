import { implement, ORPCError } from '@orpc/server';
import { contract } from '#shared/contract/contract.ts';
import type { SessionShape } from '#shared/contract/shapes.ts';

export const A_SESSION: SessionShape = {
  id: '0190a5d4-7c3b-7f1e-9a2b-0123456789ab',
  title: 'reading the spec',
  ticket: 'TB-042',
  type: 'feature',
  status: 'active',
  startedAt: '2026-02-10T09:00:00.000Z',
  endedAt: null,
  minutes: 12,
  recovered: false,
  recoverySource: null,
};

/** A few real operations of the contract with answers of its own, so that doors are tested without a store. */
export function standInRouter() {
  const some = { session: contract.session, setting: contract.setting };
  const os = implement(some);
  const { status, start, stop, list, show } = os.session;
  return {
    session: {
      status: status.handler(() => ({
        running: null,
        today: 90,
        presence: { state: 'unknown' as const, backend: 'cli' },
      })),
      start: start.handler(({ input }) => ({ ...A_SESSION, title: input.what ?? 'no words' })),
      stop: stop.handler(() => {
        throw new ORPCError('REFUSED', {
          status: 422,
          message: 'No session is running.',
          data: { remedy: 'Start one.' },
        });
      }),
      list: list.handler(({ input }) => Array.from({ length: input.limit ?? 1 }, () => A_SESSION)),
      show: show.handler(() => {
        throw new Error('a secret detail');
      }),
    },
    setting: {
      set: os.setting.set.handler(({ input }) => ({
        key: input.key,
        value: input.value,
        initial: null,
        meaning: '',
        group: '',
        form: { kind: 'text' as const },
      })),
    },
  };
}
