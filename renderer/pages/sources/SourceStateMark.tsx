import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconPlayerPauseFilled,
} from '@tabler/icons-react';
import type { SourceShape } from '#shared/contract/source-operations.ts';

/** One shape per state, so that nobody needs the colour. */
const SHAPES = {
  ready: IconCircleCheckFilled,
  paused: IconPlayerPauseFilled,
  broken: IconAlertTriangleFilled,
  off: IconCircleDashed,
} as const satisfies Readonly<Record<SourceShape['state'], unknown>>;

/** The state of a source as a shape; the words stand beside it. */
export function SourceStateMark({ state }: { state: SourceShape['state'] }) {
  const Shape = SHAPES[state];
  return (
    <span className={`source-state source-state-${state}`}>
      <Shape size={16} aria-hidden />
    </span>
  );
}
