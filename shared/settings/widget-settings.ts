import { z } from 'zod';
import { setting } from './setting.ts';

/** The small window above all others (desktop app). */
export const widgetSettings = {
  'app.widget': setting(
    'App',
    () => z.boolean(),
    false,
    'A small window that stays above all others and shows what runs, with pause and stop.',
  ),
} as const;
