import { Suspense, lazy } from 'react';
import type { DevSessionDay } from '#shared/contract/dev-session-shapes.ts';

const DevBadge = lazy(async () => ({ default: (await import('./DevBadge.tsx')).DevBadge }));

/** The badge of a ticket that development sessions worked on; read where there is the first one. */
export function LazyDevBadge({ worked }: { worked: DevSessionDay['tickets'][number] }) {
  return (
    <Suspense>
      <DevBadge worked={worked} />
    </Suspense>
  );
}
