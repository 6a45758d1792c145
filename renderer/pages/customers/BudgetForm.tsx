import { Button, NativeSelect, SegmentedControl, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectShape } from '#shared/contract/booking-shapes.ts';
import type { BudgetShape } from '#shared/contract/budget-operations.ts';
import { client } from '../../client/connect.ts';
import { AskedOnce } from '../../components/AskedOnce.tsx';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { FormField } from '../../components/FormField.tsx';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import type { BudgetText } from './budget-fields.ts';
import { budgetChanges, budgetText, problemsOf } from './budget-fields.ts';

interface Props {
  /** Null: a new delivery unit. */
  readonly budget: BudgetShape | null;
  readonly projects: readonly ProjectShape[];
  readonly onClose: () => void;
}

/** The fields of a budget; of a delivery unit also its name and what it is made of. */
export function BudgetForm({ budget, projects, onClose }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [before] = useState(() => budgetText(budget, projects[0]?.key ?? '', formats.decimal));
  const [text, setText] = useState(before);
  const [isTried, setIsTried] = useState(false);
  const isUnit = budget === null || budget.kind === 'unit';
  // A delivery unit without a price of its own has its project's.
  const whole = isUnit ? projects.find(({ key }) => key === text.project) : undefined;
  const usualRate = whole?.hourlyRate ?? null;
  const problems = problemsOf(text, isUnit);
  const usual = useSettingValue('reminders.budgetPercents');
  const save = useChange(() => client.budget.set(budgetChanges(budget, text, before)), {
    stale: ['customers', 'projects', 'settings'],
    announce: false,
    done: ({ name }) => {
      say(t('customers.saved', { name }));
      onClose();
    },
  });
  const edit = (news: Partial<BudgetText>) => {
    setText({ ...text, ...news });
    if (save.error) save.reset();
  };
  // What is missing is said when somebody wants to save; what is wrong, at once.
  const wordsOf = (key: keyof BudgetText): string | null => {
    const problem = problems[key];
    if (problem === undefined) return null;
    const isMissing = problem === 'nameless' || problem === 'needsTickets';
    return isMissing && !isTried ? null : t(`customers.${problem}`);
  };
  const line = <Name extends keyof BudgetText>(name: Name) => ({
    form: { text, edit },
    name,
    error: wordsOf(name),
  });
  return (
    <form
      className="project-form budget-form"
      aria-label={budget === null ? t('customers.addUnit') : budget.name}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (Object.keys(problems).length === 0 && !save.isPending) save.mutate(undefined);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {isUnit && (
        <FormField
          {...line('name')}
          label={t('customers.unitName')}
          autoFocus
          placeholder={t('customers.unitHint')}
        />
      )}
      {isUnit && projects.length > 0 && (
        <NativeSelect
          size="xs"
          label={t('customers.unitProject')}
          value={text.project}
          data={projects.map(({ key, name }) => ({
            value: key,
            label: name === key ? key : `${key} · ${name}`,
          }))}
          onChange={(event) => edit({ project: event.currentTarget.value })}
        />
      )}
      {isUnit && (
        <FormField
          {...line('tickets')}
          label={t('customers.unitTickets')}
          placeholder="TB-12, TB-15"
          maxLength={4000}
        />
      )}
      {isUnit && (
        <FormField
          {...line('label')}
          label={t('customers.unitLabel')}
          placeholder={t('customers.unitLabelHint')}
        />
      )}
      <FormField
        {...line('hours')}
        label={t('customers.hours')}
        inputMode="decimal"
        placeholder={t('customers.noLimit')}
        autoFocus={!isUnit}
      />
      <div>
        <span className="field-label" id="budget-per">
          {t('customers.per')}
        </span>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-labelledby="budget-per"
          value={text.per}
          data={[
            { value: 'total', label: t('customers.perTotal') },
            { value: 'month', label: t('customers.perEachMonth') },
          ]}
          onChange={(per) => edit({ per: per === 'month' ? 'month' : 'total' })}
        />
      </div>
      <FormField {...line('from')} label={t('customers.from')} type="date" />
      <FormField
        {...line('rate')}
        label={isUnit ? t('customers.unitRate') : t('customers.rate')}
        inputMode="decimal"
        placeholder={usualRate === null ? '' : formats.decimal(usualRate)}
      />
      <FormField
        {...line('currency')}
        label={t('customers.currency')}
        placeholder={whole?.currency ?? 'EUR'}
        maxLength={3}
      />
      <FormField
        {...line('warnAt')}
        label={t('customers.warnAt')}
        placeholder={Array.isArray(usual) ? usual.join(', ') : ''}
      />
      {text.per === 'month' && (
        <Switch
          className="budget-rollover"
          size="xs"
          label={t('customers.rollover')}
          checked={text.rollover}
          onChange={(event) => edit({ rollover: event.currentTarget.checked })}
        />
      )}
      <div className="project-form-actions">
        <Button type="submit" size="compact-sm" loading={save.isPending}>
          {t('app.save')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <FieldProblem error={save.error} />
        <span className="topbar-space" />
        {budget?.kind === 'unit' && <RemoveUnit name={budget.name} onClose={onClose} />}
      </div>
    </form>
  );
}

/** Asks once more, in place: the numbers of the unit stay, its budget does not. */
function RemoveUnit({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useChange(() => client.budget.remove({ name }), {
    stale: ['customers', 'settings'],
    done: () => {
      say(t('customers.removed', { name }));
      onClose();
    },
  });
  return (
    <AskedOnce
      label={t('customers.remove')}
      question={t('customers.removeAsk')}
      isBusy={remove.isPending}
      onYes={() => remove.mutate(undefined)}
      hasNo={false}
    />
  );
}
