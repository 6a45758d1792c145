import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { repositoriesQuery } from '../../client/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFallback } from '../../components/PageFallback.tsx';
import { SourceMark } from '../../components/SourceMark.tsx';
import { useSettingValue } from '../../hooks/preferences.ts';
import { AddFolder } from './AddFolder.tsx';
import { RepositoryRow } from './RepositoryRow.tsx';

/** What the day is derived from: registered repositories, and whose commits count. */
export function SourcesPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(repositoriesQuery());
  if (!data) return <PageFallback error={error} retry={() => void refetch()} />;
  return (
    <>
      <header className="page-head page-head-column">
        <h1 className="page-title">{t('sources.title')}</h1>
        <p className="page-lead">{t('sources.lead')}</p>
      </header>
      <div className="page-body">
        <div className="page-narrow">
          <h2 className="caption list-caption list-caption-mark">
            <SourceMark source="git" size={11} silent /> {t('sources.git')}
          </h2>
          {data.length === 0 ? (
            <EmptyState title={t('sources.emptyTitle')}>
              <p>{t('sources.empty')}</p>
            </EmptyState>
          ) : (
            <ul className="rows surface">
              {data.map((repository) => (
                <RepositoryRow key={repository.id} repository={repository} />
              ))}
            </ul>
          )}
          <div className="surface add-folder-card">
            <AddFolder />
          </div>
          <Emails />
        </div>
      </div>
    </>
  );
}

function Emails() {
  const { t } = useTranslation();
  const value = useSettingValue('identity.emails');
  const emails = Array.isArray(value)
    ? value.filter((email): email is string => typeof email === 'string')
    : [];
  return (
    <section className="emails">
      <h2 className="caption list-caption">{t('sources.emails')}</h2>
      <div className="surface emails-card">
        {emails.length === 0 ? (
          <span className="hint">{t('sources.emailsNone')}</span>
        ) : (
          <span className="emails-list">
            {emails.map((email) => (
              <code key={email}>{email}</code>
            ))}
          </span>
        )}
        <a className="link-button" href="#/settings?find=identity.emails">
          {t('sources.change')}
        </a>
      </div>
    </section>
  );
}
