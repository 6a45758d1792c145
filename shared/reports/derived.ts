import type { Minutes } from '../values/minutes.ts';
import { minutes } from '../values/minutes.ts';

/**
 * What a ticket's time comes to (document 4 §5): `logged` over all people and projects, asked for and never stored;
 * `remaining` = estimate − logged, not below nothing; null without an estimate.
 */
export function remainingOf(estimate: Minutes | null, logged: Minutes): Minutes | null {
  return estimate === null ? null : minutes(Math.max(0, estimate - logged));
}
