import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import { SetUp } from './SetUp.tsx';

/** Connects a Google account: the client first where none is set, then the person's consent in their browser. */
export function ConnectGoogle() {
  const { t } = useTranslation();
  const known = useSettingValue('google.clientId');
  const [id, setId] = useState('');
  const secret = useRef<HTMLInputElement>(null);
  const hasClient = typeof known === 'string' && known !== '';
  const keep = useChange(
    async () => {
      const words = secret.current?.value.trim() ?? '';
      await client.setting.set({ key: 'google.clientId', value: id.trim() });
      if (words !== '') await client.secret.set({ name: 'google.clientSecret', value: words });
      if (secret.current) secret.current.value = '';
      return client.calendar.connect({});
    },
    { stale: ['settings', 'sources'], announce: false },
  );
  return (
    <SetUp title={t('sources.google')}>
      <p className="set-up-lead">{t('sources.googleLead')}</p>
      {hasClient || keep.data ? (
        <Consent label={t('sources.googleGo')} {...(keep.data ? { asked: keep.data } : {})} />
      ) : (
        <form
          className="tool-form tool-form-bare"
          onSubmit={(event) => {
            event.preventDefault();
            if (id.trim() !== '' && !keep.isPending) keep.mutate(undefined);
          }}
        >
          <TextInput
            className="tool-form-wide"
            label={t('sources.googleId')}
            value={id}
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
            placeholder="….apps.googleusercontent.com"
            onChange={(event) => setId(event.currentTarget.value)}
          />
          <TextInput
            ref={secret}
            type="password"
            className="tool-form-wide"
            label={t('sources.googleSecret')}
            placeholder={t('sources.googleSecretHint')}
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
          />
          <Button type="submit" disabled={id.trim() === ''} loading={keep.isPending}>
            {t('sources.googleGo')}
          </Button>
          <FieldProblem error={keep.error} />
        </form>
      )}
    </SetUp>
  );
}

type Asked = Awaited<ReturnType<typeof client.calendar.connect>>;

/** Asks for consent in the person's browser, and says so until they are back. */
export function Consent({ label, asked }: { label: string; asked?: Asked }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const connect = useChange(() => client.calendar.connect({}), { stale: ['sources'], announce: false });
  const open = connect.data ?? asked;
  return (
    <div className="consent">
      {open === undefined ? (
        <Button
          size="compact-sm"
          variant="light"
          loading={connect.isPending}
          onClick={() => connect.mutate(undefined)}
        >
          {label}
        </Button>
      ) : (
        <p className="consent-words" role="status">
          <span>{t('sources.googleOpen')}</span>
          {window.stint ? (
            // The window opens nothing by itself; the host does, with an address of its own making.
            <button type="button" className="link-button" onClick={() => connect.mutate(undefined)}>
              {t('sources.googleLink')}
            </button>
          ) : (
            <a className="link-button" href={open.address} target="_blank" rel="noreferrer">
              {t('sources.googleLink')}
            </a>
          )}
          <span className="hint">{t('sources.googleUntil', { time: formats.moment(open.expiresAt) })}</span>
        </p>
      )}
      <FieldProblem error={connect.error} />
    </div>
  );
}
