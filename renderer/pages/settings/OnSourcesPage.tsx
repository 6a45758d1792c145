import { useTranslation } from 'react-i18next';

/** Something that is kept but not shown here, and the page it is set on. */
export function OnSourcesPage({ value }: { value: unknown }) {
  const { t } = useTranslation();
  const count = Array.isArray(value) ? value.length : 0;
  const isSet = typeof value === 'string' && value !== '';
  return (
    <span className="setting-elsewhere">
      {count > 0 && <span>{t('settings.isSecret', { count })}</span>}
      {isSet && <span>{t('settings.isSet')}</span>}
      <a className="link-button" href="#/sources">
        {t('settings.toSources')}
      </a>
    </span>
  );
}
