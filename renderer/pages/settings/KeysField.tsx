import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconKeyboard, IconPlayerStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceleratorOf, readAccelerator } from '#shared/settings/accelerator.ts';
import { ACTION_IDS } from '#shared/settings/shortcuts.ts';
import { globalKeysQuery } from '../../client/queries.ts';
import { isMac, keyPressOf, pressedCombo, useKeys } from '../../hooks/shortcuts.ts';
import { savedLine } from './saved-line.ts';
import type { Setting } from './setting-form.ts';

interface Props {
  readonly setting: Setting;
  readonly label: string;
  readonly onSave: (value: string) => void;
  readonly onTyping: () => void;
}

/** What is told of keys that were pressed or typed. */
interface Told {
  readonly words: string;
  readonly isRefusal: boolean;
}

/**
 * Keys of a global shortcut: pressed, or typed as the setting writes them. It stays when its value changes: whoever
 * pressed some keys may already press the next ones.
 */
export function KeysField({ setting, label, onSave, onTyping }: Props) {
  const { t } = useTranslation();
  const known = typeof setting.value === 'string' ? setting.value : '';
  const [shown, setShown] = useState(known);
  const [text, setText] = useState(known);
  if (shown !== known) {
    setShown(known);
    setText(known);
  }
  const [isListening, setListening] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const { data: globals = [] } = useQuery(globalKeysQuery());
  const { bindings } = useKeys();
  const refuse = (words: string) => setTold({ words, isRefusal: true });
  /** Whether another global shortcut has them already; then it says so. */
  const isTaken = (keys: string): boolean => {
    const other = globals.find(
      (one) =>
        one.setting !== setting.key && keys !== '' && readAccelerator(one.keys) === readAccelerator(keys),
    );
    if (other) refuse(t('keys.taken', { keys, other: t(`keys.globals.${other.action}`) }));
    return other !== undefined;
  };
  const take = (keys: string, note: Told | null = null) => {
    setListening(false);
    setTold(note);
    setText(keys);
    // What was taken a moment ago may not be known yet.
    if (keys !== known || keys !== text) onSave(keys);
  };
  const onPress = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat || ['Control', 'Meta', 'Alt', 'Shift', 'AltGraph'].includes(event.key)) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (isPlain && event.key === 'Escape') return setListening(false);
    if (isPlain && (event.key === 'Backspace' || event.key === 'Delete')) return take('');
    const keys = acceleratorOf(keyPressOf(event), isMac);
    if (keys === null) return refuse(t('keys.globalTypes'));
    if (isTaken(keys)) return;
    const combo = pressedCombo(event);
    const own = ACTION_IDS.find((id) => combo !== null && bindings[id].includes(combo));
    take(
      keys,
      own === undefined
        ? null
        : { words: t('keys.globalAlso', { keys, other: t(`keys.actions.${own}`) }), isRefusal: false },
    );
  };
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    if (!isListening) return undefined;
    const onKey = (event: KeyboardEvent) => latest.current(event);
    const leave = () => setListening(false);
    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener('blur', leave);
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('blur', leave);
    };
  }, [isListening]);
  const save = () => {
    const typed = text.trim();
    if (typed !== known && !isTaken(typed)) onSave(typed);
  };
  const words = isListening ? t('keys.stop') : t('keys.record');
  return (
    <div className="keys-field">
      <div className="keys-line">
        <TextInput
          aria-label={label}
          value={isListening ? '' : text}
          placeholder={isListening ? t('keys.press') : undefined}
          readOnly={isListening}
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setTold(null);
            onTyping();
          }}
          {...savedLine(save, () => setText(known))}
        />
        <Tooltip label={words}>
          <ActionIcon
            variant={isListening ? 'filled' : 'default'}
            size={30}
            aria-label={`${words}: ${label}`}
            aria-pressed={isListening}
            onClick={() => {
              setTold(null);
              onTyping();
              setListening(!isListening);
            }}
            onBlur={() => setListening(false)}
          >
            {isListening ? <IconPlayerStop size={16} /> : <IconKeyboard size={16} />}
          </ActionIcon>
        </Tooltip>
      </div>
      <span role="status" className={told?.isRefusal ? 'setting-default field-problem' : 'setting-default'}>
        {told?.words ?? (isListening ? t('keys.recordHint') : '')}
      </span>
    </div>
  );
}
