import { Button, TextInput, Textarea } from '@mantine/core';
import { IconArrowMerge, IconArrowsSplit2, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DayView, EntryShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { TicketPicker } from '../../components/TicketPicker.tsx';
import { useChange } from '../../hooks/change.ts';
import { runAction } from '../../hooks/shortcuts.ts';
import { MergeForm } from './MergeForm.tsx';
import { SplitForm } from './SplitForm.tsx';
import { readTime } from './read-time.ts';
import { useClockFields } from './use-clock-fields.ts';

interface Props {
  readonly entry: EntryShape;
  readonly view: DayView;
  /** The other entries of the day, which it may be merged with. */
  readonly others: readonly EntryShape[];
  /** The description takes the focus: the person asked to edit, not only to look. */
  readonly wantsWords: boolean;
  readonly onDone: () => void;
  readonly onDelete: () => void;
}

/** Edits an entry in place: ticket, time, words; splits, merges, deletes it. Only what was changed is written. */
export function EntryEditor({ entry, view, others, wantsWords, onDone, onDelete }: Props) {
  const { t } = useWords();
  const [ticket, setTicket] = useState(entry.ticket);
  const [time, setTime] = useState(formatShort(entry.minutes));
  const [description, setDescription] = useState(entry.description);
  const [tool, setTool] = useState<'split' | 'merge' | null>(null);
  const times = useClockFields(entry, view);
  const confirms = useRef(false);
  const edit = useChange(client.entry.edit, {
    done: () => {
      onDone();
      if (confirms.current) runAction('confirmDay');
    },
    announce: false,
  });

  const minutes = readTime(time);
  const patch = {
    ...(ticket === entry.ticket ? {} : { ticket: ticket ?? '' }),
    ...(minutes === null || minutes === entry.minutes ? {} : { minutes }),
    ...(description.trim() === entry.description ? {} : { description: description.trim() }),
    ...times.patch,
  };
  const isChanged = Object.keys(patch).length > 0;
  const isWrong = minutes === null || times.fromProblem !== null || times.toProblem !== null;
  const save = (confirm = false) => {
    if (isWrong || edit.isPending) return;
    confirms.current = confirm;
    if (isChanged) edit.mutate({ id: entry.id, ...patch });
    else {
      onDone();
      if (confirm) runAction('confirmDay');
    }
  };

  return (
    <>
      <form
        className="entry-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            // The day is confirmed as it is written here.
            save(true);
          }
        }}
      >
        <div className="field entry-form-ticket">
          <span className="field-label">{t('entry.ticket')}</span>
          <TicketPicker form="field" label={t('entry.ticket')} value={ticket} onChange={setTicket} />
        </div>
        <TextInput
          className="entry-form-time"
          label={t('entry.minutes')}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
          error={minutes === null ? t('entry.badMinutes') : null}
          inputMode="text"
          autoComplete="off"
        />
        {times.isShown && (
          <>
            <TextInput
              className="entry-form-clock"
              label={t('clock.from')}
              value={times.from}
              onChange={(event) => times.setFrom(event.currentTarget.value)}
              error={times.fromProblem}
              autoComplete="off"
            />
            <TextInput
              className="entry-form-clock"
              label={t('clock.to')}
              value={times.to}
              onChange={(event) => times.setTo(event.currentTarget.value)}
              error={times.toProblem}
              autoComplete="off"
            />
          </>
        )}
        <Textarea
          className="entry-form-words"
          label={t('entry.description')}
          value={description}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={2000}
          autoFocus={wantsWords}
          onFocus={(event) => event.currentTarget.setSelectionRange(description.length, description.length)}
          onChange={(event) => setDescription(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            save();
          }}
        />
        <FieldProblem error={edit.error} />
        <div className="entry-form-actions">
          <Button type="submit" size="xs" disabled={!isChanged || isWrong || edit.isPending}>
            {t('app.save')}
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
            {t('app.cancel')}
          </Button>
          <span className="topbar-space" />
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowsSplit2 size={14} />}
            aria-expanded={tool === 'split'}
            disabled={entry.minutes < 2}
            onClick={() => setTool(tool === 'split' ? null : 'split')}
          >
            {t('entry.split')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowMerge size={14} />}
            aria-expanded={tool === 'merge'}
            disabled={others.length === 0}
            onClick={() => setTool(tool === 'merge' ? null : 'merge')}
          >
            {t('entry.merge')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            className="danger"
            leftSection={<IconTrash size={14} />}
            onClick={onDelete}
          >
            {t('entry.delete')}
          </Button>
        </div>
      </form>
      {tool === 'split' && <SplitForm entry={entry} onDone={onDone} />}
      {tool === 'merge' && <MergeForm entry={entry} others={others} onDone={onDone} />}
    </>
  );
}
