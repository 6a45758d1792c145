import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { providersQuery } from '../../client/queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { usualOf } from '../../hooks/booking.ts';
import { dropQuery, go, useRoute } from '../../hooks/route.ts';
import '../../styles/connections.css';
import '../../styles/mapping.css';
import '../../styles/unit-picker.css';
import '../../styles/projects.css';
import { ConnectTile } from './ConnectTile.tsx';
import { KeepingNote } from './KeepingNote.tsx';
import { Mapping } from './Mapping.tsx';
import { Projects } from './Projects.tsx';
import { ProviderCard } from './ProviderCard.tsx';
import { Teach } from './Teach.tsx';

/** Where time is booked: the providers, where the time of each project goes, and what is known of projects. */
export function ConnectionsPage({ chosen }: { chosen: string | null }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(providersQuery());
  const [tab, setTab] = useState<'mapping' | 'projects'>('mapping');
  // A budget that runs out leads to its project: `/connections?project=TB`.
  const asked = useRoute().query.get('project');
  const [project, setProject] = useState<string | null>(null);
  useEffect(() => {
    if (asked === null) return;
    setTab('projects');
    setProject(asked);
    dropQuery();
  }, [asked]);
  if (!data) return <PageFallback error={error} retry={() => void refetch()} />;
  const connected = data.filter((provider) => provider.state !== 'off');
  const others = data.filter((provider) => provider.state === 'off');
  // Mostly it is the machine that keeps no secrets, not one provider: then it is said once.
  const warnings = new Set(connected.flatMap(({ warning }) => warning ?? []));
  const [common = null] = connected.length > 1 && warnings.size === 1 ? warnings : [];
  const mapped = connected.find(({ id }) => id === chosen) ?? usualOf(connected);
  return (
    <>
      <header className="page-head page-head-column">
        <h1 className="page-title">{t('connections.title')}</h1>
        <p className="page-lead">{t('connections.lead')}</p>
      </header>
      <div className="page-body">
        <div className="connections">
          {error !== null && <ProblemNote error={error} retry={() => void refetch()} />}
          {connected.length === 0 && <Teach />}
          {common !== null && <KeepingNote words={common} />}
          {connected.length > 0 && (
            <ul className="provider-cards">
              {connected.map((provider) => (
                <ProviderCard
                  key={provider.id}
                  provider={provider}
                  warning={common === null ? provider.warning : null}
                  hasChoice={connected.length > 1 || !connected.some(({ isDefault }) => isDefault)}
                />
              ))}
            </ul>
          )}
          {others.length > 0 && (
            <section aria-label={t('connections.available')}>
              {connected.length > 0 && <h2 className="caption list-caption">{t('connections.available')}</h2>}
              <ul className="provider-tiles">
                {others.map((provider) => (
                  <ConnectTile key={provider.id} provider={provider} />
                ))}
              </ul>
            </section>
          )}
          <div className="connections-lower">
            <SegmentedControl
              aria-label={t('connections.lower')}
              value={tab}
              data={[
                { value: 'mapping', label: t('connections.tabMapping') },
                { value: 'projects', label: t('connections.tabProjects') },
              ]}
              onChange={(value) => setTab(value === 'projects' ? 'projects' : 'mapping')}
            />
            {tab === 'mapping' && mapped && connected.length > 1 && (
              <SegmentedControl
                size="xs"
                aria-label={t('mapping.provider')}
                value={mapped.id}
                data={connected.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(id) => go(`/connections/${id}`)}
              />
            )}
          </div>
          {tab === 'projects' ? (
            <Projects key={project} mapped={mapped?.id ?? null} first={project} />
          ) : mapped ? (
            <Mapping key={mapped.id} provider={mapped} />
          ) : (
            <p className="hint">{t('mapping.none')}</p>
          )}
        </div>
      </div>
    </>
  );
}
