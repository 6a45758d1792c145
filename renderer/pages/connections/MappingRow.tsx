import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconSparkles, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingRowShape, UnitShape } from '#shared/contract/booking-shapes.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { say, useChange } from '../../hooks/change.ts';
import { UnitPicker } from './UnitPicker.tsx';
import { keyOf, targetOf } from './mapping-rows.ts';
import { useHostWords } from '../../hooks/host-words.ts';

type Billable = 'yes' | 'no' | 'unit';
interface Props {
  readonly provider: ProviderId;
  readonly row: MappingRowShape;
}

const MAPPING = ['mappings', 'booking'] as const;
const billableOf = (value: boolean | null): Billable => (value === null ? 'unit' : value ? 'yes' : 'no');

/** Something that time was spent on, and where it goes. Drawn again only when it is another row: there are hundreds. */
export const MappingRow = memo(function MappingRow({ provider, row }: Props) {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  const { name, scope, mapping, suggestion } = row;
  const map = useChange(
    (to: { unit: string; task: string | null; billable: Billable }) =>
      client.provider.map({
        provider,
        ...targetOf(row),
        unit: to.unit,
        ...(to.task === null ? {} : { task: to.task }),
        billable: to.billable,
      }),
    { stale: MAPPING, done: ({ label }) => say(t('mapping.mapped', { what: name, label })) },
  );
  const unmap = useChange(() => client.provider.unmap({ provider, ...targetOf(row) }), {
    stale: MAPPING,
    done: () => say(t('mapping.removed', { what: name })),
  });
  const isBusy = map.isPending || unmap.isPending;
  const choose = ({ unit, task }: Pick<UnitShape, 'unit' | 'task'>) =>
    map.mutate({ unit, task, billable: billableOf(mapping?.billable ?? null) });
  return (
    <li className={`mapping${isBusy ? ' row-leaving' : ''}`}>
      <span className="mapping-what">
        <b title={name}>{name}</b>
        <small>{t(`mapping.scope.${scope}`)}</small>
      </span>
      <span className="mapping-time num">{row.minutes === 0 ? '' : formatShort(row.minutes)}</span>
      <span className="mapping-unit">
        <UnitPicker
          provider={provider}
          rowKey={keyOf(row)}
          value={mapping?.label ?? null}
          label={t('mapping.chooseFor', { what: name, value: mapping?.label ?? t('mapping.choose') })}
          isBroken={mapping !== null && mapping.problem !== null}
          isBusy={isBusy}
          onChoose={choose}
          {...(mapping === null ? {} : { onRemove: () => unmap.mutate(undefined) })}
        />
        {suggestion !== null && (mapping === null || mapping.problem !== null) && (
          <button
            type="button"
            className="mapping-suggestion"
            title={suggestion.label}
            aria-label={t('mapping.suggestionFor', { what: name, label: suggestion.label })}
            disabled={isBusy}
            onClick={() => choose(suggestion)}
          >
            <IconSparkles size={14} aria-hidden />
            <span>{t('mapping.suggestion', { label: suggestion.label })}</span>
          </button>
        )}
        {mapping !== null && mapping.problem !== null && (
          <span className="mapping-problem">
            <IconAlertTriangle size={13} aria-hidden /> {hostWords(mapping.problem)}
          </span>
        )}
      </span>
      <span className="mapping-billable">
        {mapping !== null && (
          <select
            className="plain-select plain-select-quiet"
            aria-label={t('mapping.billableFor', { what: name })}
            value={billableOf(mapping.billable)}
            disabled={isBusy}
            onChange={(event) =>
              map.mutate({
                unit: mapping.unit,
                task: mapping.task,
                billable: event.currentTarget.value as Billable,
              })
            }
          >
            <option value="unit">{t('mapping.billableUnit')}</option>
            <option value="yes">{t('mapping.billableYes')}</option>
            <option value="no">{t('mapping.billableNo')}</option>
          </select>
        )}
      </span>
      <span className="mapping-remove">
        {mapping !== null && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            title={t('mapping.remove', { what: name })}
            aria-label={t('mapping.remove', { what: name })}
            disabled={isBusy}
            onClick={() => unmap.mutate(undefined)}
          >
            <IconX size={15} />
          </ActionIcon>
        )}
      </span>
    </li>
  );
});
