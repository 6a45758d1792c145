import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Hint } from '../Hint.tsx';
import { useWords } from '../../words/use-words.ts';
import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import { promptsQuery } from '../../client/queries.ts';
import { setPromptPanel, usePromptPanel } from '../../hooks/prompt-panel.ts';
import { dropQuery, useRoute } from '../../hooks/route.ts';
import { countOf, hasNews, keysOf } from './new-prompts.ts';
import { PromptList } from './PromptList.tsx';

const NONE: readonly PromptShape[] = [];

/** The number of things that wait, and the list of them. The list never takes the focus by itself. */
export function PromptBell() {
  const { t } = useWords();
  const { data } = useQuery(promptsQuery());
  const prompts = data ?? NONE;
  const { isOpen, asked } = usePromptPanel();
  const button = useRef<HTMLButtonElement>(null);
  useNews(data);
  useAsked();
  const count = countOf(prompts);
  const label = t('prompts.bell', { count });
  return (
    <div className="prompt-bell">
      <Hint label={label} disabled={isOpen}>
        <ActionIcon
          ref={button}
          variant="subtle"
          color="gray"
          size={32}
          aria-label={label}
          aria-expanded={isOpen}
          aria-controls={isOpen ? 'prompts' : undefined}
          onClick={() => setPromptPanel({ isOpen: !isOpen, asked: isOpen ? null : 'all' })}
        >
          <IconBell size={18} stroke={1.75} aria-hidden />
          {count > 0 && (
            <span className="prompt-count num" aria-hidden>
              {count}
            </span>
          )}
        </ActionIcon>
      </Hint>
      <span className="sr-only" role="status">
        {count === 0 ? '' : label}
      </span>
      {isOpen && (
        <PromptList
          prompts={prompts}
          asked={asked}
          onClose={() => {
            setPromptPanel({ isOpen: false, asked: null });
            button.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** Opens the list when something comes up while the window is open; what waited before only shows its number. */
function useNews(prompts: readonly PromptShape[] | undefined) {
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (prompts === undefined) return;
    if (known.current !== null && hasNews(prompts, known.current))
      setPromptPanel({ isOpen: true, asked: null });
    known.current = new Set([...(known.current ?? []), ...keysOf(prompts)]);
  }, [prompts]);
}

/** A notification was clicked: `/today?prompt=absences`. */
function useAsked() {
  const route = useRoute();
  const asked = route.query.get('prompt');
  useEffect(() => {
    if (asked === null) return;
    setPromptPanel({ isOpen: true, asked });
    dropQuery();
  }, [asked]);
}
