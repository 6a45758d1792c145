import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RepositoryShape } from '#shared/contract/shapes.ts';
import { client } from '../../client/connect.ts';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useNow } from '../../hooks/now.ts';

/** A repository: where it is, when it was read, and what is wrong with it in words. */
export function RepositoryRow({ repository }: { repository: RepositoryShape }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow(60_000);
  const [asking, setAsking] = useState(false);
  const remove = useChange(() => client.repository.remove({ repository: repository.id }), {
    stale: ['repositories', 'day', 'week'],
    done: () => say(t('sources.removed', { name: repository.name })),
  });
  return (
    <li className="repository">
      <div className="repository-words">
        <span className="repository-name">
          <b>{repository.name}</b>
          <span className="repository-when">
            {repository.lastScanAt === null
              ? t('sources.never')
              : t('sources.scanned', { when: formats.ago(repository.lastScanAt, now) })}
          </span>
        </span>
        <span className="repository-path" title={repository.path}>
          {repository.path}
        </span>
        {repository.problem !== null && (
          <span className="repository-problem">
            <IconAlertTriangle size={14} aria-label={t('sources.problem')} /> {repository.problem}
          </span>
        )}
      </div>
      {asking ? (
        <div className="repository-ask">
          <span>{t('sources.removeAsk', { name: repository.name })}</span>
          <Button
            size="compact-sm"
            className="danger"
            variant="light"
            autoFocus
            disabled={remove.isPending}
            onClick={() => remove.mutate(undefined)}
          >
            {t('sources.remove')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsking(false)}>
            {t('app.cancel')}
          </Button>
        </div>
      ) : (
        <Tooltip label={t('sources.remove')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('sources.remove')}: ${repository.name}`}
            onClick={() => setAsking(true)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
