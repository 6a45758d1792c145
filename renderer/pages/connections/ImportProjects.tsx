import { Button, TextInput } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { useChange } from '../../hooks/change.ts';
import { useHostWords } from '../../hooks/host-words.ts';

type Taken = Awaited<ReturnType<typeof client.project.import>>;

/** Takes over the files of an earlier tool. */
export function ImportProjects() {
  const { t } = useTranslation();
  const [path, setPath] = useState('');
  const [taken, setTaken] = useState<Taken | null>(null);
  const take = useChange((from: string) => client.project.import({ path: from }), {
    stale: ['projects', 'mappings', 'providers', 'settings', 'booking'],
    announce: false,
    done: (output) => {
      setTaken(output);
      setPath('');
    },
  });
  return (
    <>
      <h2 className="caption list-caption">{t('projects.importTitle')}</h2>
      <form
        className="surface add-folder add-folder-card"
        onSubmit={(event) => {
          event.preventDefault();
          setTaken(null);
          if (path.trim() !== '') take.mutate(path.trim());
        }}
      >
        <TextInput
          label={t('projects.importPath')}
          description={t('projects.importHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          placeholder="~/.claude-time"
          value={path}
          maxLength={4096}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setPath(event.currentTarget.value);
            if (take.error) take.reset();
          }}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconFileImport size={16} />}
          disabled={path.trim() === ''}
          loading={take.isPending}
        >
          {t('projects.importDo')}
        </Button>
        <div className="add-folder-outcome" role="status">
          <FieldProblem error={take.error} />
          {taken && <Outcome taken={taken} />}
        </div>
      </form>
    </>
  );
}

function Outcome({ taken }: { taken: Taken }) {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  return (
    <>
      {taken.projects.length === 0
        ? t('projects.importedNone')
        : t('projects.imported', { count: taken.projects.length, mapped: taken.mapped })}{' '}
      {taken.person !== null && t('projects.importedPerson', { person: taken.person })}
      {taken.skipped.length > 0 && (
        <div className="import-skipped">
          {t('projects.skipped')}
          <ul>
            {taken.skipped.map((reason) => (
              <li key={reason}>{hostWords(reason)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
