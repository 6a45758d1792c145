import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SETTING_WORDS } from '../../words/setting-words.ts';
import { SettingRow } from './SettingRow.tsx';
import type { Setting } from './setting-form.ts';

/** Ids that connecting finds out, and addresses that are nearly always the usual ones: shown when they are asked for. */
const isFolded = (setting: Setting): boolean => setting.key.startsWith('providers.');

/** The settings of one group. @param isFound they were searched for, so nothing is folded away. */
export function SettingGroup({ settings, isFound }: { settings: readonly Setting[]; isFound: boolean }) {
  const folded = isFound ? [] : settings.filter(isFolded);
  return (
    <>
      <Rows settings={settings.filter((setting) => !folded.includes(setting))} />
      <Folded settings={folded} />
    </>
  );
}

function Rows({ settings }: { settings: readonly Setting[] }) {
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
      {isOpen && <Rows settings={settings} />}
    </>
  );
}
