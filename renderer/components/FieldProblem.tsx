import { useWords } from '../words/use-words.ts';
import { problemOf } from '../client/problem.ts';
import { Prose } from './Prose.tsx';

/** A refusal beside the field it is about, `brief` without the remedy where the page itself shows the way; nothing while all is well. */
export function FieldProblem({ error, brief = false }: { error: unknown; brief?: boolean }) {
  const { t } = useWords();
  if (error === null || error === undefined) return null;
  const problem = problemOf(error);
  const words =
    problem.code === 'LOST'
      ? t('problem.lost')
      : [problem.message, brief ? null : problem.remedy].filter(Boolean).join(' ');
  return (
    <p className="field-problem" role="alert">
      <Prose words={words} />
    </p>
  );
}
