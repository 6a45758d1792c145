import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Setting } from './setting-form.ts';

interface Props {
  readonly setting: Setting;
  readonly label: string;
  readonly onSave: (value: unknown) => void;
  readonly onTyping: () => void;
}

const textOf = (value: unknown): string =>
  JSON.stringify(value) === '{}' ? '' : JSON.stringify(value, null, 2);

/** Reads JSON; undefined when it is none. Nothing at all is an empty object. */
function readJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A value with parts of its own, written as JSON; saved when the field is left. */
export function JsonField({ setting, label, onSave, onTyping }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(textOf(setting.value));
  const value = readJson(text);
  return (
    <Textarea
      aria-label={label}
      placeholder={t('settings.jsonHint')}
      value={text}
      autosize
      minRows={1}
      maxRows={8}
      spellCheck={false}
      error={value === undefined ? t('settings.badJson') : null}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onTyping();
      }}
      onBlur={() => {
        if (value !== undefined && JSON.stringify(value) !== JSON.stringify(setting.value)) onSave(value);
      }}
    />
  );
}
