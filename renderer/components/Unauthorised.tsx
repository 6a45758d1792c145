import { useWords } from '../words/use-words.ts';
import { StintMark } from './StintMark.tsx';

/** The browser has no valid cookie: links work once, and end with their host. */
export function Unauthorised() {
  const { t } = useWords();
  return (
    <main className="calm">
      <StintMark state="idle" size={32} />
      <h1 className="page-title">{t('host.unauthorisedTitle')}</h1>
      <p className="page-lead">{t('host.unauthorised')}</p>
      <code>stint serve</code>
    </main>
  );
}
