import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { useChange } from '../../hooks/change.ts';

/** Brings in presence that another machine noted. */
export function ActivityWatchImport() {
  const { t } = useTranslation();
  const [path, setPath] = useState('');
  const read = useChange((file: string) => client.import.activitywatch({ path: file }), {
    stale: ['sources', 'day', 'week'],
    announce: false,
    done: () => setPath(''),
  });
  return (
    <>
      <p className="set-up-lead">{t('sources.activitywatchLead')}</p>
      <form
        className="tool-form tool-form-bare"
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() !== '') read.mutate(path.trim());
        }}
      >
        <TextInput
          className="tool-form-wide"
          label={t('sources.activitywatchPath')}
          placeholder="~/aw-buckets-export.json"
          value={path}
          maxLength={4096}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setPath(event.currentTarget.value);
            if (read.error) read.reset();
          }}
        />
        <Button type="submit" variant="light" disabled={path.trim() === ''} loading={read.isPending}>
          {t('sources.activitywatchDo')}
        </Button>
        <FieldProblem error={read.error} />
        {read.data && (
          <p className="tool-form-hint" role="status">
            {t('sources.activitywatchDone', { count: read.data.spans })}
            {read.data.skipped.map((words) => (
              <span key={words}> {words}</span>
            ))}
          </p>
        )}
      </form>
    </>
  );
}
