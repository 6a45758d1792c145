import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/connect.ts';
import { aboutQuery } from '../../client/start-queries.ts';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { Prose } from '../../components/Prose.tsx';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';

/** What this program is, where the data lies, what tells presence, how old the last backup is, and what is not well. */
export function AboutStint() {
  const { t } = useTranslation();
  const formats = useFormats();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(aboutQuery());
  const backUp = useChange(() => client.upkeep.backup({}), {
    stale: [],
    done: ({ file }) => {
      say(t('about.backedUp', { file }));
      void queries.invalidateQueries({ queryKey: ['about'] });
    },
  });
  if (error !== null) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data) return <div className="about surface" aria-busy="true" />;
  const { checks, lastBackup, presence } = data;
  return (
    <div className="about surface">
      <dl>
        <dt>{t('about.version')}</dt>
        <dd className="num">{data.version}</dd>
        <dt>{t('about.home')}</dt>
        <dd>
          <code>{data.home}</code>
        </dd>
        <dt>{t('about.presence')}</dt>
        <dd>
          {t(`about.presenceStates.${presence.state}`)} · <code>{presence.backend}</code>
        </dd>
        <dt>{t('about.backup')}</dt>
        <dd>
          {lastBackup === null ? t('about.noBackup') : formats.moment(lastBackup.at)}
          <Button
            size="compact-xs"
            variant="default"
            loading={backUp.isPending}
            onClick={() => backUp.mutate(undefined)}
          >
            {t('about.backUp')}
          </Button>
        </dd>
        <dt>{t('about.checks')}</dt>
        <dd>
          {checks.length === 0 ? t('about.healthy') : t('about.wrong', { count: checks.length })}
          {checks.length > 0 && (
            <ul>
              {checks.map((check) => (
                <li key={`${check.name} ${check.detail}`}>
                  <b>{check.name}</b> <Prose words={[check.detail, check.remedy].filter(Boolean).join(' ')} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
    </div>
  );
}
