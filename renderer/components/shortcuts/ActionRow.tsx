import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActionId } from '#shared/settings/shortcuts.ts';
import { ACTIONS, isFixed } from '#shared/settings/shortcuts.ts';
import { keyLabel } from '../../hooks/shortcuts.ts';
import type { Objection, useRebinding } from './use-rebinding.ts';

interface Props {
  readonly id: ActionId;
  readonly name: string;
  readonly keys: ReturnType<typeof useRebinding>;
}

/** One action with its keys; a key is pressed to change it. */
export function ActionRow({ id, name, keys }: Props) {
  const { t } = useTranslation();
  const combos = keys.bindings[id];
  const written = ACTIONS[id].keys.map(keyLabel).join(' ');
  const isChanged = combos.join(' ') !== ACTIONS[id].keys.join(' ');
  const place = keys.place?.id === id ? keys.place : null;
  if (isFixed(id))
    return (
      <li className="key-row">
        <span>{name}</span>
        <span className="key-set">
          <span className="key-fixed">{t('keys.fixed')}</span>
          {combos.map((combo) => (
            <kbd key={combo}>{keyLabel(combo)}</kbd>
          ))}
        </span>
      </li>
    );
  return (
    <li className={`key-row${place === null ? '' : ' key-row-open'}`}>
      <span>{name}</span>
      <span className="key-set">
        {isChanged && (
          <Tooltip label={t('keys.reset', { keys: written, action: name })}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={t('keys.reset', { keys: written, action: name })}
              disabled={keys.isBusy}
              onClick={() => keys.reset(id)}
            >
              <IconRestore size={14} />
            </ActionIcon>
          </Tooltip>
        )}
        {combos.map((combo) => (
          <button
            key={combo}
            type="button"
            className="key-button"
            aria-label={t('keys.change', { keys: keyLabel(combo), action: name })}
            aria-pressed={place?.old === combo}
            onClick={() => keys.begin({ id, old: combo })}
          >
            <kbd>{keyLabel(combo)}</kbd>
          </button>
        ))}
        <button
          type="button"
          className="key-button key-more"
          aria-label={t('keys.add', { action: name })}
          onClick={() => keys.begin({ id, old: null })}
        >
          {combos.length === 0 ? t('keys.none') : <IconPlus size={14} aria-hidden />}
        </button>
      </span>
      {place !== null && (
        <div className="key-listen">
          <span role="status">
            {keys.objection === null ? (
              <>
                <b>{t('keys.press')}</b> {t('keys.pressHint')}
              </>
            ) : (
              <ObjectionWords objection={keys.objection} />
            )}
          </span>
          <span className="key-set">
            {keys.objection?.why === 'taken' ? (
              <>
                <Button size="compact-xs" autoFocus onClick={keys.swap}>
                  {t(place.old === null ? 'keys.take' : 'keys.swap')}
                </Button>
                <Button size="compact-xs" variant="default" onClick={keys.leave}>
                  {t('keys.keep')}
                </Button>
              </>
            ) : (
              place.old !== null && (
                <Button size="compact-xs" variant="default" onClick={keys.remove}>
                  {t('keys.remove')}
                </Button>
              )
            )}
          </span>
        </div>
      )}
    </li>
  );
}

function ObjectionWords({ objection }: { objection: Objection }) {
  const { t } = useTranslation();
  const pressed = keyLabel(objection.combo);
  if (objection.why === 'taken') {
    const other = objection.by.map((id) => t(`keys.actions.${id}`)).join(', ');
    return <>{t('keys.taken', { keys: pressed, other })}</>;
  }
  const words = {
    focus: 'keys.reservedFocus',
    text: 'keys.reservedText',
    window: 'keys.reservedWindow',
  } as const;
  return <>{t(words[objection.by], { keys: pressed })}</>;
}
