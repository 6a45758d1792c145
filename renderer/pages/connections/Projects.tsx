import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectShape } from '#shared/contract/booking-shapes.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import { mappingsQuery, projectsQuery } from '../../client/queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';
import { ImportProjects } from './ImportProjects.tsx';
import { ProjectForm } from './ProjectForm.tsx';
import { ProjectRow } from './ProjectRow.tsx';

interface Props {
  /** Provider whose table names more of them. */
  readonly mapped: ProviderId | null;
  /** The one that is open at first. */
  readonly first: string | null;
}

/** What reports and budgets need to know of projects. */
export function Projects({ mapped, first }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(projectsQuery());
  const mappings = useQuery({ ...mappingsQuery(mapped ?? 'productive'), enabled: mapped !== null });
  const [openKey, setOpenKey] = useState<string | null>(first);
  const [isAdding, setIsAdding] = useState(false);
  if (!data) return <PageFallback error={error} retry={() => void refetch()} />;
  const known = new Set(data.map(({ key }) => key));
  // A project without a record is just its key; somebody may want to say more of it.
  const bare = (mappings.data ?? []).flatMap((row) =>
    row.scope === 'project' && !known.has(row.name) ? [bareProject(row.name)] : [],
  );
  const projects = [...data, ...bare];
  return (
    <section className="mapping-section" aria-label={t('projects.title')}>
      <div className="mapping-head">
        <p className="mapping-counts">{t('projects.lead')}</p>
        <span className="topbar-space" />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          aria-expanded={isAdding}
          onClick={() => setIsAdding(!isAdding)}
        >
          {t('projects.add')}
        </Button>
      </div>
      {isAdding && (
        <div className="surface project-new">
          <ProjectForm project={null} onClose={() => setIsAdding(false)} />
        </div>
      )}
      {projects.length === 0 ? (
        <p className="surface mapping-nothing">{t('projects.nothing')}</p>
      ) : (
        <ul className="rows surface" aria-label={t('projects.table')}>
          {projects.map((project) => (
            <ProjectRow
              key={project.key}
              project={project}
              isOpen={openKey === project.key}
              onToggle={() => setOpenKey(openKey === project.key ? null : project.key)}
            />
          ))}
        </ul>
      )}
      <ImportProjects />
    </section>
  );
}

const bareProject = (key: string): ProjectShape => ({
  key,
  name: key,
  customer: null,
  budgetHours: null,
  hourlyRate: null,
  currency: null,
  linearTeam: null,
  remote: null,
});
