import { z } from 'zod';
import { readAccelerator } from './accelerator.ts';
import { setting } from './setting.ts';
import { problemOfChanges } from './shortcuts.ts';

const shortcuts = () =>
  z.record(z.string().max(40), z.string().max(200)).superRefine((changes, context) => {
    const problem = problemOfChanges(changes);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  });

const accelerator = () =>
  z
    .string()
    .max(80)
    .refine(
      (text) => text === '' || readAccelerator(text) !== null,
      'keys such as CommandOrControl+Alt+T (Electron’s accelerators), or nothing',
    );

/** Keys of the window, and keys that work from everywhere (desktop app). */
export const shortcutSettings = {
  'app.shortcuts': setting(
    'App',
    shortcuts,
    {},
    'Keys you gave to actions, such as {"quickAdd": "mod+j"}; keys parted by blanks, empty: none. Set on the sheet of shortcuts (?).',
  ),
  'app.letterKeys': setting(
    'App',
    () => z.boolean(),
    true,
    'Single letters, digits and signs work as shortcuts. Off: only keys with Ctrl, Cmd or Alt, arrows and function keys do.',
  ),
  'app.globalToggle': setting(
    'App',
    accelerator,
    '',
    'Keys that start or stop a session from any program, such as CommandOrControl+Alt+T. Empty: none.',
  ),
  'app.globalQuickAdd': setting(
    'App',
    accelerator,
    '',
    'Keys that open quick add from any program. Empty: none.',
  ),
  'app.globalWindow': setting(
    'App',
    accelerator,
    '',
    'Keys that show and hide the window from any program. Empty: none.',
  ),
} as const;
