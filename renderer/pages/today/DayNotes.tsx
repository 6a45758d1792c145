import { IconAlertTriangle, IconInfoCircle, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { Prose } from '../../components/Prose.tsx';

/** Entries without a ticket stand first in the list; saying it again above them is noise. */
const SAID_ELSEWHERE = /^\d+ (entry has|entries have) no ticket\.$/;

/** What there is to know about the day: its state in a sentence, and the host's warnings. */
export function DayNotes({ view }: { view: DayView }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const { status } = view.day;
  const warnings = view.day.warnings.filter((warning) => !SAID_ELSEWHERE.test(warning));
  const shown = all ? warnings : warnings.slice(0, 2);
  return (
    <>
      {status !== 'draft' && (
        <p className={`state-note state-note-${status}`} role="status">
          {status === 'submitted' ? (
            <IconLock size={15} aria-hidden />
          ) : (
            <IconInfoCircle size={15} aria-hidden />
          )}
          {t(status === 'submitted' ? 'day.submittedNote' : 'day.reviewedNote')}
        </p>
      )}
      {warnings.length > 0 && (
        <ul className="notes" aria-label={t('day.warnings')}>
          {shown.map((warning) => (
            <li key={warning}>
              <IconAlertTriangle size={15} aria-hidden />
              <span>
                <Prose words={warning} />
              </span>
            </li>
          ))}
          {warnings.length > shown.length && (
            <li>
              <button type="button" className="link-button" onClick={() => setAll(true)}>
                {t('day.notesMore', { count: warnings.length - shown.length })}
              </button>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
