import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceShape } from '#shared/contract/source-operations.ts';
import { client } from '../../client/connect.ts';
import { googleQuery } from '../../client/queries.ts';
import { say, useChange } from '../../hooks/change.ts';
import { Consent } from './ConnectGoogle.tsx';
import { Forget } from './Forget.tsx';
import { SourceRow } from './SourceRow.tsx';

type Account = Awaited<ReturnType<typeof client.calendar.accounts>>[number];

/** Google accounts, each with its calendars to choose from, and those that are read. */
export function GoogleRows({ sources }: { sources: readonly SourceShape[] }) {
  const { data: accounts = [] } = useQuery({ ...googleQuery(), enabled: sources.some(isAccount) });
  return sources
    .filter((source) => source.key !== 'google')
    .map((source) => {
      const account = isAccount(source) ? accounts.find((one) => one.account === source.name) : undefined;
      return account ? (
        <AccountRow key={source.key} source={source} account={account} all={accounts} />
      ) : (
        <SourceRow key={source.key} source={source} />
      );
    });
}

/** `google:max@acme.com` is an account, `google:max@acme.com/team` a calendar of it. */
export const isAccount = ({ key }: SourceShape): boolean => key.startsWith('google:') && !key.includes('/');

interface Props {
  readonly source: SourceShape;
  readonly account: Account;
  readonly all: readonly Account[];
}

function AccountRow({ source, account, all }: Props) {
  const { t } = useTranslation();
  const forget = useChange(() => client.calendar.disconnect({ account: account.account }), {
    stale: ['sources', 'settings', 'day', 'week'],
    done: () => say(t('sources.disconnected', { name: account.account })),
  });
  // What passes by itself needs nobody's consent; the host's words say when it does.
  const isOver = account.problem?.includes('Reconnect') ?? false;
  const shown =
    account.problem === null ? source : { ...source, state: 'broken' as const, detail: account.problem };
  return (
    <SourceRow
      source={shown}
      actions={
        <Forget
          label={t('sources.disconnect')}
          name={account.account}
          ask={t('sources.disconnectAsk', { name: account.account })}
          isBusy={forget.isPending}
          onForget={() => forget.mutate(undefined)}
        />
      }
    >
      <div className="source-more">
        {isOver && <Consent label={t('sources.googleReconnect')} />}
        <Calendars account={account} all={all} />
      </div>
    </SourceRow>
  );
}

function Calendars({ account, all }: Pick<Props, 'account' | 'all'>) {
  const { t } = useTranslation();
  // What was asked for shows at once, in the very click, until the host says what it is.
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const choose = useChange(
    (keys: readonly string[]) => client.calendar.choose({ calendars: keys.join(' ') }),
    {
      stale: ['sources', 'settings', 'day', 'week'],
      done: () => setWanted(null),
      failed: () => setWanted(null),
    },
  );
  if (account.calendars.length === 0) return <p className="hint">{t('sources.googleNone')}</p>;
  const chosen = all.flatMap(({ calendars }) => calendars.filter((one) => one.chosen).map(({ key }) => key));
  return (
    <fieldset className="calendars" disabled={choose.isPending}>
      <legend className="field-label">{t('sources.googleCalendars')}</legend>
      {account.calendars.map((calendar) => (
        <Checkbox
          key={calendar.key}
          size="xs"
          label={calendar.name}
          checked={(wanted ?? chosen).includes(calendar.key)}
          onChange={(event) => {
            const keys = event.currentTarget.checked
              ? [...chosen, calendar.key]
              : chosen.filter((key) => key !== calendar.key);
            setWanted(keys);
            choose.mutate(keys);
          }}
        />
      ))}
    </fieldset>
  );
}
