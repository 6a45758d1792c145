import { IconDoorExit } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWords } from '../words/use-words.ts';
import { client } from '../client/connect.ts';
import { followHostClock } from '../client/host-clock.ts';
import { demoQuery } from '../client/start-queries.ts';
import { useChange } from '../hooks/change.ts';
import '../styles/first-day.css';

/** Says that all of this is made up, on every page, and is the way out. Nothing in a person's own data. */
export function DemoNote() {
  const { t } = useWords();
  const { data } = useQuery(demoQuery());
  const leave = useChange(() => client.demo.leave({}), {
    stale: [],
    done: ({ address }) => {
      if (address !== null) window.location.assign(address);
    },
  });
  const now = data?.isDemo ? data.now : null;
  useEffect(() => {
    if (now !== null) followHostClock(now);
  }, [now]);
  if (!data?.isDemo) return null;
  return (
    <aside className="demo-note" aria-label={t('demo.title')}>
      <b>{t('demo.title')}</b>
      <i aria-hidden title={t('demo.title')}>
        {t('demo.short')}
      </i>
      <span>{t('demo.body')}</span>
      {data.canLeave && (
        <button
          type="button"
          title={t('demo.leave')}
          disabled={leave.isPending}
          onClick={() => leave.mutate(undefined)}
        >
          <span>{t('demo.leave')}</span>
          <IconDoorExit size={16} aria-hidden />
        </button>
      )}
    </aside>
  );
}
