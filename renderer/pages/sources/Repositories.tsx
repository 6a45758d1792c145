import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RepositoryShape } from '#shared/contract/shapes.ts';
import type { SourceShape } from '#shared/contract/source-operations.ts';
import { client } from '../../client/connect.ts';
import { repositoriesQuery } from '../../client/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { say, useChange } from '../../hooks/change.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import { AddFolder } from './AddFolder.tsx';
import { Forget } from './Forget.tsx';
import { SourceRow } from './SourceRow.tsx';

/** Registered repositories, the way to add more, and whose commits count. */
export function Repositories({ sources }: { sources: readonly SourceShape[] }) {
  const { t } = useTranslation();
  const { data: repositories = [] } = useQuery(repositoriesQuery());
  return (
    <>
      {sources.length === 0 ? (
        <EmptyState title={t('sources.emptyTitle')}>
          <p>{t('sources.empty')}</p>
        </EmptyState>
      ) : (
        <ul className="rows surface">
          {sources.map((source) => {
            const repository = repositories.find(({ id }) => source.key === `git:${id}`);
            return (
              <SourceRow
                key={source.key}
                source={source}
                place={repository?.path ?? null}
                actions={repository && <ForgetRepository repository={repository} />}
              />
            );
          })}
        </ul>
      )}
      <div className="surface source-card">
        <AddFolder />
      </div>
      <Emails />
    </>
  );
}

function ForgetRepository({ repository }: { repository: RepositoryShape }) {
  const { t } = useTranslation();
  const remove = useChange(() => client.repository.remove({ repository: repository.id }), {
    stale: ['repositories', 'sources', 'day', 'week'],
    done: () => say(t('sources.removed', { name: repository.name })),
  });
  return (
    <Forget
      label={t('sources.remove')}
      name={repository.name}
      ask={t('sources.removeAsk', { name: repository.name })}
      isBusy={remove.isPending}
      onForget={() => remove.mutate(undefined)}
    />
  );
}

function Emails() {
  const { t } = useTranslation();
  const value = useSettingValue('identity.emails');
  const emails = Array.isArray(value)
    ? value.filter((email): email is string => typeof email === 'string')
    : [];
  return (
    <div className="surface source-card emails-card">
      <span className="emails-words">
        <span className="field-label">{t('sources.emails')}</span>
        {emails.length === 0 ? (
          <span className="hint">{t('sources.emailsNone')}</span>
        ) : (
          <span className="emails-list">
            {emails.map((email) => (
              <code key={email}>{email}</code>
            ))}
          </span>
        )}
      </span>
      <a className="link-button" href="#/settings?find=identity.emails">
        {t('sources.change')}
      </a>
    </div>
  );
}
