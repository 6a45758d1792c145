import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsQuery } from '../../client/queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';
import { useRoute } from '../../hooks/route.ts';
import { SETTING_WORDS } from '../../words/setting-words.ts';
import { SettingRow } from './SettingRow.tsx';
import type { Setting } from './setting-form.ts';

/** Every setting the host has, by group; found by name, meaning or key. */
export function SettingsPage() {
  const { t, i18n } = useTranslation();
  const route = useRoute();
  const [search, setSearch] = useState(route.query.get('find') ?? '');
  const { data, error, refetch } = useQuery(settingsQuery());
  if (!data) return <PageFallback error={error} retry={() => void refetch()} />;
  const asked = search.trim().toLowerCase();
  const wordsOf = (setting: Setting) => SETTING_WORDS[setting.key];
  const fits = (setting: Setting) => {
    const words = wordsOf(setting);
    return [setting.key, setting.meaning, words?.en, words?.de, words?.deMeaning].some((text) =>
      text?.toLowerCase().includes(asked),
    );
  };
  const groups = Map.groupBy(data.filter(fits), (setting) => setting.group);
  return (
    <>
      <header className="page-head">
        <h1 className="page-title">{t('settings.title')}</h1>
        <div className="topbar-space" />
        <TextInput
          className="settings-search"
          leftSection={<IconSearch size={16} />}
          aria-label={t('settings.search')}
          placeholder={t('settings.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </header>
      <div className="page-body">
        <div className="page-narrow">
          {groups.size === 0 && <p className="hint">{t('settings.nothing')}</p>}
          {[...groups].map(([group, settings]) => (
            <section key={group}>
              <h2 className="caption list-caption">
                {t(`settings.groups.${group as 'You'}`, { defaultValue: group })}
              </h2>
              <ul className="rows surface">
                {settings.map((setting) => {
                  const words = wordsOf(setting);
                  const isGerman = i18n.language === 'de';
                  return (
                    <SettingRow
                      key={setting.key}
                      setting={setting}
                      title={(isGerman ? words?.de : words?.en) ?? setting.key}
                      meaning={(isGerman ? words?.deMeaning : undefined) ?? setting.meaning}
                    />
                  );
                })}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </>
  );
}
