import { memo, useRef } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { focusNeighbour, refocusRow } from '../../components/row-focus.ts';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { rowActionOf } from '../../hooks/shortcuts.ts';
import { AssignForm } from './AssignForm.tsx';

interface Props {
  readonly gap: DayView['gaps'][number];
  readonly zone: string;
  readonly date: string;
  readonly isOpen: boolean;
  readonly onOpen: (id: string) => void;
  /** False: another has been opened meanwhile, and stays. */
  readonly onClose: (id: string) => boolean;
}

/** Present time that nothing explains: an entry is made of it, or it was a break, or it is not worth a question. */
export const GapRow = memo(function GapRow({ gap, zone, date, isOpen, onOpen, onClose }: Props) {
  const { t } = useWords();
  const formats = useFormats();
  const main = useRef<HTMLButtonElement>(null);
  const times = formats.clockRange(gap.startedAt, gap.endedAt, zone);
  const settle = useChange(client.gap.dismiss, {
    done: ({ verdict }) => say(t(verdict === 'break' ? 'gap.saidBreak' : 'gap.saidIgnored', { times })),
  });
  const close = () => {
    if (onClose(gap.startedAt)) main.current?.focus();
  };
  const settleAs = (verdict: 'break' | 'ignored') => {
    if (settle.isPending) return;
    if (main.current) focusNeighbour(main.current);
    settle.mutate({ startedAt: gap.startedAt, endedAt: gap.endedAt, verdict });
  };
  return (
    <li
      className={`row row-gap${isOpen ? ' row-open' : ''}${settle.isPending ? ' row-leaving' : ''}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <div className="row-line">
        <span className="gap-mark" aria-hidden />
        <button
          ref={main}
          type="button"
          data-row={gap.startedAt}
          className="row-main row-main-wide"
          aria-expanded={isOpen}
          onClick={() => (isOpen ? onClose(gap.startedAt) : onOpen(gap.startedAt))}
          onKeyDown={(event) => {
            const action = rowActionOf(event);
            if (action === 'gapBreak') settleAs('break');
            else if (action === 'gapIgnore') settleAs('ignored');
            else return;
            event.preventDefault();
          }}
        >
          <span className="row-words row-words-line">
            <span>{t('list.gap', { time: formatShort(gap.minutes) })}</span>
            <span className="row-why num">{times}</span>
          </span>
          <span className="row-action">{t('gap.assign')}</span>
        </button>
        <span className="row-actions">
          <button type="button" className="row-action" onClick={() => settleAs('break')}>
            {t('gap.asBreak')}
          </button>
          <button type="button" className="row-action" onClick={() => settleAs('ignored')}>
            {t('gap.ignore')}
          </button>
        </span>
      </div>
      {isOpen && (
        <div className="row-panel">
          <AssignForm
            form="row"
            startedAt={gap.startedAt}
            endedAt={gap.endedAt}
            date={date}
            onDone={(id) => {
              if (onClose(gap.startedAt)) refocusRow(id);
            }}
          />
        </div>
      )}
    </li>
  );
});
