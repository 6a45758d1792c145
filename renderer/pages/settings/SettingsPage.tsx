import { Button, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react';
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
  const { t } = useTranslation();
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
      <div className="page-body">
        <div className="page-narrow">
          {groups.size === 0 && <p className="hint">{t('settings.nothing')}</p>}
          {[...groups].map(([group, settings]) => (
            <section key={group}>
              <h2 className="caption list-caption">
                {t(`settings.groups.${group as 'You'}`, { defaultValue: group })}
              </h2>
              <SettingRows settings={settings.filter((setting) => !isFolded(setting, asked))} />
              <Folded settings={settings.filter((setting) => isFolded(setting, asked))} />
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

/** Ids that connecting finds out, and addresses that are nearly always the usual ones: shown when they are asked for. */
const isFolded = (setting: Setting, asked: string): boolean =>
  setting.key.startsWith('providers.') && asked === '';

function SettingRows({ settings }: { settings: readonly Setting[] }) {
  const { i18n } = useTranslation();
  const isGerman = i18n.language === 'de';
  return (
    <ul className="rows surface">
      {settings.map((setting) => {
        const words = SETTING_WORDS[setting.key];
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
  );
}

function Folded({ settings }: { settings: readonly Setting[] }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (settings.length === 0) return null;
  return (
    <>
      <p className="settings-fold">
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={isOpen}
          leftSection={isOpen ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('settings.providerIds', { count: settings.length })}
        </Button>
        <a className="link-button" href="#/connections">
          {t('settings.toConnections')}
        </a>
      </p>
      {isOpen && <SettingRows settings={settings} />}
    </>
  );
}
