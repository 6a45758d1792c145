import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectShape } from '#shared/contract/booking-shapes.ts';
import type { BudgetShape } from '#shared/contract/budget-operations.ts';
import { BudgetForm } from './BudgetForm.tsx';
import { BudgetRow } from './BudgetRow.tsx';

interface Props {
  readonly budgets: readonly BudgetShape[];
  readonly projects: readonly ProjectShape[];
  /** The project that is open at first. */
  readonly opened: string | null;
}

/** Budgets of projects and their delivery units: how each stands, and changed in place. */
export function Budgets({ budgets, projects, opened }: Props) {
  const { t } = useTranslation();
  const [openId, setOpenId] = useState<string | null>(opened);
  const [isAdding, setIsAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  return (
    <section className="surface customer-card customer-budgets" aria-label={t('customers.budgets')}>
      <div className="customer-card-head">
        <h3 className="caption">{t('customers.budgets')}</h3>
        <span className="topbar-space" />
        <Button
          ref={add}
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-expanded={isAdding}
          onClick={() => setIsAdding(!isAdding)}
        >
          {t('customers.addUnit')}
        </Button>
      </div>
      {isAdding && (
        <BudgetForm
          budget={null}
          projects={projects}
          onClose={() => {
            setIsAdding(false);
            add.current?.focus();
          }}
        />
      )}
      <ul className="rows" aria-label={t('customers.budgets')}>
        {budgets.map((budget) => (
          <BudgetRow
            key={budget.id}
            budget={budget}
            projects={projects}
            isOpen={openId === budget.id}
            onToggle={() => setOpenId(openId === budget.id ? null : budget.id)}
          />
        ))}
      </ul>
    </section>
  );
}
