import { useTranslation } from 'react-i18next';

/** Before anything is connected: what will happen here, step by step. The one thing to do stands right below. */
export function Teach() {
  const { t } = useTranslation();
  return (
    <section className="surface teach">
      <h2>{t('connections.teachTitle')}</h2>
      <ol>
        <li>{t('connections.teachConnect')}</li>
        <li>{t('connections.teachMap')}</li>
        <li>{t('connections.teachBook')}</li>
      </ol>
    </section>
  );
}
