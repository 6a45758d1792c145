import { Button, TextInput } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceShape } from '#shared/contract/source-operations.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { say, useChange } from '../../hooks/change.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import { Forget } from './Forget.tsx';
import { SourceRow } from './SourceRow.tsx';
import { safeName } from './source-facts.ts';

const KEY = 'calendar.ics';
const STALE = ['settings', 'sources', 'day', 'week'] as const;

/** The calendars of the setting, as the person gave them; empty until the host answered. */
export function useAddresses(): string[] {
  const value = useSettingValue(KEY);
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** Calendars by address or file. */
export function IcsRows({ sources }: { sources: readonly SourceShape[] }) {
  const { t } = useTranslation();
  const addresses = useAddresses();
  // The host lists them in the order of the setting; while the two differ, nothing can be taken away.
  const fits = sources.length === addresses.length;
  return sources.map((source, index) => {
    const address = addresses[index];
    const { host, end } = safeName(address ?? '');
    const place =
      address === undefined || !fits
        ? null
        : host === null
          ? `${t('sources.icsFile')}: ${end}`
          : end === ''
            ? host
            : t('sources.icsAddress', { host, end });
    return (
      <SourceRow
        key={source.key}
        source={source}
        place={place}
        actions={fits && address !== undefined && <ForgetAddress address={address} name={source.name} />}
      />
    );
  });
}

function ForgetAddress({ address, name }: { address: string; name: string }) {
  const { t } = useTranslation();
  const addresses = useAddresses();
  const remove = useChange(
    () => client.setting.set({ key: KEY, value: addresses.filter((other) => other !== address) }),
    { stale: STALE, done: () => say(t('sources.removed', { name })) },
  );
  return (
    <Forget
      label={t('sources.remove')}
      name={name}
      ask={t('sources.disconnectAsk', { name })}
      isBusy={remove.isPending}
      onForget={() => remove.mutate(undefined)}
    />
  );
}

/** Adds a calendar. The address goes to the host and leaves the field: whoever has it can read the calendar. */
export function AddCalendar() {
  const { t } = useTranslation();
  const addresses = useAddresses();
  const field = useRef<HTMLInputElement>(null);
  const [isFilled, setIsFilled] = useState(false);
  const [isKnown, setIsKnown] = useState(false);
  const add = useChange(
    (address: string) => client.setting.set({ key: KEY, value: [...addresses, address] }),
    {
      stale: STALE,
      announce: false,
      done: () => {
        if (field.current) field.current.value = '';
        setIsFilled(false);
        say(t('sources.icsAdded'));
      },
    },
  );
  return (
    <form
      className="add-folder"
      onSubmit={(event) => {
        event.preventDefault();
        const address = field.current?.value.trim() ?? '';
        setIsKnown(addresses.includes(address));
        if (address !== '' && !addresses.includes(address)) add.mutate(address);
      }}
    >
      <TextInput
        ref={field}
        label={t('sources.ics')}
        description={t('sources.icsHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        placeholder="https://…/basic.ics"
        maxLength={2000}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setIsFilled(event.currentTarget.value.trim() !== '');
          setIsKnown(false);
          if (add.error) add.reset();
        }}
      />
      <Button
        type="submit"
        variant="light"
        leftSection={<IconCalendarPlus size={16} />}
        disabled={!isFilled}
        loading={add.isPending}
      >
        {t('sources.icsAdd')}
      </Button>
      <div className="add-folder-outcome" role="status">
        <FieldProblem error={add.error} />
        {isKnown && <span className="hint">{t('sources.icsKnown')}</span>}
      </div>
    </form>
  );
}
