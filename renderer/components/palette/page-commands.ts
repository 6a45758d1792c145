import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { providersQuery, settingsQuery, sourcesQuery } from '../../client/queries.ts';
import { reportCatalogueQuery } from '../../client/report-queries.ts';
import { demoQuery } from '../../client/start-queries.ts';
import { useOpenDemo } from '../../hooks/demo.ts';
import { useHostWords } from '../../hooks/host-words.ts';
import { go } from '../../hooks/route.ts';
import { useKeyOf } from '../../hooks/shortcuts.ts';
import { openDialog } from '../../hooks/dialogs.ts';
import { SETTING_WORDS } from '../../words/setting-words.ts';
import type { Command } from './command.ts';

/** The pages, and what has a place of its own on one: reports, providers, sources. */
export function usePageCommands(isSearched: boolean): readonly Command[] {
  const { t } = useTranslation();
  const { data: providers = [] } = useQuery(providersQuery());
  const { data: sources = [] } = useQuery(sourcesQuery());
  // Only somebody who types looks for one of them: opening the palette loads no reports.
  const { data: reports } = useQuery({ ...reportCatalogueQuery(), enabled: isSearched });
  const hostWords = useHostWords();
  const { data: demo } = useQuery(demoQuery());
  const openDemo = useOpenDemo();
  const page = (
    id: string,
    words: string,
    to: string,
    extra: { key?: string | null; also?: string } = {},
  ): Command => ({ id, group: 'pages', words, run: () => go(to), ...extra });
  return [
    page('today', t('app.today'), '/today', { key: useKeyOf('goToday'), also: t('palette.also.today') }),
    page('week', t('app.week'), '/week', { key: useKeyOf('goWeek'), also: t('palette.also.week') }),
    page('sessions', t('app.sessions'), '/sessions', { key: useKeyOf('goSessions') }),
    page('reports', t('app.reports'), '/reports', {
      key: useKeyOf('goReports'),
      also: t('palette.also.reports'),
    }),
    page('customers', t('app.customers'), '/customers', {
      key: useKeyOf('goCustomers'),
      also: t('palette.also.customers'),
    }),
    page('sources', t('app.sources'), '/sources', { key: useKeyOf('goSources') }),
    page('connections', t('app.connections'), '/connections', { key: useKeyOf('goConnections') }),
    page('settings', t('app.settings'), '/settings', { key: useKeyOf('goSettings') }),
    page('outgoing', t('palette.outgoing'), '/sources/outgoing', { also: t('palette.also.outgoing') }),
    {
      id: 'shortcuts',
      group: 'pages',
      words: t('app.shortcuts'),
      also: t('palette.also.shortcuts'),
      key: useKeyOf('shortcuts'),
      run: () => openDialog('shortcuts'),
    },
    page('welcome', t('steps.title'), '/welcome'),
    ...(demo?.isDemo === false
      ? [{ id: 'demo', group: 'pages' as const, words: t('steps.demo'), run: openDemo.open }]
      : []),
    ...(isSearched ? (reports?.reports ?? []) : []).map(({ id, title }) =>
      page(`report ${id}`, t('palette.report', { name: hostWords(title) }), `/reports/${id}`),
    ),
    ...providers.map(({ id, name }) =>
      page(`provider ${id}`, t('palette.provider', { name }), `/connections/${id}`),
    ),
    ...sources.map(({ key, name }) => page(`source ${key}`, t('palette.source', { name }), '/sources')),
  ];
}

/** Every setting by its name, key and meaning; leads to where it is set. */
export function useSettingCommands(): readonly Command[] {
  const { t, i18n } = useTranslation();
  const { data: settings = [] } = useQuery(settingsQuery());
  const german = i18n.language === 'de';
  return settings.map(({ key }) => {
    const names = SETTING_WORDS[key];
    return {
      id: `setting ${key}`,
      group: 'settings',
      words: (german ? names?.de : names?.en) ?? key,
      detail: t('palette.setting'),
      also: `${key} ${key.replaceAll('.', ' ')} ${names?.en ?? ''}`,
      run: () => go(`/settings?find=${encodeURIComponent(key)}`),
    };
  });
}
