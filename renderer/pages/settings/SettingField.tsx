import { Button, NativeSelect, SegmentedControl, Switch, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../hooks/formats.ts';
import { CHOICE_WORDS } from '../../words/setting-words.ts';
import { openDialog } from '../../hooks/dialogs.ts';
import { KeysField } from './KeysField.tsx';
import { OnSourcesPage } from './OnSourcesPage.tsx';
import { RowsField } from './RowsField.tsx';
import { savedLine } from './saved-line.ts';
import { SetField } from './SetField.tsx';
import type { Setting } from './setting-form.ts';
import { formOf, valueText } from './setting-form.ts';
import { WeekdaysField } from './WeekdaysField.tsx';

/** So many letters of choices fit beside each other in the smallest window. */
const BESIDE = 44;

interface Props {
  readonly setting: Setting;
  readonly label: string;
  readonly onSave: (value: unknown) => void;
  /** The person changes what was refused: the refusal need not stand any longer. */
  readonly onTyping: () => void;
}

const stringsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The value of a setting, edited by its type; saved when it is chosen, or when the field is left or Enter pressed. */
export function SettingField({ setting, label, onSave, onTyping }: Props) {
  const { t, i18n } = useTranslation();
  const form = formOf(setting);
  const words = (value: string | number) =>
    CHOICE_WORDS[String(value)]?.[i18n.language === 'de' ? 'de' : 'en'] ?? String(value);
  switch (form.kind) {
    case 'switch':
      return (
        <Switch
          aria-label={label}
          checked={setting.value === true}
          onChange={(event) => onSave(event.currentTarget.checked)}
        />
      );
    case 'choice':
      // More than fit beside each other, also in a small window.
      if (form.values.length > 4 || form.values.map(words).join('').length > BESIDE)
        return (
          <NativeSelect
            aria-label={label}
            className="setting-select"
            value={String(setting.value)}
            data={form.values.map((value) => ({ value: String(value), label: words(value) }))}
            onChange={(event) =>
              onSave(form.values.find((value) => String(value) === event.currentTarget.value))
            }
          />
        );
      return (
        <SegmentedControl
          aria-label={label}
          size="xs"
          value={String(setting.value)}
          data={form.values.map((value) => ({ value: String(value), label: words(value) }))}
          onChange={(chosen) => onSave(form.values.find((value) => String(value) === chosen))}
        />
      );
    case 'weekdays':
      return <WeekdaysField label={label} value={setting.value} onSave={onSave} />;
    case 'set':
      return (
        <SetField label={label} value={setting.value} values={form.values} words={words} onSave={onSave} />
      );
    case 'source':
      return <OnSourcesPage value={setting.value} />;
    case 'shortcuts':
      return (
        <Button size="xs" variant="default" onClick={() => openDialog('shortcuts')}>
          {t('settings.toShortcuts')}
        </Button>
      );
    case 'keys':
      return <KeysField setting={setting} label={label} onSave={onSave} onTyping={onTyping} />;
    case 'list':
      return (
        <TagsInput
          aria-label={label}
          placeholder={stringsOf(setting.value).length === 0 ? t('settings.listHint') : undefined}
          defaultValue={stringsOf(setting.value)}
          onChange={(texts) => {
            const numbers = texts.map((text) => Number(text.replace(',', '.')));
            onSave(form.of === 'number' && !numbers.some(Number.isNaN) ? numbers : texts);
          }}
          onSearchChange={onTyping}
          acceptValueOnBlur
        />
      );
    case 'map':
    case 'lists':
    case 'table':
      return (
        <RowsField
          setting={setting}
          kind={form.kind}
          columns={form.kind === 'table' ? form.columns.map(({ name }) => name) : []}
          label={label}
          onSave={onSave}
          onTyping={onTyping}
        />
      );
    case 'number':
    case 'duration':
    case 'text':
    case 'json':
      return (
        <TextField setting={setting} label={label} kind={form.kind} onSave={onSave} onTyping={onTyping} />
      );
  }
}

function TextField({
  setting,
  label,
  kind,
  onSave,
  onTyping,
}: Props & { kind: 'number' | 'duration' | 'text' | 'json' }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isNumber = kind === 'number';
  const { value } = setting;
  const plain = kind === 'json' ? JSON.stringify(value) : valueText(value);
  const known = typeof value === 'number' && isNumber ? formats.decimal(value) : plain;
  const [text, setText] = useState(known);
  const [isWrong, setIsWrong] = useState(false);
  const save = () => {
    if (text.trim() === known) return;
    const number = Number(text.trim().replace(',', '.'));
    if (isNumber && (text.trim() === '' || !Number.isFinite(number))) setIsWrong(true);
    else onSave(isNumber ? number : text.trim());
  };
  return (
    <TextInput
      aria-label={label}
      className={kind === 'text' || kind === 'json' ? undefined : 'setting-number'}
      placeholder={kind === 'duration' ? '1h30m' : undefined}
      value={text}
      spellCheck={false}
      inputMode={isNumber ? 'decimal' : 'text'}
      error={isWrong ? t('settings.badNumber') : null}
      onChange={(event) => {
        setText(event.currentTarget.value);
        setIsWrong(false);
        onTyping();
      }}
      {...savedLine(save, () => setText(known))}
    />
  );
}
