// The way from a provider to its stand-in, with the real gate in between and no network.
import { memoryBooking } from '#shared/ports/memory-booking.ts';
import type { MemoryClock } from '#shared/ports/memory-clock.ts';
import { emptyRows } from '#shared/ports/memory-rows.ts';
import type { Api } from '#shared/providers/api.ts';
import { openApi } from '#shared/providers/open-api.ts';
import { openGate } from '#shared/providers/gate.ts';
import type { ProviderIds } from '#shared/providers/api.ts';
import type { Account, Provider } from '#shared/providers/provider.ts';
import type { FakeProvider } from './fake-provider.ts';
import { Fates } from './faults.ts';
import { faultyHttp } from './faulty-http.ts';

export interface ApiToFake {
  /** Default: the one that may write. */
  readonly token?: string;
  readonly ids?: Partial<ProviderIds>;
  readonly account?: Pick<Account, 'plan'> | null;
  readonly fates?: Fates;
  /** Default: as the program waits. */
  readonly patienceMs?: number;
}

const NO_IDS: ProviderIds = { organizationId: '', workspaceId: '', accountId: '', personId: '' };

export function apiToFake(
  provider: Provider,
  fake: FakeProvider,
  clock: MemoryClock,
  more: ApiToFake = {},
): Api {
  const { calls } = memoryBooking(emptyRows(), clock);
  const gate = openGate({
    provider,
    limits: provider.limits(more.account ?? null),
    calls,
    clock,
    patienceMs: more.patienceMs ?? 30_000,
  });
  const { baseUrl } = provider;
  return openApi({
    provider,
    baseUrl,
    token: more.token ?? fake.token,
    ids: { ...NO_IDS, ...fake.ids, ...more.ids },
    http: faultyHttp({ fake, baseUrl, clock, fates: more.fates ?? new Fates() }),
    clock,
    gate,
  });
}
