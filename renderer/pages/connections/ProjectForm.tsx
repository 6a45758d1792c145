import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectShape } from '#shared/contract/booking-shapes.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { FormField } from '../../components/FormField.tsx';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import type { ProjectText } from './project-fields.ts';
import { changesOf, isCurrency, readNumber, textOf } from './project-fields.ts';

/** The fields of a project; `project` null makes a new one. */
export function ProjectForm({ project, onClose }: { project: ProjectShape | null; onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [before] = useState(() => textOf(project, formats.decimal));
  const [text, setText] = useState(before);
  const save = useChange(() => client.project.edit(changesOf(text, before)), {
    stale: ['projects', 'mappings'],
    announce: false,
    done: ({ key }) => {
      say(t('projects.saved', { key }));
      onClose();
    },
  });
  const wrong = {
    budgetHours: readNumber(text.budgetHours) === null ? t('projects.badNumber') : null,
    hourlyRate: readNumber(text.hourlyRate) === null ? t('projects.badNumber') : null,
    currency: text.currency.trim() === '' || isCurrency(text.currency) ? null : t('projects.badCurrency'),
  };
  const isRight = text.key.trim() !== '' && Object.values(wrong).every((problem) => problem === null);
  const edit = (news: Partial<ProjectText>) => {
    setText({ ...text, ...news });
    if (save.error) save.reset();
  };
  const form = { text, edit };
  return (
    <form
      className="project-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isRight) save.mutate(undefined);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {project === null && (
        <FormField
          form={form}
          name="key"
          label={t('projects.newKey')}
          placeholder={t('projects.newKeyHint')}
          autoFocus
        />
      )}
      <FormField form={form} name="name" label={t('projects.name')} autoFocus={project !== null} />
      <FormField form={form} name="customer" label={t('projects.customer')} />
      <FormField form={form} name="linearTeam" label={t('projects.linearTeam')} maxLength={64} />
      <FormField
        form={form}
        name="budgetHours"
        label={t('projects.budgetHours')}
        inputMode="decimal"
        error={wrong.budgetHours}
        placeholder={t('projects.noBudget')}
      />
      <FormField
        form={form}
        name="hourlyRate"
        label={t('projects.hourlyRate')}
        inputMode="decimal"
        error={wrong.hourlyRate}
      />
      <FormField
        form={form}
        name="currency"
        label={t('projects.currency')}
        placeholder="EUR"
        maxLength={3}
        error={wrong.currency}
      />
      {project !== null && (project.customer !== null || project.budgetHours !== null) && (
        <p className="hint project-form-more">
          <a className="link-button" href={`#/customers?project=${encodeURIComponent(project.key)}`}>
            {t('projects.moreOfBudget')}
          </a>
        </p>
      )}
      <div className="project-form-actions">
        <Button type="submit" size="compact-sm" disabled={!isRight} loading={save.isPending}>
          {t('app.save')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <FieldProblem error={save.error} />
      </div>
    </form>
  );
}
