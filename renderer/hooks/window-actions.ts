import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWords } from '../words/use-words.ts';
import type { ShortcutChanges } from '#shared/settings/shortcuts.ts';
import { client } from '../client/connect.ts';
import { statusQuery } from '../client/queries.ts';
import { say, useChange } from './change.ts';
import { openDialog } from './dialogs.ts';
import { useSettingValue } from './preferences.ts';
import { go } from './route.ts';
import { setKeys, useShortcuts } from './shortcuts.ts';
import { useUndo } from './undo.ts';

const STALE = ['status', 'sessions', 'day', 'week', 'tickets'] as const;

/** Keys as the settings have them, and the actions that are there on every page. */
export function useWindowActions(): void {
  const { t } = useWords();
  const changes = useSettingValue('app.shortcuts');
  const letters = useSettingValue('app.letterKeys');
  useEffect(() => setKeys(changesIn(changes), letters !== false), [changes, letters]);

  const { undo, redo } = useUndo();
  const { data: status } = useQuery(statusQuery());
  const running = status?.running ?? null;
  const toggle = useChange(() => client.session.toggle({}), {
    stale: STALE,
    done: ({ running: now }) =>
      say(now === null ? t('session.none') : t('session.running', { what: now.ticket ?? now.title })),
  });
  const hold = useChange(
    () => (running?.status === 'paused' ? client.session.resume({}) : client.session.pause({})),
    { stale: STALE },
  );
  useShortcuts({
    palette: () => openDialog('palette'),
    shortcuts: () => openDialog('shortcuts'),
    goToday: () => go('/today'),
    goWeek: () => go('/week'),
    goSessions: () => go('/sessions'),
    goReports: () => go('/reports'),
    goCustomers: () => go('/customers'),
    goSources: () => go('/sources'),
    goConnections: () => go('/connections'),
    goSettings: () => go('/settings'),
    undo,
    redo,
    toggleSession: () => {
      if (!toggle.isPending) toggle.mutate(undefined);
    },
    ...(running === null ? {} : { pauseSession: () => hold.isPending || hold.mutate(undefined) }),
  });
  useShortcuts(
    {
      quickAdd: () => openDialog('quickAdd'),
      startSession: () => openDialog('palette', `${t('palette.startVerb')} `),
    },
    true,
  );
}

function changesIn(value: unknown): ShortcutChanges {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
