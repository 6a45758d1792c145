import { ActionIcon, Tooltip } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/connect.ts';
import { GlobalKeyNote } from '../../components/shortcuts/GlobalKeyNote.tsx';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { useChange } from '../../hooks/change.ts';
import { CHOICE_WORDS } from '../../words/setting-words.ts';
import { ReplayPreview } from './ReplayPreview.tsx';
import { SettingField } from './SettingField.tsx';
import type { Setting } from './setting-form.ts';
import { formOf, isChanged, isPreviewed, valueText } from './setting-form.ts';

interface Props {
  readonly setting: Setting;
  readonly title: string;
  readonly meaning: string;
}

/** One setting: its name, what it means, its value in place, and the way back to the default. */
export function SettingRow({ setting, title, meaning }: Props) {
  const { t, i18n } = useTranslation();
  const set = useChange((value: unknown) => client.setting.set({ key: setting.key, value }), {
    stale: ['settings', 'day', 'week'],
    announce: false,
  });
  /** A value that is looked at before it is taken. */
  const [wish, setWish] = useState<{ value: unknown } | null>(null);
  const save = (value: unknown) => {
    if (isPreviewed(setting.key) && JSON.stringify(value) !== JSON.stringify(setting.value))
      setWish({ value });
    else set.mutate(value);
  };
  const shown = wish === null ? setting : { ...setting, value: wish.value };
  const german = i18n.language === 'de';
  const initial = valueText(setting.initial, (one) => CHOICE_WORDS[one]?.[german ? 'de' : 'en'] ?? one);
  const initialWords = t('settings.initial', { value: initial === '' ? t('settings.empty') : initial });
  const hasOwnPlace = ['source', 'shortcuts'].includes(formOf(setting).kind);
  const decidedBy = setting.from ?? null;
  const resetLabel = `${t('settings.reset')} · ${initialWords}`;
  return (
    <li className="setting" id={setting.key}>
      <div className="setting-words">
        <span className="setting-title" id={`title-${setting.key}`}>
          {title}
          {isChanged(setting) && <span className="setting-changed">{t('settings.changed')}</span>}
          <code>{setting.key}</code>
        </span>
        <span className="setting-meaning">{meaning}</span>
        {isChanged(setting) && !hasOwnPlace && <span className="setting-default">{initialWords}</span>}
        {decidedBy !== null && (
          <span className="setting-from">{t('settings.from', { place: decidedBy })}</span>
        )}
        {setting.key.startsWith('app.global') && <GlobalKeyNote setting={setting.key} />}
        <FieldProblem error={set.error} brief />
      </div>
      <div className="setting-field">
        <SettingField
          // Drawn anew with a new value; the one that listens to keys follows it by itself.
          key={formOf(setting).kind === 'keys' ? setting.key : JSON.stringify(shown.value)}
          setting={shown}
          label={title}
          onSave={save}
          onTyping={() => {
            if (set.error) set.reset();
          }}
        />
      </div>
      <span className="setting-reset">
        {isChanged(setting) && !hasOwnPlace && decidedBy === null && (
          <Tooltip label={resetLabel}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${resetLabel}: ${title}`}
              onClick={() => save(setting.initial)}
            >
              <IconRestore size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </span>
      {wish !== null && (
        <ReplayPreview
          setting={setting.key}
          value={wish.value}
          isBusy={set.isPending}
          onDo={() => {
            setWish(null);
            set.mutate(wish.value);
          }}
          onLeave={() => setWish(null)}
        />
      )}
    </li>
  );
}
