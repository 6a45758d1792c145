import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import { problemOf } from '../client/problem.ts';
import { Prose } from './Prose.tsx';

/** A problem in place: what happened, what to do, and a way to try again. */
export function ProblemNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useWords();
  const problem = problemOf(error);
  const lost = problem.code === 'LOST';
  return (
    <div className="problem" role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div className="problem-words">
        <strong>{lost ? t('host.lost') : <Prose words={problem.message} />}</strong>
        <span>{lost ? t('host.lostDetail') : <Prose words={problem.remedy ?? ''} />}</span>
      </div>
      {retry && (
        <Button size="compact-sm" variant="default" onClick={retry}>
          {t('app.retry')}
        </Button>
      )}
    </div>
  );
}
