import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconCornerDownLeft, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/connect.ts';
import { previewQuery } from '../../client/queries.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { dropQuery, useRoute } from '../../hooks/route.ts';
import { useShortcuts } from '../../hooks/shortcuts.ts';

/** Typing is never held up: the preview follows when the fingers rest this long. */
const PREVIEW_AFTER_MS = 80;

/** An entry from plain words, with what would be written right under them. */
export function QuickAdd({ date }: { date: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const route = useRoute();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, PREVIEW_AFTER_MS);
  const isTyped = text.trim() !== '';
  const { data: preview } = useQuery(previewQuery(settled.trim(), date));
  const log = useChange((words: string) => client.entry.log({ text: words, date }), {
    announce: false,
    done: () => {
      const elsewhere = preview?.date && preview.date !== date ? preview.date : null;
      setText('');
      if (elsewhere !== null) say(t('quickAdd.addedElsewhere', { day: formats.longDay(elsewhere) }));
    },
  });
  useShortcuts({ n: () => field.current?.focus() });
  const asked = route.query.get('log') !== null;
  useEffect(() => {
    if (!asked) return;
    field.current?.focus();
    dropQuery();
  }, [asked]);

  const isFresh = isTyped && settled === text && preview !== undefined;
  return (
    <form
      className="quick-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (isTyped && !log.isPending) log.mutate(text.trim());
      }}
    >
      <div className="quick-add-line">
        <IconPlus size={18} stroke={1.75} aria-hidden />
        <input
          ref={field}
          className="quick-add-field"
          value={text}
          maxLength={2000}
          aria-label={t('quickAdd.label')}
          aria-describedby="quick-add-preview"
          placeholder={t('quickAdd.placeholder')}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (log.error) log.reset();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            if (text === '') event.currentTarget.blur();
            else setText('');
          }}
        />
        {isTyped && (
          <Button
            type="submit"
            size="xs"
            variant="light"
            rightSection={<IconCornerDownLeft size={14} />}
            disabled={log.isPending || (isFresh && !preview.understood)}
          >
            {t('quickAdd.write')}
          </Button>
        )}
      </div>
      <div id="quick-add-preview" className="quick-add-preview" aria-live="polite">
        {log.error !== null ? (
          <FieldProblem error={log.error} />
        ) : isTyped && preview ? (
          <span className={preview.understood ? 'quick-add-good' : undefined}>
            {preview.understood && <IconCheck size={14} aria-hidden />}
            {preview.sentence}
          </span>
        ) : (
          <span>{t('quickAdd.hint')}</span>
        )}
      </div>
    </form>
  );
}
