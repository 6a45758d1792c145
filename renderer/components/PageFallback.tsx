import { Skeleton } from '@mantine/core';
import { useDelayed } from '../hooks/delayed.ts';
import { ProblemNote } from './ProblemNote.tsx';

/** What stands where a page will be: nothing for 300 ms, then its outline; or why it cannot be read. */
export function PageFallback({
  error,
  retry,
  rows = 6,
}: {
  error: unknown;
  retry: () => void;
  rows?: number;
}) {
  const waiting = useDelayed(error === null);
  if (error !== null) {
    return (
      <div className="page-body">
        <ProblemNote error={error} retry={retry} />
      </div>
    );
  }
  return (
    <div className="page-body" aria-busy="true">
      {waiting && (
        <div className="skeletons">
          {Array.from({ length: rows }, (_, index) => (
            <Skeleton key={index} height={44} radius={8} />
          ))}
        </div>
      )}
    </div>
  );
}
