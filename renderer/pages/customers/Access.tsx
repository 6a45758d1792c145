import { Button, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewShareShape } from '#shared/contract/dashboard-operations.ts';
import { client } from '../../client/connect.ts';
import { sharesQuery } from '../../client/customer-queries.ts';
import { AskedOnce } from '../../components/AskedOnce.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import '../../styles/set-up.css';
import { CopyLines } from '../sources/CopyLines.tsx';

/** What the customer sees, in words, and the token by which they see it: made, copied once, ended. */
export function Access({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const isNaming = useSettingValue('reports.customerPeople') === true;
  const name = useChange((value: boolean) => client.setting.set({ key: 'reports.customerPeople', value }), {
    stale: ['settings', 'customers'],
  });
  return (
    <section className="surface customer-card" aria-label={t('customers.access')}>
      <h3 className="caption">{t('customers.access')}</h3>
      <div className="customer-sees">
        <p>{t('customers.sees')}</p>
        <p>{t(isNaming ? 'customers.seesPeople' : 'customers.seesNobody')}</p>
      </div>
      <div className="customer-sees-actions">
        <Switch
          size="xs"
          label={t('customers.namePeople')}
          description={t('customers.namePeopleHint')}
          checked={isNaming}
          onChange={(event) => name.mutate(event.currentTarget.checked)}
        />
      </div>
      <Token customer={customer} />
    </section>
  );
}

function Token({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(sharesQuery());
  const [made, setMade] = useState<NewShareShape | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const make = useRef<HTMLButtonElement>(null);
  const share = useChange(() => client.dashboard.share({ customer }), {
    stale: ['customers'],
    done: setMade,
  });
  const revoke = useChange(() => client.dashboard.revoke({ customer }), {
    stale: ['customers'],
    done: () => {
      setMade(null);
      say(t('customers.tokenEnded', { customer }));
      make.current?.focus();
    },
  });
  // Whoever made it wants to take it along.
  useEffect(() => {
    if (made !== null) box.current?.focus();
  }, [made]);
  if (!data) return error === null ? null : <ProblemNote error={error} retry={() => void refetch()} />;
  const good = data.find(
    (one) => one.revokedAt === null && one.customer.toLowerCase() === customer.toLowerCase(),
  );
  return (
    <div className="customer-token">
      <p>
        {good === undefined
          ? t('customers.noToken')
          : t('customers.hasToken', { when: formats.moment(good.createdAt) })}
      </p>
      {good !== undefined && (
        <p className="hint">
          {t('customers.address')} <code>{good.url ?? good.path}</code>
          {good.url === null && <> {t('customers.doorShut')}</>}
          {good.url === null && (
            <>
              {' '}
              <a className="link-button" href="#/settings?find=doors.http">
                {t('customers.doorOpen')}
              </a>
            </>
          )}
        </p>
      )}
      {made !== null && (
        <div
          className="customer-made"
          ref={box}
          tabIndex={-1}
          role="group"
          aria-label={t('customers.tokenNew')}
        >
          <CopyLines label={t('customers.token')} lines={made.token} />
          <p className="hint">{t('customers.tokenOnce')}</p>
        </div>
      )}
      <div className="customer-sees-actions">
        <Button
          ref={make}
          size="compact-sm"
          variant={good === undefined ? 'light' : 'default'}
          loading={share.isPending}
          onClick={() => share.mutate(undefined)}
        >
          {t(good === undefined ? 'customers.makeToken' : 'customers.renewToken')}
        </Button>
        {good !== undefined && (
          <AskedOnce
            label={t('customers.endToken')}
            question={t('customers.endAsk')}
            isBusy={revoke.isPending}
            onYes={() => revoke.mutate(undefined)}
          />
        )}
      </div>
    </div>
  );
}
