import { useComputedColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseWeek } from '#shared/values/iso-week.ts';
import { parseLocalDay } from '#shared/values/local-day.ts';
import { client } from '../client/connect.ts';
import { useChange } from './change.ts';
import { useFormats } from './formats.ts';
import { go } from './route.ts';
import { keyLabel } from './shortcuts.ts';

/** One thing the palette can do. */
export interface Command {
  readonly id: string;
  readonly words: string;
  readonly key?: string;
  readonly run: () => void;
}

/** What fits the text: pages and actions by name, a day or a week by its date. */
export function useCommands(text: string): readonly Command[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const scheme = useComputedColorScheme();
  const theme = useChange((value: string) => client.setting.set({ key: 'app.theme', value }), {
    stale: ['settings'],
  });
  const all: Command[] = [
    { id: 'today', words: t('app.today'), key: '1', run: () => go('/today') },
    { id: 'week', words: t('app.week'), key: '2', run: () => go('/week') },
    { id: 'log', words: t('palette.focusQuickAdd'), key: 'N', run: () => go('/today?log=1') },
    { id: 'start', words: t('palette.startSession'), key: 'S', run: () => go('/today?start=1') },
    { id: 'yesterday', words: t('day.yesterday'), run: () => go('/today/yesterday') },
    { id: 'last-week', words: t('week.previousWeek'), run: () => go('/week/last') },
    { id: 'book', words: t('booked.toWeek'), run: () => go('/week?book=1') },
    { id: 'sessions', words: t('app.sessions'), key: '3', run: () => go('/sessions') },
    { id: 'sources', words: t('app.sources'), key: '4', run: () => go('/sources') },
    { id: 'outgoing', words: t('palette.outgoing'), run: () => go('/sources/outgoing') },
    { id: 'connections', words: t('app.connections'), key: '5', run: () => go('/connections') },
    { id: 'settings', words: t('app.settings'), key: keyLabel('mod+,'), run: () => go('/settings') },
    {
      id: 'scheme',
      words: t('palette.lightDark'),
      run: () => theme.mutate(scheme === 'dark' ? 'light' : 'dark'),
    },
  ];
  const asked = text.trim().toLowerCase();
  const day = parseLocalDay(asked);
  const week = parseWeek(asked);
  return [
    ...(day
      ? [
          {
            id: 'day',
            words: t('palette.goDate', { day: formats.longDay(day) }),
            run: () => go(`/today/${day}`),
          },
        ]
      : []),
    ...(week ? [{ id: 'a-week', words: t('palette.goWeek', { week }), run: () => go(`/week/${week}`) }] : []),
    ...all.filter((command) => command.words.toLowerCase().includes(asked)),
  ];
}
