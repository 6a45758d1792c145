import { CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import '../../styles/prompts.css';
import { PromptCard } from './PromptCard.tsx';

interface Props {
  readonly prompts: readonly PromptShape[];
  /** The card to go to; null: the focus stays where it is. */
  readonly asked: string | null;
  readonly onClose: () => void;
}

/** What waits, one card each, over the page and beside what one is doing: nothing has to be answered. */
export function PromptList({ prompts, asked, onClose }: Props) {
  const { t } = useTranslation();
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked === null) return;
    const card = region.current?.querySelector<HTMLElement>(`[data-prompt="${CSS.escape(asked)}"]`);
    (card ?? region.current)?.focus();
  }, [asked]);
  const hadFocus = useRef(false);
  useEffect(() => {
    // What had the focus went with its answer: the keyboard stays in the list.
    if (hadFocus.current && !region.current?.contains(document.activeElement)) region.current?.focus();
  }, [prompts]);
  return (
    <section
      ref={region}
      id="prompts"
      className="prompts"
      aria-label={t('prompts.region')}
      tabIndex={-1}
      onFocus={() => (hadFocus.current = true)}
      onBlur={({ relatedTarget, currentTarget }) => {
        // What is taken away leaves the focus to nobody; a person gives it to something.
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) hadFocus.current = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="prompts-head">
        <h2>{t('prompts.region')}</h2>
        <CloseButton size="sm" aria-label={t('prompts.close')} onClick={onClose} />
      </header>
      {prompts.length === 0 ? (
        <p className="prompts-nothing">{t('prompts.nothing')}</p>
      ) : (
        <ul className="prompts-list">
          {prompts.map((prompt) => (
            <PromptCard
              key={prompt.key}
              prompt={prompt}
              // The card goes with its answer; the keyboard stays in the list.
              onDone={() => region.current?.focus()}
              onLeave={onClose}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
