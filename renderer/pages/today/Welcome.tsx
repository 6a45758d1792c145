import { useTranslation } from 'react-i18next';
import { AddFolder } from '../sources/AddFolder.tsx';

/** First start: what will be here, and the one thing to do. */
export function Welcome() {
  const { t } = useTranslation();
  return (
    <section className="welcome surface">
      <h2>{t('welcome.title')}</h2>
      <p>{t('welcome.body')}</p>
      <AddFolder autoFocus />
      <ol className="welcome-steps">
        <li>{t('welcome.stepAdd')}</li>
        <li>{t('welcome.stepSee')}</li>
        <li>{t('welcome.stepConfirm')}</li>
      </ol>
      <p className="hint">{t('welcome.orLog')}</p>
    </section>
  );
}
