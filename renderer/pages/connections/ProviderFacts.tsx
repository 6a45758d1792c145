import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderShape } from '#shared/contract/booking-shapes.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useNow } from '../../hooks/now.ts';
import { useHostWords } from '../../hooks/host-words.ts';

const STALE = ['providers', 'units', 'mappings', 'booking', 'settings'] as const;

/** Who and where you are there, what is left of the quota, and what waits. */
export function ProviderFacts({ provider }: { provider: ProviderShape }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow(30_000);
  const { quota } = provider;
  return (
    <dl className="provider-facts">
      {provider.person !== null && <Fact name={t('connections.person')}>{provider.person}</Fact>}
      <Place provider={provider} />
      {provider.tokenFrom !== null && (
        <Fact name={t('connections.tokenKept')}>
          {t(`connections.tokenFrom.${provider.tokenFrom}`)}
          <small>
            <a className="quiet-link" href={`#/settings?find=providers.${provider.id}`}>
              {t('connections.address')}
            </a>
          </small>
        </Fact>
      )}
      {quota && (
        <Fact name={t('connections.quota')}>
          <span className={quota.left * 10 < quota.of ? 'fact-warn num' : 'num'}>
            {t('connections.quotaOf', {
              left: formats.count(quota.left),
              of: formats.count(quota.of),
            })}
          </span>
          {quota.resetsAt !== null && quota.left < quota.of && (
            <small>{t('connections.quotaResets', { when: formats.ago(quota.resetsAt, now) })}</small>
          )}
        </Fact>
      )}
      <Fact name={t('connections.entries')}>
        <span className="num">
          {provider.waiting === 0
            ? t('connections.nothingWaits')
            : t('connections.waiting', { count: provider.waiting })}
        </span>
        {provider.failed > 0 && (
          <a className="fact-failed num" href="#/week?book=1">
            {t('connections.failed', { count: provider.failed })}
          </a>
        )}
      </Fact>
      {provider.person === null && provider.state !== 'unauthorised' && provider.tokenFrom !== null && (
        <PersonForm provider={provider} />
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where in the provider: told where there is one, chosen where there are several. */
function Place({ provider }: { provider: ProviderShape }) {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  const choose = useChange((place: string) => client.provider.connect({ provider: provider.id, place }), {
    stale: STALE,
    announce: false,
  });
  const id = useId();
  if (provider.places.length < 2) {
    if (provider.place === null) return null;
    return <Fact name={hostWords(provider.placeLabel)}>{provider.place.name}</Fact>;
  }
  return (
    <div className="fact">
      <dt>
        <label htmlFor={id}>{hostWords(provider.placeLabel)}</label>
      </dt>
      <dd>
        <select
          id={id}
          className="plain-select"
          value={provider.place?.id ?? ''}
          disabled={choose.isPending}
          onChange={(event) => choose.mutate(event.currentTarget.value)}
        >
          {provider.place === null && <option value="">{t('connections.placeChoose')}</option>}
          {provider.places.map((place) => (
            <option key={place.id} value={place.id}>
              {place.name}
            </option>
          ))}
        </select>
        <FieldProblem error={choose.error} />
      </dd>
    </div>
  );
}

/** Where the token does not say whose it is. */
function PersonForm({ provider }: { provider: ProviderShape }) {
  const { t } = useTranslation();
  const [person, setPerson] = useState('');
  const save = useChange(() => client.provider.connect({ provider: provider.id, person: person.trim() }), {
    stale: STALE,
    announce: false,
  });
  return (
    <form
      className="fact-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (person.trim() !== '') save.mutate(undefined);
      }}
    >
      <TextInput
        size="xs"
        label={t('connections.personId')}
        description={t('connections.personHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={person}
        maxLength={80}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setPerson(event.currentTarget.value);
          if (save.error) save.reset();
        }}
      />
      <Button
        type="submit"
        size="xs"
        variant="default"
        disabled={person.trim() === ''}
        loading={save.isPending}
      >
        {t('app.save')}
      </Button>
      <FieldProblem error={save.error} />
    </form>
  );
}
