import { useHostWords } from '../hooks/host-words.ts';
import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangleFilled,
  IconArrowsDiff,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClock,
  IconHelpCircle,
} from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import type { BookingState } from '#shared/contract/booking-shapes.ts';

type State = BookingState['state'];

/** One shape per state, so that nobody needs the colour. */
const SHAPES = {
  none: IconCircleDashed,
  waiting: IconClock,
  booked: IconCircleCheckFilled,
  differs: IconArrowsDiff,
  failed: IconAlertTriangleFilled,
  unknown: IconHelpCircle,
} as const satisfies Readonly<Record<State, unknown>>;

interface Props {
  readonly state: State;
  /** Name of the provider. */
  readonly name: string;
  readonly reason?: string | null;
  /** Takes the place of the words of the state. */
  readonly words?: string;
  readonly size?: number;
}

/** What became of an entry at the provider: a small mark that says it in words when asked, and to screen readers. */
export function BookingMark({ state, name, reason = null, words: given, size = 15 }: Props) {
  const { t } = useWords();
  const hostWords = useHostWords();
  const Shape = SHAPES[state];
  const words = given ?? t(`booked.${state}`, { name });
  const label =
    reason === null || reason === '' ? words : t('booked.withReason', { words, reason: hostWords(reason) });
  return (
    <Tooltip label={label} openDelay={200} multiline maw={320}>
      <span className={`booking-mark booking-${state}`} role="img" aria-label={label}>
        <Shape size={size} stroke={2} aria-hidden />
      </span>
    </Tooltip>
  );
}

const ORDER: readonly State[] = ['failed', 'differs', 'unknown', 'waiting', 'none', 'booked'];

/** The state of several entries together: the one that needs somebody most. */
export const worstOf = (states: readonly State[]): State =>
  ORDER.find((state) => states.includes(state)) ?? 'none';
