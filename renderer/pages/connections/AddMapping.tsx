import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingRowShape, UnitShape } from '#shared/contract/booking-shapes.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { say, useChange } from '../../hooks/change.ts';
import { UnitPicker } from './UnitPicker.tsx';
import { targetOf } from './mapping-rows.ts';

type Scope = MappingRowShape['scope'];
const SCOPES: readonly Scope[] = ['ticket', 'prefix', 'project'];

/** A mapping for something that has none of its own yet: one ticket, all tickets of a prefix, a project. */
export function AddMapping({ provider, onClose }: { provider: ProviderId; onClose: () => void }) {
  const { t } = useTranslation();
  const [scope, setScope] = useState<Scope>('ticket');
  const [name, setName] = useState('');
  const [unit, setUnit] = useState<UnitShape | null>(null);
  const named = scope === 'project' ? name.trim() : name.trim().toUpperCase();
  const add = useChange(
    (to: UnitShape) =>
      client.provider.map({
        provider,
        ...targetOf({ scope, name: named }),
        unit: to.unit,
        ...(to.task === null ? {} : { task: to.task }),
      }),
    {
      stale: ['mappings', 'booking'],
      announce: false,
      done: ({ label }) => {
        say(t('mapping.mapped', { what: named, label }));
        onClose();
      },
    },
  );
  return (
    <form
      className="surface add-mapping"
      onSubmit={(event) => {
        event.preventDefault();
        if (unit && named !== '') add.mutate(unit);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div>
        <span className="field-label">{t('mapping.addScope')}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('mapping.addScope')}
          value={scope}
          data={SCOPES.map((value) => ({ value, label: t(`mapping.scope.${value}`) }))}
          onChange={(value) => setScope(SCOPES.find((one) => one === value) ?? 'ticket')}
        />
      </div>
      <TextInput
        label={t('mapping.addName')}
        placeholder={t(`mapping.addNamePlaceholder.${scope}`)}
        value={name}
        maxLength={scope === 'project' ? 200 : 64}
        spellCheck={false}
        autoComplete="off"
        autoFocus
        onChange={(event) => {
          setName(event.currentTarget.value);
          if (add.error) add.reset();
        }}
      />
      <div className="add-mapping-unit">
        <span className="field-label">{t('mapping.bookedOn')}</span>
        <UnitPicker
          provider={provider}
          value={unit?.label ?? null}
          label={t('mapping.chooseFor', { what: named, value: unit?.label ?? t('mapping.choose') })}
          onChoose={setUnit}
        />
      </div>
      <Button type="submit" disabled={unit === null || named === ''} loading={add.isPending}>
        {t('mapping.addDo')}
      </Button>
      <div className="add-mapping-foot">
        <FieldProblem error={add.error} />
        <p className="hint">{t(`mapping.addHint.${scope}`)}</p>
      </div>
    </form>
  );
}
