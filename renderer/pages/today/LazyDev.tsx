import type { ComponentProps, ComponentType } from 'react';
import { Suspense, lazy } from 'react';
import type { DevBadge } from './DevBadge.tsx';
import type { DevLane } from './DevLane.tsx';

/** They come after the day and beside it: where they cannot be read, after an update for one, the day stands without. */
function orNothing<P>(load: () => Promise<ComponentType<P>>) {
  return lazy(async () => ({ default: await load().catch((): ComponentType<P> => () => null) }));
}

const Badge = orNothing(async () => (await import('./DevBadge.tsx')).DevBadge);
const Lane = orNothing(async () => (await import('./DevLane.tsx')).DevLane);

/** The badge of a ticket that development sessions worked on. */
export const LazyDevBadge = (props: ComponentProps<typeof DevBadge>) => (
  <Suspense>
    <Badge {...props} />
  </Suspense>
);

/** The lane of the day's development sessions. */
export const LazyDevLane = (props: ComponentProps<typeof DevLane>) => (
  <Suspense>
    <Lane {...props} />
  </Suspense>
);
