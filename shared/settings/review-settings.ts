import { z } from 'zod';
import { setting } from './setting.ts';

/** What is asked before a week is handed in. */
export const reviewSettings = {
  'review.shortestGap': setting(
    'Time',
    () => z.number().int().min(5).max(240),
    15,
    'Unexplained time shorter than this many minutes is no open question of the week.',
  ),
};
