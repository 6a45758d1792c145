import {
  IconAlertCircleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCloudOff,
  IconLock,
} from '@tabler/icons-react';
import type { ProviderShape } from '#shared/contract/booking-shapes.ts';

/** One shape per state, so that nobody needs the colour; the words stand beside it. */
const SHAPES = {
  off: IconCircleDashed,
  ready: IconCircleCheckFilled,
  unreachable: IconCloudOff,
  unauthorised: IconLock,
  incomplete: IconAlertCircleFilled,
} as const satisfies Readonly<Record<ProviderShape['state'], unknown>>;

/** How it stands with a provider, as a mark. */
export function ProviderMark({ state, size = 18 }: { state: ProviderShape['state']; size?: number }) {
  const Shape = SHAPES[state];
  return <Shape className={`provider-mark provider-${state}`} size={size} stroke={2} aria-hidden />;
}
