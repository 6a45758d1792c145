import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryShape } from '#shared/contract/shapes.ts';
import { readCellText } from '#shared/review/cell-text.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { dayQuery } from '../../client/queries.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { SourceMark } from '../../components/SourceMark.tsx';
import { useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';

interface Props {
  readonly date: string;
  /** '' is none. */
  readonly ticket: string;
  /** What the cell is to have, when the person must say which entry gets shorter; null: only to look. */
  readonly wanted: number | null;
  readonly onDone: () => void;
}

/** The entries a cell rests on, each with its time to change. On a submitted day they are only shown. */
export function CellEntries({ date, ticket, wanted, onDone }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data } = useQuery(dayQuery(date));
  const here = data?.day.date === date ? data : null;
  const entries = here?.day.entries.filter((entry) => (entry.ticket ?? '') === ticket);
  const have = entries?.reduce((sum, entry) => sum + entry.minutes, 0);
  const list = useRef<HTMLDivElement>(null);
  const isThere = entries !== undefined;
  useEffect(() => {
    // The panel was drawn before its entries were there: the focus goes to the first of them.
    const find = (what: string) => list.current?.querySelector<HTMLElement>(what);
    if (isThere) (find('input') ?? find('a'))?.focus();
  }, [isThere]);
  useEffect(() => {
    if (wanted !== null && have === wanted) onDone();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when the minutes fit, and only then
  }, [have, wanted]);
  const isFinal = here?.day.status === 'submitted';
  return (
    <div className="cell-panel" ref={list}>
      <div className="cell-panel-head">
        <b>
          {t('weekGrid.entriesOf', {
            ticket: ticket === '' ? t('week.unallocated') : ticket,
            day: formats.shortDay(date),
          })}
        </b>
        <a className="link-button" href={`#/today/${date}`}>
          {t('weekGrid.toDay')}
        </a>
      </div>
      {wanted !== null && have !== undefined && have > wanted && (
        <p className="cell-panel-ask">{t('weekGrid.choose', { time: formatShort(have - wanted) })}</p>
      )}
      {entries?.length === 0 && <p className="hint">{t('weekGrid.noEntries')}</p>}
      <ul className="cell-entries" aria-busy={!isThere}>
        {entries?.map((entry) => (
          <CellEntry
            key={entry.id}
            entry={entry}
            zone={here?.zone ?? 'UTC'}
            isFixed={isFinal || (here?.details[entry.id]?.correction ?? null) !== null}
          />
        ))}
      </ul>
    </div>
  );
}

function CellEntry({ entry, zone, isFixed }: { entry: EntryShape; zone: string; isFixed: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [text, setText] = useState(formatShort(entry.minutes));
  const edit = useChange((minutes: number) => client.entry.edit({ id: entry.id, minutes }), {
    announce: false,
  });
  const remove = useChange(() => client.entry.delete({ id: entry.id }));
  const words = entry.description || t('weekGrid.noWords');
  const minutes = readCellText(text, entry.minutes, 8);
  const save = () => {
    if (minutes === null || minutes === entry.minutes) return;
    if (minutes <= 0) remove.mutate(undefined);
    else edit.mutate(minutes, { onSuccess: ({ minutes: now }) => setText(formatShort(now)) });
  };
  return (
    <li>
      <SourceMark source={entry.source} />
      <span className="cell-entry-words">
        <span>{words}</span>
        {entry.startedAt !== null && entry.endedAt !== null && (
          <small className="num">{formats.clockRange(entry.startedAt, entry.endedAt, zone)}</small>
        )}
      </span>
      {isFixed ? (
        <span className="num">{formatShort(entry.minutes)}</span>
      ) : (
        <>
          <input
            className="num cell-entry-time"
            value={text}
            aria-label={t('weekGrid.entryTime', { what: words })}
            aria-invalid={minutes === null}
            maxLength={12}
            onChange={(event) => setText(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={save}
            onKeyDown={(event) => {
              if (event.key === 'Enter') save();
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('weekGrid.deleteEntry', { what: words })}
            onClick={() => remove.mutate(undefined)}
          >
            <IconTrash size={14} />
          </ActionIcon>
        </>
      )}
      <FieldProblem error={edit.error} />
    </li>
  );
}
