import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { EntryShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { useChange } from '../../hooks/change.ts';

interface Props {
  readonly entry: EntryShape;
  readonly others: readonly EntryShape[];
  readonly onDone: () => void;
}

/** Merges other entries of the day into this one; those on the same ticket stand first. */
export function MergeForm({ entry, others, onDone }: Props) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const merge = useChange(client.entry.merge, { done: onDone, announce: false });
  const isSame = (other: EntryShape) => other.ticket === entry.ticket;
  const sorted = others.toSorted((a, b) => Number(isSame(b)) - Number(isSame(a)));
  return (
    <form
      className="tool-form tool-form-list"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) merge.mutate({ id: entry.id, others: chosen.join(' ') });
      }}
    >
      {sorted.map((other, index) => (
        <Checkbox
          key={other.id}
          size="xs"
          autoFocus={index === 0}
          checked={chosen.includes(other.id)}
          onChange={(event) =>
            setChosen(
              event.currentTarget.checked ? [...chosen, other.id] : chosen.filter((id) => id !== other.id),
            )
          }
          label={
            <>
              <b>{other.ticket ?? t('list.unallocated')}</b>{' '}
              <span className="num">{formatShort(other.minutes)}</span> {other.description}
            </>
          }
        />
      ))}
      <Button type="submit" size="xs" variant="light" disabled={chosen.length === 0 || merge.isPending}>
        {chosen.length === 0 ? t('entry.mergeEmpty') : t('entry.mergeDo', { count: chosen.length })}
      </Button>
      <FieldProblem error={merge.error} />
    </form>
  );
}
