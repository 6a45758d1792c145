import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { EntryShape } from '#shared/contract/shapes.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { useChange } from '../../hooks/change.ts';
import { readTime } from './read-time.ts';

/** Appends a correction to an entry of a submitted day: how much, and why. What was submitted stays. */
export function CorrectForm({ entry, onDone }: { entry: EntryShape; onDone: () => void }) {
  const { t } = useWords();
  const [time, setTime] = useState('');
  const [reason, setReason] = useState('');
  const correct = useChange(client.entry.correct, { done: onDone, announce: false });
  const minutes = readTime(time);
  const isGood = minutes !== null && minutes !== 0 && reason.trim() !== '';
  return (
    <form
      className="tool-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) correct.mutate({ id: entry.id, minutes, reason: reason.trim() });
      }}
    >
      <TextInput
        className="entry-form-time"
        label={t('entry.correctMinutes')}
        placeholder="-30m"
        value={time}
        onChange={(event) => setTime(event.currentTarget.value)}
        error={time.trim() !== '' && time.trim() !== '-' && minutes === null}
      />
      <TextInput
        className="tool-form-wide"
        label={t('entry.correctReason')}
        value={reason}
        maxLength={2000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" variant="light" disabled={!isGood || correct.isPending}>
        {t('entry.correctDo')}
      </Button>
      <FieldProblem error={correct.error} />
      <p className="hint tool-form-hint">{t('entry.correctHint')}</p>
    </form>
  );
}
