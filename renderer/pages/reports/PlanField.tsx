import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plansQuery } from '../../client/report-queries.ts';

interface Props {
  readonly kind: 'plan' | 'sprint';
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string | null;
  readonly onChoose: (name: string | null) => void;
}

/** More than one looks through. */
const MOST = 50;

/**
 * A plan or a sprint: those that tickets name are offered, any other can be typed. It counts once one is chosen, Enter is
 * pressed or the field is left.
 */
export function PlanField({ kind, label, placeholder = '', value, onChoose }: Props) {
  const { t } = useTranslation();
  const { data: plans = [] } = useQuery(plansQuery());
  const [isOpen, setIsOpen] = useState(false);
  // What was typed over another value is done with once that has changed.
  const [typed, setTyped] = useState({ over: value, text: value ?? '' });
  const text = typed.over === value ? typed.text : (value ?? '');
  const known = new Map(plans.filter((plan) => plan.kind === kind).map((plan) => [plan.name, plan.tickets]));
  const isTyping = text !== (value ?? '');
  const offered = [...known.keys()].filter(
    (name) => !isTyping || name.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const take = (words: string) => {
    const name = words.trim() || null;
    if (name !== value) onChoose(name);
  };
  return (
    <form
      className="report-name"
      onSubmit={(event) => {
        event.preventDefault();
        setIsOpen(false);
        take(text);
      }}
    >
      <Autocomplete
        size="xs"
        aria-label={label}
        placeholder={placeholder === '' ? label : `${label} ${placeholder}`}
        data={offered}
        filter={({ options }) => options}
        limit={MOST}
        openOnFocus={false}
        dropdownOpened={isOpen}
        onDropdownOpen={() => setIsOpen(true)}
        onDropdownClose={() => setIsOpen(false)}
        maxDropdownHeight="min(300px, 40vh)"
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        renderOption={({ option }) => (
          <span className="report-plan">
            <span>{option.value}</span>
            <span className="report-plan-size">
              {t('reports.planTickets', { count: known.get(option.value) ?? 0 })}
            </span>
          </span>
        )}
        value={text}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(words) => setTyped({ over: value, text: words })}
        onOptionSubmit={take}
        onBlur={() => take(text)}
      />
    </form>
  );
}
