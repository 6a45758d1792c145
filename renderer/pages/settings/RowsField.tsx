import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from './rows.ts';
import { rowsOf, rowsProblem, valueOf } from './rows.ts';
import type { Setting } from './setting-form.ts';

interface Props {
  readonly setting: Setting;
  readonly kind: 'map' | 'lists' | 'table';
  readonly columns: readonly string[];
  readonly label: string;
  readonly onSave: (value: unknown) => void;
  readonly onTyping: () => void;
}

/** Names with something behind each, a line each; saved when the lines are left and every one is complete. */
export function RowsField({ setting, kind, columns, label, onSave, onTyping }: Props) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(kind, setting.value, columns));
  const problem = rowsProblem(kind, rows);
  const names =
    kind === 'table' ? columns : [kind === 'lists' ? t('settings.rows.values') : t('settings.rows.value')];
  const save = (next: readonly Row[]) => {
    if (rowsProblem(kind, next) !== null) return;
    const value = valueOf(kind, next, columns);
    if (JSON.stringify(value) !== JSON.stringify(setting.value)) onSave(value);
  };
  const change = (at: number, row: Row) => {
    setRows(rows.map((one, index) => (index === at ? row : one)));
    onTyping();
  };
  return (
    <div
      className={`setting-rows setting-rows-${kind}`}
      role="group"
      aria-label={label}
      onBlur={(event) => {
        // Going on to the next cell is not leaving.
        if (!event.currentTarget.contains(event.relatedTarget)) save(rows);
      }}
    >
      {rows.map((row, at) => (
        <div key={at} className="setting-row-line">
          <TextInput
            size="xs"
            aria-label={t('settings.rows.name', { at: at + 1 })}
            placeholder={t('settings.rows.nameHint')}
            value={row.name}
            spellCheck={false}
            onChange={(event) => change(at, { ...row, name: event.currentTarget.value })}
          />
          {names.map((name, column) => (
            <TextInput
              key={name}
              size="xs"
              aria-label={`${row.name || t('settings.rows.name', { at: at + 1 })}: ${name}`}
              placeholder={name}
              value={row.cells[column] ?? ''}
              spellCheck={false}
              inputMode={kind === 'table' ? 'decimal' : 'text'}
              onChange={(event) => {
                const text = event.currentTarget.value;
                change(at, {
                  ...row,
                  cells: names.map((_, index) => (index === column ? text : (row.cells[index] ?? ''))),
                });
              }}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('settings.rows.remove', { name: row.name || String(at + 1) })}
            onClick={() => {
              const next = rows.filter((_, index) => index !== at);
              setRows(next);
              onTyping();
              save(next);
            }}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      {problem !== null && rows.length > 0 && (
        <p className="hint setting-rows-problem" role="status">
          {t(`settings.rows.${problem}`)}
        </p>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<IconPlus size={13} />}
        onClick={() => setRows([...rows, { name: '', cells: names.map(() => '') }])}
      >
        {t('settings.rows.add')}
      </Button>
    </div>
  );
}
