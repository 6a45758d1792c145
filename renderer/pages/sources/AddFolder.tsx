import { Button, TextInput } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { useChange } from '../../hooks/change.ts';

type Added = Awaited<ReturnType<typeof client.repository.add>>;

/** Registers a repository, or all of them below a folder. */
export function AddFolder({ autoFocus = false }: { autoFocus?: boolean }) {
  const { t } = useTranslation();
  const [path, setPath] = useState('');
  const [added, setAdded] = useState<Added | null>(null);
  const add = useChange((folder: string) => client.repository.add({ path: folder }), {
    stale: ['repositories', 'settings', 'day', 'week', 'tickets'],
    announce: false,
    done: (output) => {
      setAdded(output);
      setPath('');
    },
  });
  return (
    <form
      className="add-folder"
      onSubmit={(event) => {
        event.preventDefault();
        setAdded(null);
        if (path.trim() !== '') add.mutate(path.trim());
      }}
    >
      <TextInput
        className="tool-form-wide"
        label={t('sources.path')}
        description={t('sources.pathHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        placeholder="~/work"
        value={path}
        maxLength={4096}
        spellCheck={false}
        autoComplete="off"
        autoFocus={autoFocus}
        onChange={(event) => {
          setPath(event.currentTarget.value);
          if (add.error) add.reset();
        }}
      />
      <Button
        type="submit"
        leftSection={<IconFolderPlus size={16} />}
        disabled={path.trim() === ''}
        loading={add.isPending}
      >
        {t('sources.add')}
      </Button>
      <div className="add-folder-outcome" role="status">
        <FieldProblem error={add.error} />
        {added && <Outcome added={added} />}
      </div>
    </form>
  );
}

function Outcome({ added }: { added: Added }) {
  const { t } = useTranslation();
  if (added.added.length === 0 && added.known.length === 0) return t('sources.none');
  return (
    <>
      {added.added.length > 0 &&
        t('sources.added', {
          count: added.added.length,
          names: added.added.map((repository) => repository.name).join(', '),
        })}{' '}
      {added.known.length > 0 && t('sources.known', { count: added.known.length })}
    </>
  );
}
