import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useWords } from '../words/use-words.ts';
import { useConnection } from '../client/connection.ts';
import { unsayLost } from '../hooks/change.ts';

/** A quiet line while the host does not answer; it has room of its own, so nothing moves. */
export function ConnectionBanner() {
  const { t } = useWords();
  const connection = useConnection();
  useEffect(() => {
    if (connection === 'ready') unsayLost();
  }, [connection]);
  return (
    <div className="topbar-space" role="status">
      {connection === 'lost' && (
        <div className="banner" title={t('host.lostDetail')}>
          <IconPlugConnectedX size={16} aria-hidden />
          <span>{t('host.lost')}</span>
        </div>
      )}
    </div>
  );
}
