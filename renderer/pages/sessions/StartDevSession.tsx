import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/connect.ts';
import { repositoriesQuery } from '../../client/queries.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { say, useChange } from '../../hooks/change.ts';
import type { DevType } from './dev-words.ts';
import { DEV_TYPES } from './dev-words.ts';

/** Starts a development session, in a repository or without one. */
export function StartDevSession() {
  const { t } = useTranslation();
  const repositories = useQuery(repositoriesQuery());
  const [title, setTitle] = useState('');
  const [type, setType] = useState<DevType>('feature');
  const [folder, setFolder] = useState<string | null>(null);
  const [timer, setTimer] = useState(false);
  const known = repositories.data ?? [];
  // Who has one repository works in that one.
  const chosen = folder ?? (known.length === 1 ? known[0]!.path : '');
  const start = useChange(
    () =>
      client.devSession.start({
        title: title.trim(),
        type,
        timer,
        ...(chosen === '' ? {} : { folder: chosen }),
      }),
    {
      stale: ['sessions', 'status'],
      announce: false,
      done: (session) => {
        say(t('devSessions.started', { title: session.title }));
        setTitle('');
      },
    },
  );
  return (
    <form
      className="dev-start surface"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') start.mutate(undefined);
      }}
    >
      <TextInput
        className="dev-start-title"
        label={t('devSessions.what')}
        placeholder={t('devSessions.whatHint')}
        value={title}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => {
          setTitle(event.currentTarget.value);
          if (start.error) start.reset();
        }}
      />
      <NativeSelect
        label={t('devSessions.kind')}
        value={type}
        data={DEV_TYPES.map((value) => ({ value, label: t(`devSessions.type.${value}`) }))}
        onChange={(event) => setType(event.currentTarget.value as DevType)}
      />
      <NativeSelect
        label={t('devSessions.repository')}
        value={chosen}
        data={[
          { value: '', label: t('devSessions.noRepository') },
          ...known.map(({ path, name }) => ({ value: path, label: name })),
        ]}
        onChange={(event) => setFolder(event.currentTarget.value)}
      />
      <div className="dev-start-foot">
        <Checkbox
          label={t('devSessions.timer')}
          checked={timer}
          onChange={(event) => setTimer(event.currentTarget.checked)}
        />
        <Button
          type="submit"
          leftSection={<IconPlayerPlay size={16} />}
          disabled={title.trim() === ''}
          loading={start.isPending}
        >
          {t('devSessions.start')}
        </Button>
      </div>
      <FieldProblem error={start.error} />
    </form>
  );
}
