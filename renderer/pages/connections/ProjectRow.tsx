import { IconChevronDown } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectShape } from '#shared/contract/booking-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useNow } from '../../hooks/now.ts';
import { ProjectForm } from './ProjectForm.tsx';

interface Props {
  readonly project: ProjectShape;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** A project in a line: key, name, customer, budget, rate. Opens in place to be changed. */
export function ProjectRow({ project, isOpen, onToggle }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const head = useRef<HTMLButtonElement>(null);
  const { key, name, customer, budgetHours, hourlyRate, currency, remote } = project;
  return (
    <li className={`project${isOpen ? ' project-open' : ''}`}>
      <button
        ref={head}
        type="button"
        className="project-head"
        aria-expanded={isOpen}
        aria-label={t('projects.edit', { key })}
        onClick={onToggle}
      >
        <b>{key}</b>
        <span className="project-words">
          {name !== key && <span>{name}</span>}
          {customer !== null && <small>{customer}</small>}
        </span>
        <span className="project-number num">
          {budgetHours === null ? '' : formatShort(Math.round(budgetHours * 60))}
          {remote && <Remote remote={remote} />}
        </span>
        <span className="project-number num">
          {hourlyRate === null ? '' : formats.money(hourlyRate, currency)}
        </span>
        <IconChevronDown size={15} aria-hidden />
      </button>
      {isOpen && (
        <ProjectForm
          project={project}
          onClose={() => {
            onToggle();
            head.current?.focus();
          }}
        />
      )}
    </li>
  );
}

/** What the provider last said of the budget. */
function Remote({ remote }: { remote: NonNullable<ProjectShape['remote']> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow(60_000);
  const { worked, budgeted } = remote;
  if (worked === null && budgeted === null) return null;
  const isOver = worked !== null && budgeted !== null && worked > budgeted;
  return (
    <small
      className={isOver ? 'fact-warn' : undefined}
      title={t('projects.remoteAt', { when: formats.ago(remote.at, now) })}
    >
      {worked === null
        ? formatShort(budgeted ?? 0)
        : budgeted === null
          ? formatShort(worked)
          : t('projects.remoteWords', { worked: formatShort(worked), budgeted: formatShort(budgeted) })}
    </small>
  );
}
