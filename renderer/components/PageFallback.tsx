import { Skeleton } from '@mantine/core';
import { useDelayed } from '../hooks/delayed.ts';
import { ProblemNote } from './ProblemNote.tsx';

interface Props {
  /** Null while it is still being read. */
  readonly error: unknown;
  readonly retry: () => void;
  /** The outline of what comes: a day has its head, timeline, list and quick add; other pages are a list. */
  readonly shape?: 'day' | 'list';
}

/** What stands where a page will be: nothing for 300 ms, then its outline; or why it cannot be read. */
export function PageFallback({ error, retry, shape = 'list' }: Props) {
  const waiting = useDelayed(error === null);
  if (error !== null) {
    return (
      <div className="page-body">
        <ProblemNote error={error} retry={retry} />
      </div>
    );
  }
  if (!waiting) return <div className="page-body" aria-busy="true" />;
  return shape === 'day' ? <DayOutline /> : <ListOutline />;
}

function DayOutline() {
  return (
    <>
      <div className="day-head" aria-busy="true">
        <div className="day-head-line">
          <Skeleton width={320} height={24} />
        </div>
        <div className="day-head-line">
          <Skeleton width={360} height={32} />
        </div>
      </div>
      <div className="day">
        <Skeleton height="100%" />
        <div className="skeletons">
          <Rows count={5} />
        </div>
      </div>
      <div className="quick-add">
        <div className="quick-add-line" />
        <div className="quick-add-preview" />
      </div>
    </>
  );
}

function ListOutline() {
  return (
    <div className="page-body" aria-busy="true">
      <div className="skeletons">
        <Skeleton width={240} height={28} />
        <Rows count={8} />
      </div>
    </div>
  );
}

function Rows({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => <Skeleton key={index} height={60} radius={8} />);
}
