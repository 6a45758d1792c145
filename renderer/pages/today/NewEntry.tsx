import { Popover } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { AssignForm } from './AssignForm.tsx';
import type { Span } from './drag-math.ts';
import { overlapsOf } from './moved-view.ts';

interface Props {
  readonly span: Span;
  readonly times: string;
  readonly view: DayView;
  /** Where it stands on the sheet. */
  readonly style: React.CSSProperties;
  /** Written (its id), or given up (null). */
  readonly onClose: (id: string | null) => void;
}

/** As soon as it stands, for the next letter is meant for it. */
const focusWords = (form: HTMLElement | null): void =>
  form?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });

/** A stretch that was drawn on the clock: what it was. Stands there until it is written or given up. */
export function NewEntry({ span, times, view, style, onClose }: Props) {
  const { t } = useWords();
  return (
    <Popover
      opened
      position="right-start"
      width={320}
      shadow="md"
      trapFocus={false}
      returnFocus={false}
      withRoles={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Popover.Target>
        <div className="new-block" style={style} aria-hidden />
      </Popover.Target>
      <Popover.Dropdown>
        <div
          ref={focusWords}
          role="dialog"
          aria-label={t('clock.newEntry', { times })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return;
            event.preventDefault();
            onClose(null);
          }}
        >
          <p className="pop-words num">{times}</p>
          {overlapsOf(view, null, span).map(({ entry, ticket, ms, isTaken }) => (
            <p key={entry} className="pop-words pop-warn">
              {t(isTaken ? 'clock.takes' : 'clock.both', {
                time: formatShort(Math.round(ms / 60_000)),
                what: ticket ?? t('list.unallocated'),
              })}
            </p>
          ))}
          <AssignForm
            form="pop"
            date={view.day.date}
            startedAt={new Date(span.start).toISOString()}
            endedAt={new Date(span.end).toISOString()}
            onDone={onClose}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
