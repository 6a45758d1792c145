import { Button, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShort } from '#shared/values/minutes.ts';
import type { CellAnswer, CellWords, Wanted } from './use-cell-edit.ts';

interface Props {
  readonly needs: 'description' | 'reason';
  readonly wanted: Wanted;
  readonly ticket: string;
  /** The title of the ticket: what a description begins with. */
  readonly title: string;
  readonly day: string;
  readonly write: (words: CellWords) => Promise<CellAnswer>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks in place for the words that a change needs: what new time went into, or why a submitted day was wrong. */
export function CellPanel({ needs, wanted, ticket, title, day, write, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(needs === 'description' ? title : '');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  const size = formatShort(wanted.change);
  const time = `${wanted.change > 0 ? '+' : ''}${size}`;
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || isBusy) return;
    setIsBusy(true);
    const words = text.trim();
    const answer = await write(needs === 'reason' ? { reason: words } : { description: words });
    if (answer.is === 'done') return onDone();
    setIsBusy(false);
    setProblem(answer.is === 'bad' ? answer.words : t('weekGrid.changed'));
  };
  return (
    <form className="cell-panel" onSubmit={(event) => void submit(event)}>
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
        <Button size="compact-sm" type="submit" disabled={text.trim() === '' || isBusy}>
          {needs === 'reason' ? t('weekGrid.append', { time }) : t('weekGrid.add', { time: size })}
        </Button>
      </div>
    </form>
  );
}
