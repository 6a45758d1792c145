import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingRowShape } from '#shared/contract/booking-shapes.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import { client } from '../../client/connect.ts';
import { useChange } from '../../hooks/change.ts';
import { targetOf } from './mapping-rows.ts';

/** Takes every suggestion for what has no place yet; asked first, since names only look alike. */
export function SuggestAll({ provider, rows }: { provider: ProviderId; rows: readonly MappingRowShape[] }) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const suggested = rows.flatMap((row) =>
    row.mapping === null && row.suggestion !== null ? [{ row, unit: row.suggestion }] : [],
  );
  const takeAll = useChange(
    async () => {
      // One after the other: each is a step of its own in the history.
      for (const { row, unit } of suggested) {
        await client.provider.map({
          provider,
          ...targetOf(row),
          unit: unit.unit,
          ...(unit.task === null ? {} : { task: unit.task }),
        });
      }
    },
    { stale: ['mappings', 'booking'], done: () => setIsAsking(false) },
  );
  if (suggested.length < 2) return null;
  if (!isAsking)
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconSparkles size={14} />}
        onClick={() => setIsAsking(true)}
      >
        {t('mapping.suggestAll', { count: suggested.length })}
      </Button>
    );
  return (
    <span className="mapping-ask">
      <span className="hint">{t('mapping.suggestAllAsk')}</span>
      <Button
        size="compact-sm"
        variant="light"
        autoFocus
        loading={takeAll.isPending}
        onClick={() => takeAll.mutate(undefined)}
      >
        {t('mapping.suggestAll', { count: suggested.length })}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setIsAsking(false)}>
        {t('app.cancel')}
      </Button>
    </span>
  );
}
