import { app } from 'electron';
import { problemJson } from '#shared/values/problem.ts';
import type { Host } from '../host/host.ts';
import { hostWordsIn } from './host-words.ts';
import { notify } from './notifications.ts';
import type { TrayAction } from './tray-menu.ts';
import type { Language } from './tray-words.ts';
import { wordsIn } from './tray-words.ts';
import type { WindowOnDemand } from './window-on-demand.ts';

/** Does what was clicked in the tray; a refusal is told in a notification, for the menu is closed by then. */
export function performTrayAction(
  action: TrayAction,
  host: Host,
  windows: WindowOnDemand,
  language: Language,
): void {
  if (action.do === 'quit') return app.quit();
  if (action.do === 'open') return windows.show(action.to);
  const input = action.do === 'start' ? { what: action.what } : {};
  host.perform(['session', action.do], input).catch(async (error: unknown) => {
    const { message, remedy } = problemJson(error);
    const tell = await hostWordsIn(language);
    notify(
      { title: wordsIn(language).refusedTitle, body: tell(`${message} ${remedy}`), to: '/today' },
      windows.show,
    );
  });
}
