import { Button, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingRowShape, ProviderShape } from '#shared/contract/booking-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { mappingsQuery } from '../../client/queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';
import { useShortcuts } from '../../hooks/shortcuts.ts';
import { moveFocus } from '../../components/row-focus.ts';
import { AddMapping } from './AddMapping.tsx';
import { MappingRow } from './MappingRow.tsx';
import { SuggestAll } from './SuggestAll.tsx';
import { findRows, inOrder, inSeenOrder, keyOf, needsPlace } from './mapping-rows.ts';

/** Where the time of each project, prefix and ticket goes: what has no place yet first. */
export function Mapping({ provider }: { provider: ProviderShape }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(mappingsQuery(provider.id));
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [isAdding, setIsAdding] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const ordered = useSeenOrder(data);
  const move = (by: 1 | -1) => list.current && moveFocus(list.current, by);
  useShortcuts({ nextRow: () => move(1), previousRow: () => move(-1) });
  if (!ordered) return <PageFallback error={error} retry={() => void refetch()} />;
  const shown = findRows(ordered, asked).filter((row) => !onlyOpen || needsPlace(row));
  return (
    <section className="mapping-section" aria-label={t('mapping.title')}>
      <Counts rows={ordered} />
      <div className="mapping-head">
        <TextInput
          size="xs"
          className="mapping-find"
          leftSection={<IconSearch size={14} />}
          aria-label={t('mapping.find')}
          placeholder={t('mapping.find')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              move(1);
            }
          }}
        />
        <Switch
          size="xs"
          label={t('mapping.onlyOpen')}
          checked={onlyOpen}
          onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
        />
        <span className="topbar-space" />
        <SuggestAll provider={provider.id} rows={ordered} />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          aria-expanded={isAdding}
          onClick={() => setIsAdding(!isAdding)}
        >
          {t('mapping.add')}
        </Button>
      </div>
      {isAdding && <AddMapping provider={provider.id} onClose={() => setIsAdding(false)} />}
      {ordered.length === 0 ? (
        <p className="surface mapping-nothing">{t('mapping.nothing')}</p>
      ) : (
        <>
          <div className="mapping mapping-caption caption" aria-hidden>
            <span>{t('mapping.what')}</span>
            <span className="mapping-time">{t('mapping.time')}</span>
            <span className="mapping-unit">{t('mapping.bookedOn')}</span>
            <span>{t('mapping.billable')}</span>
            <span />
          </div>
          <ul className="rows surface" ref={list} aria-label={t('mapping.table')}>
            {shown.map((row) => (
              <MappingRow key={keyOf(row)} provider={provider.id} row={row} />
            ))}
          </ul>
          {shown.length === 0 && (
            <p className="hint">{t(search === '' ? 'mapping.allMapped' : 'mapping.nothingFound')}</p>
          )}
        </>
      )}
    </section>
  );
}

/** The rows in the order of the first look, new ones on top. */
function useSeenOrder(data: MappingRowShape[] | undefined): readonly MappingRowShape[] | null {
  const [seen, setSeen] = useState<readonly string[] | null>(null);
  if (!data) return null;
  if (seen === null) {
    const ordered = inOrder(data);
    setSeen(ordered.map(keyOf));
    return ordered;
  }
  return inSeenOrder(data, seen);
}

function Counts({ rows }: { rows: readonly MappingRowShape[] }) {
  const { t } = useTranslation();
  const open = rows.filter((row) => row.mapping === null && needsPlace(row));
  const broken = rows.filter((row) => row.mapping !== null && row.mapping.problem !== null);
  if (rows.length === 0) return null;
  return (
    <p className="mapping-counts num" role="status">
      {open.length > 0 && (
        <span className="mapping-open">
          {t('mapping.unmapped', {
            count: open.length,
            time: formatShort(open.reduce((sum, row) => sum + row.minutes, 0)),
          })}
        </span>
      )}
      {broken.length > 0 && (
        <span className="mapping-open">{t('mapping.broken', { count: broken.length })}</span>
      )}
      {open.length === 0 && broken.length === 0 && <span>{t('mapping.allMapped')}</span>}
    </p>
  );
}
