import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Hint } from './Hint.tsx';

interface Step {
  readonly label: string;
  /** Null: there is nothing that way. */
  readonly go: (() => void) | null;
}

/** Two arrows to what lies before and after: days, weeks, months, the periods of a report. */
export function Stepper({ before, after }: { readonly before: Step; readonly after: Step }) {
  return (
    <div className="stepper">
      <Arrow step={before} icon={IconChevronLeft} />
      <Arrow step={after} icon={IconChevronRight} />
    </div>
  );
}

function Arrow({ step, icon: Icon }: { readonly step: Step; readonly icon: typeof IconChevronLeft }) {
  return (
    <Hint label={step.label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={step.label}
        // Not `disabled`: that would drop the focus of whoever steps on.
        aria-disabled={step.go === null}
        data-disabled={step.go === null || undefined}
        onClick={() => step.go?.()}
      >
        <Icon size={18} />
      </ActionIcon>
    </Hint>
  );
}
