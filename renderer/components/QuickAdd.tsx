import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconCornerDownLeft, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { useWords } from '../words/use-words.ts';
import { previewQuery } from '../client/queries.ts';
import { getDraft, setDraft, useDraft } from '../hooks/draft.ts';
import { useLogWords, usePreviewSentence } from '../hooks/log-words.ts';
import { dropQuery, useRoute } from '../hooks/route.ts';
import { useShortcuts } from '../hooks/shortcuts.ts';
import { FieldProblem } from './FieldProblem.tsx';

/** Typing is never held up: the preview follows when the fingers rest this long. */
const PREVIEW_AFTER_MS = 80;

interface Props {
  /** The day that lies in front of the person: a date or `today`. */
  readonly date: string;
  /** In the dialog: told when the entry is written. */
  readonly onWritten?: () => void;
}

/**
 * An entry from plain words, with what would be written right under them. At the foot of a day, and in a dialog
 * everywhere else; both hold the same words, which stay until they are written.
 */
export function QuickAdd({ date, onWritten }: Props) {
  const { t } = useWords();
  const sentence = usePreviewSentence();
  const field = useRef<HTMLInputElement>(null);
  const previewId = useId();
  const text = useDraft();
  const [settled] = useDebouncedValue(text, PREVIEW_AFTER_MS);
  const isTyped = text.trim() !== '';
  const { data: preview } = useQuery(previewQuery(settled.trim(), date));
  const log = useLogWords(({ words }) => {
    // What was typed while the entry was written is already the next one.
    if (getDraft().trim() === words) setDraft('');
    onWritten?.();
  });
  const isBar = onWritten === undefined;
  const focus = () => {
    field.current?.focus();
    field.current?.setSelectionRange(getDraft().length, getDraft().length);
  };
  useShortcuts(isBar ? { quickAdd: focus } : {});
  const asked = useRoute().query.get('log') !== null;
  useEffect(() => {
    if (!asked || !isBar) return;
    focus();
    dropQuery();
  }, [asked, isBar]);

  const isFresh = isTyped && settled === text && preview !== undefined;
  return (
    <form
      className="quick-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (isTyped && !log.isPending) log.mutate({ words: text.trim(), date });
      }}
    >
      <div className="quick-add-line">
        <IconPlus size={18} stroke={1.75} aria-hidden />
        <input
          ref={field}
          className="quick-add-field"
          data-autofocus={isBar ? undefined : true}
          value={text}
          maxLength={2000}
          aria-label={t('quickAdd.label')}
          aria-describedby={previewId}
          aria-invalid={log.error !== null || undefined}
          placeholder={t('quickAdd.placeholder')}
          autoComplete="off"
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            if (log.error) log.reset();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && isBar) event.currentTarget.blur();
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
      <div id={previewId} className="quick-add-preview" aria-live="polite">
        {log.error !== null ? (
          <FieldProblem error={log.error} />
        ) : isTyped && preview ? (
          <span className={preview.understood ? 'quick-add-good' : undefined}>
            {preview.understood && <IconCheck size={14} aria-hidden />}
            {sentence(preview)}
          </span>
        ) : (
          <span>{t('quickAdd.hint')}</span>
        )}
      </div>
    </form>
  );
}
