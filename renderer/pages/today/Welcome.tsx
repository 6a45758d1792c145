import { Suspense, lazy } from 'react';

/** Not needed by anybody who has begun: read when it is. */
const FirstSteps = lazy(async () => ({ default: (await import('../welcome/FirstSteps.tsx')).FirstSteps }));

/** First start: the steps to a first proposed day, in place of an empty one. */
export function Welcome({ onBegin }: { onBegin: (hasBegun: boolean) => void }) {
  return (
    <Suspense fallback={null}>
      <FirstSteps isPart onBegin={onBegin} />
    </Suspense>
  );
}
