import { useWords } from '../../words/use-words.ts';
import { useKeyOf } from '../../hooks/shortcuts.ts';
import { BlockMenu } from './BlockMenu.tsx';
import type { EntryBlock as Block } from './timeline-layout.ts';
import { nextBlock } from './use-block-actions.ts';

interface Props {
  readonly block: Block;
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly blocks: readonly Block[];
  readonly isFixed: boolean;
  readonly clock: (at: number) => string;
  readonly onClose: (isDone: boolean) => void;
  readonly split: (at: number) => void;
  readonly merge: (next: Block) => void;
  readonly chooseTicket: () => void;
  readonly remove: () => void;
  readonly open: () => void;
}

/** What can be done with a block, by name and by key. */
export function EntryMenu(props: Props) {
  const { t } = useWords();
  const { block, at, x, y, blocks, isFixed, clock, onClose } = props;
  const keys = {
    split: useKeyOf('splitEntry'),
    merge: useKeyOf('mergeEntry'),
    ticket: useKeyOf('chooseTicket'),
    remove: useKeyOf('deleteEntry'),
    open: useKeyOf('openEntry'),
  };
  const name = (one: Block) => `${one.entry.ticket ?? t('list.unallocated')} ${one.entry.description}`.trim();
  const next = nextBlock(blocks, block);
  const items = isFixed
    ? [
        { label: t('clock.why'), key: keys.open, act: props.open },
        { label: t('clock.correct'), act: props.open },
      ]
    : [
        {
          label: t('clock.splitAt', { time: clock(at) }),
          key: keys.split,
          isOff: block.entry.minutes < 2,
          act: () => props.split(at),
        },
        {
          label: next ? t('clock.mergeNext', { what: name(next) }) : t('clock.mergeNone'),
          key: keys.merge,
          isOff: next === undefined,
          act: () => next && props.merge(next),
        },
        { label: t('clock.changeTicket'), key: keys.ticket, act: props.chooseTicket },
        { label: t('clock.why'), key: keys.open, act: props.open },
        { label: t('clock.remove'), key: keys.remove, isDanger: true, act: props.remove },
      ];
  return (
    <BlockMenu x={x} y={y} label={t('clock.menu', { what: name(block) })} items={items} onClose={onClose} />
  );
}
