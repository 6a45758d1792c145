import { Button, Switch, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShortcutScope } from '#shared/settings/shortcuts.ts';
import { ACTION_IDS, ACTIONS, changesOf } from '#shared/settings/shortcuts.ts';
import { client } from '../../client/connect.ts';
import { useChange } from '../../hooks/change.ts';
import { keyLabel, useKeys } from '../../hooks/shortcuts.ts';
import { scoreOf } from '../palette/rank.ts';
import { ActionRow } from './ActionRow.tsx';
import { GlobalKeyRows } from './GlobalKeyRows.tsx';
import { useRebinding } from './use-rebinding.ts';
import '../../styles/shortcuts.css';

const SCOPES: readonly ShortcutScope[] = ['everywhere', 'page', 'day', 'week', 'list', 'entry'];

/** Every action and its keys, found by name or by key, and where they are changed. */
export function ShortcutList({ onListening }: { onListening: (is: boolean) => void }) {
  const { t } = useTranslation();
  const { letters } = useKeys();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [text, setText] = useState('');
  const keys = useRebinding(onListening);
  const setLetters = useChange((value: boolean) => client.setting.set({ key: 'app.letterKeys', value }), {
    stale: ['settings'],
  });
  const shown = ACTION_IDS.map((id) => ({ id, name: t(`keys.actions.${id}`) })).filter(
    ({ id, name }) =>
      scoreOf(text, { words: name, also: keys.bindings[id].map(keyLabel).join(' ') }) !== null,
  );
  const isChanged = Object.keys(changesOf(keys.bindings)).length > 0;
  return (
    <>
      <TextInput
        ref={field}
        data-autofocus
        value={text}
        leftSection={<IconSearch size={16} aria-hidden />}
        placeholder={t('keys.find')}
        aria-label={t('keys.find')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="key-list">
        {SCOPES.map((scope) => {
          const rows = shown.filter(({ id }) => ACTIONS[id].scope === scope);
          return (
            rows.length > 0 && (
              <section key={scope}>
                <h3 className="caption">{t(`keys.${scope}`)}</h3>
                <ul className="key-rows">
                  {rows.map(({ id, name }) => (
                    <ActionRow key={id} id={id} name={name} keys={keys} />
                  ))}
                </ul>
              </section>
            )
          );
        })}
        {shown.length === 0 && <p className="hint">{t('keys.nothing')}</p>}
        {text.trim() === '' && <GlobalKeyRows />}
      </div>
      <div className="key-foot">
        <Switch
          size="sm"
          label={t('keys.letters')}
          checked={letters}
          onChange={(event) => setLetters.mutate(event.currentTarget.checked)}
        />
        {isChanged && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            disabled={keys.isBusy}
            onClick={keys.resetAll}
          >
            {t('keys.resetAll')}
          </Button>
        )}
      </div>
    </>
  );
}
