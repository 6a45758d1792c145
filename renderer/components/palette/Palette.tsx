import {
  IconArrowRight,
  IconBolt,
  IconCalendar,
  IconHash,
  IconHistory,
  IconMessageQuestion,
  IconPencilPlus,
  IconSettings,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayView } from '#shared/contract/shapes.ts';
import { previewQuery } from '../../client/queries.ts';
import { openDialog } from '../../hooks/dialogs.ts';
import { useLogWords, usePreviewSentence } from '../../hooks/log-words.ts';
import { useShownDay } from '../../hooks/today.ts';
import { FieldProblem } from '../FieldProblem.tsx';
import type { Command, CommandGroup } from './command.ts';
import { noteUse } from './lately.ts';
import { useCommands } from './use-commands.ts';
import '../../styles/palette.css';

const ICONS: Readonly<Record<CommandGroup, typeof IconBolt>> = {
  log: IconPencilPlus,
  ask: IconMessageQuestion,
  recent: IconHistory,
  dates: IconCalendar,
  work: IconBolt,
  pages: IconArrowRight,
  tickets: IconHash,
  settings: IconSettings,
};
const PAGE_STEP = 8;

interface Props {
  readonly text: string;
  /** Enter was pressed already, before there was anything to hear it. */
  readonly isEntered: boolean;
  readonly onText: (text: string) => void;
  /** Closes the palette and then does it, once the focus is back where it was. */
  readonly onRun: (run: () => void) => void;
}

/** What stands in the palette: a field, and under it what fits. What reads as an entry comes first, as it would be written. */
export function Palette({ text, isEntered, onText, onRun }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sentence = usePreviewSentence();
  const date = useOpenDay();
  const field = useRef<HTMLInputElement>(null);
  /** Enter was pressed on plain words that are still being understood. */
  const isAwaited = useRef(false);
  /** Null: whatever comes first. */
  const [marked, setMarked] = useState<number | null>(null);
  const words = text.trim();
  const sections = useCommands(text);
  const { data: preview, isPlaceholderData } = useQuery(previewQuery(words, date));
  const log = useLogWords(() => openDialog(null));

  const write = () => {
    if (!log.isPending) log.mutate({ words, date });
  };
  const entry: Command | null =
    words !== '' && preview?.understood === true
      ? { id: 'entry', group: 'log', words: sentence(preview), run: write }
      : null;
  const shown = entry === null ? sections : [{ group: 'log' as const, commands: [entry] }, ...sections];
  const commands = shown.flatMap((section) => section.commands);
  const current = Math.min(marked ?? 0, commands.length - 1);
  const missing =
    words !== '' && preview?.understood === false && preview.minutes !== null ? sentence(preview) : null;

  // Also when it was read only after the dialog had opened; with what was typed into the field it takes the place of.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what it begins with
  }, []);
  useEffect(() => {
    // Only once it is known that they are no entry, which would be written.
    const isKnown = preview !== undefined && !isPlaceholderData;
    if (!isAwaited.current || !isKnown || commands[0]?.group !== 'ask') return;
    isAwaited.current = false;
    run(commands[0]);
  });
  useEffect(() => {
    document.getElementById(`command-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [current, words]);

  const run = (command: Command | undefined) => {
    if (!command) return;
    if (command.id === 'entry') return write();
    noteUse(command.id);
    onRun(command.run);
  };
  /** Enter means what was typed: while its preview is on the way, that is waited for. */
  const runFirst = async () => {
    const first = sections[0]?.commands[0];
    isAwaited.current = words !== '' && first === undefined;
    if (words === '' || (preview !== undefined && !isPlaceholderData)) return run(commands[0]);
    const fresh = await queries.fetchQuery(previewQuery(words, date)).catch(() => null);
    if (fresh?.understood) write();
    else run(first);
  };
  useEffect(() => {
    if (isEntered && words !== '') void runFirst();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, for what was typed until it came
  }, []);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined && commands.length > 0) {
      event.preventDefault();
      const next = current + step;
      // One row goes round; a page stops at the ends.
      const last = commands.length - 1;
      setMarked(
        Math.abs(step) === 1 ? (next + commands.length) % commands.length : Math.min(last, Math.max(0, next)),
      );
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (marked === null) void runFirst();
      else run(commands[current]);
    }
  };

  let index = -1;
  return (
    <div className="palette">
      <input
        ref={field}
        className="palette-field"
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-controls="commands"
        aria-activedescendant={commands.length > 0 ? `command-${current}` : undefined}
        aria-label={t('app.search')}
        placeholder={t('palette.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value);
          isAwaited.current = false;
          setMarked(null);
          if (log.error) log.reset();
        }}
        onKeyDown={onKeyDown}
      />
      {(log.error !== null || missing !== null) && (
        <div className="palette-note">
          {log.error === null ? <p role="status">{missing}</p> : <FieldProblem error={log.error} />}
        </div>
      )}
      <div className="palette-list" id="commands" role="listbox" aria-label={t('app.search')}>
        {shown.map(({ group, commands: inGroup }) => {
          const Icon = ICONS[group];
          return (
            <div key={group} role="group" aria-labelledby={`group-${group}`}>
              <div className="palette-group caption" id={`group-${group}`} role="presentation">
                {t(`palette.${group}`)}
              </div>
              {inGroup.map((command) => {
                index += 1;
                const at = index;
                return (
                  <div
                    key={command.id}
                    id={`command-${at}`}
                    role="option"
                    aria-selected={at === current}
                    className={`palette-option${group === 'log' ? ' palette-entry' : ''}`}
                    onMouseMove={() => at !== current && setMarked(at)}
                    onClick={() => run(command)}
                  >
                    <Icon size={16} stroke={1.75} aria-hidden />
                    <span className="palette-words">{command.words}</span>
                    {command.detail !== undefined && <span className="palette-detail">{command.detail}</span>}
                    {command.key && <kbd>{command.key}</kbd>}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
      {commands.length === 0 && missing === null && <p className="palette-nothing">{t('palette.nothing')}</p>}
      <p className="palette-hint" aria-hidden>
        {t('palette.hint')}
      </p>
      <span className="sr-only" role="status">
        {words === '' ? '' : t('palette.results', { count: commands.length })}
      </span>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_STEP,
  PageUp: -PAGE_STEP,
};

/** The day new time goes to: the one that is shown, unless it is submitted and takes no more. */
function useOpenDay(): string {
  const shown = useShownDay();
  const view = useQueryClient().getQueryData<DayView>(['day', shown]);
  return view?.day.status === 'submitted' ? 'today' : shown;
}
