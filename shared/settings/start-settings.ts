import { z } from 'zod';
import { setting } from './setting.ts';

/** How a person begins. */
export const startSettings = {
  'app.firstSteps': setting(
    'App',
    () => z.enum(['start', 'week', 'day', 'done']),
    'start',
    'How far the first steps went: not begun, the last week compared, the first day proposed, or done.',
  ),
} as const;
