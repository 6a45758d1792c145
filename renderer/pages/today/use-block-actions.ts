import { useWords } from '../../words/use-words.ts';
import type { DayView, EntryShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import type { EntryBlock } from './timeline-layout.ts';
import type { Moves } from './use-moves.ts';

/** The block after this one that belongs to another entry; undefined: it is the last. */
export function nextBlock(blocks: readonly EntryBlock[], block: EntryBlock): EntryBlock | undefined {
  return blocks
    .filter(({ entry, span }) => entry.id !== block.entry.id && span.start >= block.span.start)
    .toSorted((a, b) => a.span.start - b.span.start)[0];
}

/** The middle of a stretch, on a quarter of an hour where that leaves something on both sides. */
export function middleOf({ span }: EntryBlock): number {
  const quarter = 15 * 60_000;
  const half = (span.start + span.end) / 2;
  const round = Math.round(half / quarter) * quarter;
  return round > span.start && round < span.end ? round : Math.round(half / 60_000) * 60_000;
}

/**
 * What can be done to a block besides moving it. Each is one step of undo.
 * @param refocus gives the block the focus that its change took away.
 */
export function useBlockActions(view: DayView, moves: Moves, refocus: (key: string) => void) {
  const { t } = useWords();
  const formats = useFormats();
  const nameOf = (entry: EntryShape) => entry.ticket ?? t('list.unallocated');
  const split = useChange(client.entry.split);
  const merge = useChange(client.entry.merge);
  const edit = useChange(client.entry.edit);
  const remove = useChange(client.entry.delete);
  // What still rests goes first, so that each step is told what it is about. A refusal was told in words already.
  const after = (work: () => Promise<void>) =>
    void moves
      .settle()
      .then(work)
      .catch(() => undefined);

  return {
    split: (block: EntryBlock, at: number) => {
      if (block.entry.minutes < 2) return say(t('clock.tooShort'));
      after(async () => {
        await split.mutateAsync({ id: block.entry.id, at: new Date(at).toISOString() });
        say(t('clock.split', { time: formats.clock(at, view.zone) }));
        refocus(block.key);
      });
    },
    mergeNext: (block: EntryBlock, next: EntryBlock | undefined) => {
      if (next === undefined) return;
      after(async () => {
        const merged = await merge.mutateAsync({ id: block.entry.id, others: next.entry.id });
        say(t('clock.merged', { what: nameOf(block.entry), time: formatShort(merged.minutes) }));
        refocus(block.key);
      });
    },
    changeTicket: (block: EntryBlock, ticket: string | null) =>
      after(async () => {
        await edit.mutateAsync({ id: block.entry.id, ticket: ticket ?? '' });
        refocus(block.key);
      }),
    remove: (block: EntryBlock) =>
      after(async () => {
        await remove.mutateAsync({ id: block.entry.id });
        say(t('entry.deleted', { what: `${nameOf(block.entry)} ${formatShort(block.entry.minutes)}` }));
      }),
  };
}
