import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../client/connection.ts';

/** A quiet line while the host does not answer. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const connection = useConnection();
  return (
    <div role="status">
      {connection === 'lost' && (
        <div className="banner" title={t('host.lostDetail')}>
          <IconPlugConnectedX size={16} aria-hidden />
          {t('host.lost')}
        </div>
      )}
    </div>
  );
}
