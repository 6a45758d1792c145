import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** What it does, in a word or two. */
  readonly label: string;
  /** What to know before it is done. */
  readonly question: string;
  readonly isBusy: boolean;
  readonly onYes: () => void;
  /** Whoever stands in a form leaves by the form's own way out. */
  readonly hasNo?: boolean;
  /** What is pressed first; left out: a button of words. @param isBack the person came back from the question. */
  readonly first?: (ask: () => void, isBack: boolean) => ReactElement;
}

/** What cannot be taken back is asked about once, in its own place; then the keyboard stands where it stood. */
export function AskedOnce({ label, question, isBusy, onYes, hasNo = true, first }: Props) {
  const { t } = useTranslation();
  /** Null: nobody pressed it yet. */
  const [isAsked, setIsAsked] = useState<boolean | null>(null);
  if (isAsked !== true) {
    const ask = () => setIsAsked(true);
    const isBack = isAsked === false;
    return (
      first?.(ask, isBack) ?? (
        <Button size="compact-sm" variant="subtle" className="danger" autoFocus={isBack} onClick={ask}>
          {label}
        </Button>
      )
    );
  }
  return (
    <>
      <span className="hint">{question}</span>
      <Button size="compact-sm" variant="light" className="danger" autoFocus loading={isBusy} onClick={onYes}>
        {label}
      </Button>
      {hasNo && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setIsAsked(false)}>
          {t('app.cancel')}
        </Button>
      )}
    </>
  );
}
