import type { SourceState } from '../../ports/evidence-stores.ts';

/** A source nothing is known of yet. */
export const newState = (kind: SourceState['kind'], key: string, name: string): SourceState => ({
  key,
  kind,
  name,
  paused: false,
  lastReadAt: null,
  problem: null,
  mark: null,
});
