import { useWords } from '../words/use-words.ts';
import { useConnected } from '../hooks/booking.ts';

/** A dot at the page's name while a connected provider needs somebody; nothing else moves. */
export function ConnectionsBadge() {
  const { t } = useWords();
  const troubled = useConnected().filter((provider) => provider.state !== 'ready');
  if (troubled.length === 0) return null;
  const words = troubled.map(({ name, state }) => `${name}: ${t(`connections.state.${state}`)}`).join('\n');
  return (
    <span className="rail-badge" title={words}>
      <span className="sr-only">{words}</span>
    </span>
  );
}
