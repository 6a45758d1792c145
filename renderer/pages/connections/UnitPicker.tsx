import { Combobox, useCombobox } from '@mantine/core';
import { IconChevronDown, IconRefresh } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitShape } from '#shared/contract/booking-shapes.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import { client } from '../../client/connect.ts';
import { unitsQuery } from '../../client/queries.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { useChange } from '../../hooks/change.ts';
import { keepTypeAhead } from '../../hooks/type-ahead.ts';
import { UnitOption } from './UnitOption.tsx';
import { findUnits, unitKey } from './mapping-rows.ts';

interface Props {
  readonly provider: ProviderId;
  /** What stands on the button; null: nothing is chosen. */
  readonly value: string | null;
  /** Said to screen readers in front of the value. */
  readonly label: string;
  readonly rowKey?: string;
  readonly isBroken?: boolean;
  readonly isBusy?: boolean;
  readonly onChoose: (unit: UnitShape) => void;
  readonly onRemove?: () => void;
}

/** Chooses where something is booked. A table has hundreds of these: each is a plain button until it is opened. */
export function UnitPicker(props: Props) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const { value, label, rowKey, isBroken = false, isBusy = false, onRemove } = props;
  const face = (
    <button
      ref={button}
      type="button"
      data-row={rowKey}
      className={`unit-pick${value === null ? ' unit-none' : ''}${isBroken ? ' unit-broken' : ''}`}
      aria-label={label}
      aria-haspopup="listbox"
      // Not `disabled`: that would throw the keyboard out of the table while it is written.
      aria-disabled={isBusy}
      onClick={() => {
        if (isBusy) return;
        if (!isOpen) keepTypeAhead();
        setIsOpen(!isOpen);
      }}
      onKeyDown={(event) => {
        if ((event.key === 'Backspace' || event.key === 'Delete') && onRemove && !isOpen && !isBusy) {
          event.preventDefault();
          onRemove();
        }
      }}
    >
      <span>{value ?? t('mapping.choose')}</span>
      <IconChevronDown size={14} aria-hidden />
    </button>
  );
  return isOpen ? <OpenPicker {...props} face={face} onClose={() => setIsOpen(false)} /> : face;
}

const SHOWN = 50;

function OpenPicker({
  provider,
  label,
  onChoose,
  face,
  onClose,
}: Props & { face: React.ReactElement; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search);
  const [isHasty, setIsHasty] = useState(false);
  const { data: units, error } = useQuery(unitsQuery(provider));
  const refresh = useChange(() => client.provider.units({ provider, refresh: true }), {
    stale: [],
    announce: false,
    done: (fresh) => queries.setQueryData(unitsQuery(provider).queryKey, fresh),
  });
  const combobox = useCombobox({
    defaultOpened: true,
    onDropdownClose: onClose,
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const found = useMemo(() => findUnits(units ?? [], asked), [units, asked]);
  const { selectFirstOption, focusSearchInput } = combobox;
  useEffect(() => {
    // Once the dropdown stands.
    requestAnimationFrame(() => focusSearchInput());
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it opens
  }, []);
  useEffect(() => {
    if (found.length > 0) selectFirstOption();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the first match is marked after each letter
  }, [found]);
  // The list follows the letters a moment later, and its first answer takes time: what stands in it before that is
  // not what was typed. Enter means the first match of the letters, whenever that one is known.
  const isBehind = units === undefined || asked !== search;
  const first = isHasty && !isBehind ? found.find((unit) => unit.closed === null) : undefined;
  const choose = (unit: UnitShape | undefined) => {
    combobox.closeDropdown();
    if (unit) onChoose(unit);
  };
  useEffect(() => {
    if (first) choose(first);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the match is known
  }, [first]);
  return (
    <Combobox
      store={combobox}
      width={420}
      position="bottom-start"
      preventPositionChangeWhenVisible={false}
      shadow="md"
      onOptionSubmit={(key) => {
        choose(units?.find((one) => unitKey(one) === key));
      }}
    >
      <Combobox.Target targetType="button">{face}</Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setIsHasty(false);
          }}
          onKeyDownCapture={(event) => {
            if (event.key !== 'Enter' || !isBehind) return;
            event.preventDefault();
            event.stopPropagation();
            setIsHasty(true);
          }}
          placeholder={t('mapping.search')}
          aria-label={t('mapping.search')}
        />
        <Combobox.Options aria-label={label} mah="min(300px, 36vh)" style={{ overflowY: 'auto' }}>
          {found.slice(0, SHOWN).map((unit) => (
            <Combobox.Option key={unitKey(unit)} value={unitKey(unit)} disabled={unit.closed !== null}>
              <UnitOption unit={unit} />
            </Combobox.Option>
          ))}
          {units === undefined && error === null && (
            <Combobox.Empty>{t('mapping.unitsLoading')}</Combobox.Empty>
          )}
          {units !== undefined && found.length === 0 && (
            <Combobox.Empty>{t('mapping.noUnits')}</Combobox.Empty>
          )}
        </Combobox.Options>
        <div className="unit-foot">
          <span className="hint">
            {found.length > SHOWN && t('mapping.unitsMore', { count: found.length - SHOWN })}
          </span>
          <button
            type="button"
            className="link-button"
            disabled={refresh.isPending}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => refresh.mutate(undefined)}
          >
            <IconRefresh size={13} aria-hidden /> {t('mapping.refresh')}
          </button>
          <FieldProblem error={refresh.error ?? error} />
        </div>
      </Combobox.Dropdown>
    </Combobox>
  );
}
