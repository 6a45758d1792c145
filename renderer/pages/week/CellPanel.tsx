import { Button, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShort } from '#shared/values/minutes.ts';
import type { Wanted } from './use-cell-edit.ts';

interface Props {
  readonly needs: 'description' | 'reason';
  readonly wanted: Wanted;
  readonly ticket: string;
  /** The title of the ticket: what a description begins with. */
  readonly title: string;
  readonly day: string;
  /** What was written before, and what was wrong with it; null: nothing yet. */
  readonly typed: string | null;
  readonly problem: string | null;
  /** Has it written with these words, and goes on. */
  readonly onWrite: (words: string) => void;
  readonly onCancel: () => void;
}

/** Asks in place for the words that a change needs: what new time went into, or why a submitted day was wrong. */
export function CellPanel(props: Props) {
  const { needs, wanted, ticket, title, day, problem, onWrite, onCancel } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(props.typed ?? (needs === 'description' ? title : ''));
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  const size = formatShort(wanted.change);
  const time = `${wanted.change > 0 ? '+' : ''}${size}`;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onWrite(text.trim());
  };
  return (
    <form className="cell-panel" onSubmit={submit}>
      <TextInput
        ref={field}
        data-autofocus
        size="sm"
        label={needs === 'reason' ? t('weekGrid.reason') : t('weekGrid.description', { time: size })}
        description={
          needs === 'reason'
            ? t('weekGrid.reasonHint', { time, day })
            : t('weekGrid.descriptionHint', { ticket, day })
        }
        inputWrapperOrder={['label', 'input', 'description']}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={2000}
        autoComplete="off"
      />
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="cell-panel-foot">
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
          {t('weekGrid.cancel')}
        </Button>
        <Button size="compact-sm" type="submit" disabled={text.trim() === ''}>
          {needs === 'reason' ? t('weekGrid.append', { time }) : t('weekGrid.add', { time: size })}
        </Button>
      </div>
    </form>
  );
}
