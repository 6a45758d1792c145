import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { GlobalKeyShape } from '#shared/contract/shortcut-operations.ts';
import { globalKeysQuery } from '../../client/queries.ts';
import { openDialog } from '../../hooks/dialogs.ts';
import { Prose } from '../Prose.tsx';

/** Keys that work from any program, and whether this desktop gives them to Stint; they are set on the Settings page. */
export function GlobalKeyRows() {
  const { t } = useTranslation();
  const { data: keys = [] } = useQuery(globalKeysQuery());
  return (
    <section>
      <h3 className="caption">{t('keys.global')}</h3>
      <ul className="key-rows">
        {keys.map((key) => (
          <GlobalKeyRow key={key.action} of={key} />
        ))}
      </ul>
    </section>
  );
}

function GlobalKeyRow({ of: key }: { of: GlobalKeyShape }) {
  const { t } = useTranslation();
  return (
    <li className="key-row">
      <span>{t(`keys.globals.${key.action}`)}</span>
      <span className="key-set">
        {key.standing === 'held' && <span className="key-fixed">{t('keys.globalHeld')}</span>}
        {key.keys === '' ? <span className="key-fixed">{t('keys.globalNone')}</span> : <kbd>{key.keys}</kbd>}
        <a
          className="link-button"
          href={`#/settings?find=${key.setting}`}
          onClick={() => openDialog(null)}
          aria-label={`${t('keys.globalSet')}: ${t(`keys.globals.${key.action}`)}`}
        >
          {t('keys.globalSet')}
        </a>
      </span>
      {key.remedy !== null && (
        <p className={key.standing === 'refused' ? 'key-note key-note-bad' : 'key-note'}>
          <Prose words={key.remedy} />
        </p>
      )}
    </li>
  );
}
