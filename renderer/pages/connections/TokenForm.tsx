import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderShape } from '#shared/contract/booking-shapes.ts';
import { client } from '../../client/connect.ts';
import { problemOf } from '../../client/problem.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { say, useChange } from '../../hooks/change.ts';

interface Props {
  readonly provider: ProviderShape;
  /** Somebody opened it to type into it. */
  readonly autoFocus: boolean;
  readonly onClose: () => void;
}

/**
 * Takes a token once. It lives in the field alone until it is sent: never in React's state, nor in the memory of
 * queries, which keeps what a write was called with; the field is emptied before the answer is there.
 */
export function TokenForm({ provider, autoFocus, onClose }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [isFilled, setIsFilled] = useState(false);
  const [place, setPlace] = useState('');
  // Some tokens do not tell what they are for; only then the place is asked for.
  const [asksPlace, setAsksPlace] = useState(false);
  const connect = useChange(
    () => {
      const token = field.current?.value.trim() ?? '';
      if (field.current) field.current.value = '';
      setIsFilled(false);
      return client.provider.connect({
        provider: provider.id,
        token,
        ...(place.trim() === '' ? {} : { place: place.trim() }),
      });
    },
    {
      stale: ['providers', 'units', 'mappings', 'booking', 'settings'],
      announce: false,
      failed: (error) => setAsksPlace(problemOf(error).code === 'USAGE'),
      done: () => {
        say(t('connections.connected', { name: provider.name }));
        onClose();
      },
    },
  );
  const isNew = provider.state !== 'off';
  return (
    <form
      className="token-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFilled && !connect.isPending) connect.mutate(undefined);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <TextInput
        ref={field}
        type="password"
        className="tool-form-wide"
        label={t(isNew ? 'connections.tokenNew' : 'connections.token')}
        description={t(`connections.tokenFind.${provider.id}`)}
        inputWrapperOrder={['label', 'input', 'description']}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        autoFocus={autoFocus}
        onChange={(event) => {
          setIsFilled(event.currentTarget.value.trim() !== '');
          if (connect.error) connect.reset();
        }}
      />
      {asksPlace && (
        <TextInput
          className="token-place"
          label={t('connections.placeId', { place: provider.placeLabel })}
          value={place}
          maxLength={80}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
      )}
      <Button type="submit" disabled={!isFilled} loading={connect.isPending}>
        {t('connections.connect')}
      </Button>
      <Button variant="subtle" color="gray" onClick={onClose}>
        {t('app.cancel')}
      </Button>
      <div className="token-form-foot">
        <FieldProblem error={connect.error} />
        <p className="hint">{t('connections.tokenHint')}</p>
      </div>
    </form>
  );
}
