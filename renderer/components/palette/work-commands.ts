import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ActionId } from '#shared/settings/shortcuts.ts';
import { parseLocalDay } from '#shared/values/local-day.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { statusQuery } from '../../client/queries.ts';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { go } from '../../hooks/route.ts';
import { runAction, runWhenShown, useKeyOf } from '../../hooks/shortcuts.ts';
import { useShownDay, useShownWeek, useToday } from '../../hooks/today.ts';
import type { Command } from './command.ts';

const STALE = ['status', 'sessions', 'day', 'week', 'tickets'] as const;

/** What can be done: sessions, the day, the week, booking, colours, language. */
export function useWorkCommands(): readonly Command[] {
  return [...useSessionCommands(), ...useClosingCommands(), ...useAppearanceCommands()].map((command) => ({
    ...command,
    group: 'work' as const,
  }));
}

type Work = Omit<Command, 'group'>;

function useSessionCommands(): readonly Work[] {
  const { t } = useTranslation();
  const { data: status } = useQuery(statusQuery());
  const running = status?.running ?? null;
  const what = running === null ? '' : [running.ticket, running.title].filter(Boolean).join(' ');
  const change = useChange((call: () => Promise<unknown>) => call(), { stale: STALE });
  const stop = useChange(() => client.session.stop({}), {
    stale: STALE,
    done: (done) =>
      say(t('session.stopped', { what: done.ticket ?? done.title, time: formatShort(done.minutes) })),
  });
  const toggleKey = useKeyOf('toggleSession');
  const holdKey = useKeyOf('pauseSession');
  const startKey = useKeyOf('startSession');
  const also = t('palette.also.stop');
  const start: Work = {
    id: 'start',
    words: t('palette.startSession'),
    also: t('palette.also.start'),
    key: startKey,
    run: () => runAction('startSession'),
  };
  if (running === null) {
    const again = {
      id: 'continue',
      words: t('palette.continueSession'),
      also: t('palette.also.start'),
      key: toggleKey,
      run: () => change.mutate(() => client.session.continue({})),
    };
    return [start, again];
  }
  const isPaused = running.status === 'paused';
  return [
    {
      id: 'stop',
      words: t('palette.stopSession', { what }),
      also,
      key: toggleKey,
      run: () => stop.mutate(undefined),
    },
    {
      id: isPaused ? 'resume' : 'pause',
      words: t(isPaused ? 'palette.resumeSession' : 'palette.pauseSession'),
      key: holdKey,
      run: () => change.mutate(() => (isPaused ? client.session.resume({}) : client.session.pause({}))),
    },
    start,
  ];
}

/** Confirming, submitting, booking: done by the page itself, which asks first where there is something to ask. */
function useClosingCommands(): readonly Work[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const today = useToday();
  const shown = useShownDay();
  const week = useShownWeek();
  const date = parseLocalDay(shown) ?? today;
  const dayName = date === today ? t('quick.today') : formats.shortDay(date);
  const derive = useChange(() => client.day.derive({ date }), { done: () => say(t('day.derived')) });
  const sync = useChange(() => client.source.read({}), {
    stale: ['sources', 'day', 'week', 'tickets'],
    done: () => say(t('palette.synced')),
  });
  const weekPage = week === 'this' ? '/week' : `/week/${week}`;
  const onWeek = (id: ActionId, words: string, key: string | null): Work => ({
    id,
    words,
    key,
    run: () => {
      go(weekPage);
      runWhenShown(id);
    },
  });
  return [
    {
      id: 'log',
      words: t('palette.focusQuickAdd'),
      also: t('palette.also.log'),
      key: useKeyOf('quickAdd'),
      run: () => runAction('quickAdd'),
    },
    {
      id: 'confirm',
      words: date === today ? t('palette.confirmToday') : t('palette.confirmDay', { day: dayName }),
      also: t('palette.also.confirm'),
      key: useKeyOf('confirmDay'),
      run: () => {
        go(date === today ? '/today' : `/today/${date}`);
        runWhenShown('confirmDay');
      },
    },
    onWeek('submitWeek', t('palette.submitWeek'), useKeyOf('submitWeek')),
    onWeek('answerQuestions', t('keys.actions.answerQuestions'), useKeyOf('answerQuestions')),
    onWeek('typeTime', t('keys.actions.typeTime'), useKeyOf('typeTime')),
    onWeek('jumpToWeek', t('keys.actions.jumpToWeek'), useKeyOf('jumpToWeek')),
    {
      id: 'book',
      words: t('palette.bookWeek'),
      also: t('palette.also.book'),
      run: () => go(`${weekPage}?book=1`),
    },
    { id: 'sync', words: t('palette.sync'), also: t('palette.also.sync'), run: () => sync.mutate(undefined) },
    {
      id: 'derive',
      words: t('palette.derive', { day: dayName }),
      key: useKeyOf('deriveDay'),
      run: () => derive.mutate(undefined),
    },
    { id: 'undo', words: t('keys.actions.undo'), key: useKeyOf('undo'), run: () => runAction('undo') },
    { id: 'redo', words: t('keys.actions.redo'), key: useKeyOf('redo'), run: () => runAction('redo') },
  ];
}

function useAppearanceCommands(): readonly Work[] {
  const { t } = useTranslation();
  const set = useChange(
    ({ key, value }: { key: string; value: string }) => client.setting.set({ key, value }),
    { stale: ['settings'] },
  );
  const choice = (id: string, words: string, also: string, key: string, value: string): Work => ({
    id,
    words,
    also,
    run: () => set.mutate({ key, value }),
  });
  const theme = t('palette.also.theme');
  const language = t('palette.also.language');
  return [
    choice('light', t('palette.themeLight'), theme, 'app.theme', 'light'),
    choice('dark', t('palette.themeDark'), theme, 'app.theme', 'dark'),
    choice('system', t('palette.themeSystem'), theme, 'app.theme', 'system'),
    choice('english', t('palette.english'), language, 'app.language', 'en'),
    choice('german', t('palette.german'), language, 'app.language', 'de'),
    choice('language', t('palette.languageSystem'), language, 'app.language', 'system'),
  ];
}
