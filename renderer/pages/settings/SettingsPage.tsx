import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsQuery } from '../../client/queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';
import { useRoute } from '../../hooks/route.ts';
import { CHOICE_WORDS, SETTING_WORDS } from '../../words/setting-words.ts';
import { AboutStint } from './AboutStint.tsx';
import { SettingGroup } from './SettingGroup.tsx';
import type { Setting } from './setting-form.ts';
import { fits } from './setting-form.ts';
import '../../styles/settings.css';

const ABOUT = 'About';
const idOf = (group: string): string => `group-${group}`;

/** Every setting the host has, by group; found by name, meaning, value or key, in both languages. */
export function SettingsPage() {
  const { t } = useTranslation();
  const route = useRoute();
  const [search, setSearch] = useState(route.query.get('find') ?? '');
  const { data, error, refetch } = useQuery(settingsQuery());
  if (!data) return <PageFallback error={error} retry={() => void refetch()} />;
  const asked = search.trim();
  const groupName = (group: string) => t(`settings.groups.${group as 'You'}`, { defaultValue: group });
  const found = data.filter((setting) => fits(textsOf(setting, groupName(setting.group)), asked));
  const groups = Map.groupBy(found, (setting) => setting.group);
  const names = [...groups.keys()];
  return (
    <>
      <header className="page-head">
        <h1 className="page-title">{t('settings.title')}</h1>
        <div className="topbar-space" />
        <a className="link-button" href="#/welcome">
          {t('settings.firstSteps')}
        </a>
        <a className="link-button" href="#/sources/outgoing">
          {t('settings.outgoing')}
        </a>
        <TextInput
          className="settings-search"
          leftSection={<IconSearch size={16} />}
          aria-label={t('settings.search')}
          placeholder={t('settings.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </header>
      <div className="page-body settings">
        <nav className="settings-groups" aria-label={t('settings.navigation')}>
          {[...names, ...(asked === '' ? [ABOUT] : [])].map((group) => (
            <button key={group} type="button" onClick={() => showGroup(group)}>
              {group === ABOUT ? t('about.title') : groupName(group)}
            </button>
          ))}
        </nav>
        <div className="page-narrow">
          <p className="settings-found" role="status">
            {asked === '' ? '' : t('settings.found', { count: found.length })}
          </p>
          {groups.size === 0 && <p className="hint">{t('settings.nothing')}</p>}
          {[...groups].map(([group, settings]) => (
            <section key={group} aria-labelledby={idOf(group)}>
              <h2 className="caption list-caption" id={idOf(group)} tabIndex={-1}>
                {groupName(group)}
              </h2>
              <SettingGroup settings={settings} isFound={asked !== ''} />
            </section>
          ))}
          {asked === '' && (
            <section aria-labelledby={idOf(ABOUT)}>
              <h2 className="caption list-caption" id={idOf(ABOUT)} tabIndex={-1}>
                {t('about.title')}
              </h2>
              <AboutStint />
            </section>
          )}
        </div>
      </div>
    </>
  );
}

/** An address after # is a page; a group is a place on this one. */
function showGroup(group: string): void {
  const heading = document.getElementById(idOf(group));
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

function textsOf({ key, meaning, form }: Setting, group: string) {
  const words = SETTING_WORDS[key];
  const values = 'values' in form ? form.values.map(String) : [];
  const choices = values.flatMap((value) => [CHOICE_WORDS[value]?.en, CHOICE_WORDS[value]?.de]);
  return { texts: [key, meaning, group, words?.en, words?.de, words?.deMeaning, ...choices] };
}
