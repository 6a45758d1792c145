import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Left out: this is the first step. */
  readonly onBack?: () => void;
  readonly next: string;
  readonly isBusy?: boolean;
  readonly isBlocked?: boolean;
  /** What happens while it is busy, in words. */
  readonly busyWords?: string;
  readonly children?: ReactNode;
}

/** The way on and the way back. Sits in the form of the step, so Enter goes on. */
export function StepFoot({ onBack, next, isBusy = false, isBlocked = false, busyWords, children }: Props) {
  const { t } = useTranslation();
  return (
    <footer className="steps-foot">
      {onBack && (
        <Button variant="subtle" color="gray" disabled={isBusy} onClick={onBack}>
          {t('steps.back')}
        </Button>
      )}
      <span className="steps-foot-more">{children}</span>
      <span className="hint" role="status">
        {isBusy ? busyWords : ''}
      </span>
      <Button type="submit" loading={isBusy} disabled={isBlocked}>
        {next}
      </Button>
    </footer>
  );
}
