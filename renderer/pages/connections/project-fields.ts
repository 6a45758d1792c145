import type { ProjectShape } from '#shared/contract/booking-shapes.ts';

/** The fields of a project as somebody types them. */
export interface ProjectText {
  readonly key: string;
  readonly name: string;
  readonly customer: string;
  readonly budgetHours: string;
  readonly hourlyRate: string;
  readonly currency: string;
  readonly linearTeam: string;
}

/** @param decimal how the person's language writes a number. */
export const textOf = (
  project: ProjectShape | null,
  decimal: (value: number) => string = String,
): ProjectText => ({
  key: project?.key ?? '',
  name: project === null || project.name === project.key ? '' : project.name,
  customer: project?.customer ?? '',
  budgetHours: numberText(project?.budgetHours ?? null, decimal),
  hourlyRate: numberText(project?.hourlyRate ?? null, decimal),
  currency: project?.currency ?? '',
  linearTeam: project?.linearTeam ?? '',
});

const numberText = (value: number | null, decimal: (value: number) => string) =>
  value === null ? '' : decimal(value);

/** A number as people write it, `1.5` or `1,5`; nothing is 0, which means none; null: it is not a number. */
export function readNumber(text: string): number | null {
  const bare = text.trim().replace(',', '.');
  if (bare === '') return 0;
  const value = Number(bare);
  return Number.isFinite(value) && value >= 0 ? value : null;
}

export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text.trim().toUpperCase());

/** What `project.edit` is asked: only what was changed, so that nobody else's change is written over. */
export function changesOf(text: ProjectText, before: ProjectText) {
  const changed = (key: keyof ProjectText) => text[key].trim() !== before[key].trim();
  const budgetHours = readNumber(text.budgetHours);
  const hourlyRate = readNumber(text.hourlyRate);
  return {
    key: text.key.trim(),
    ...(changed('name') ? { name: text.name.trim() } : {}),
    ...(changed('customer') ? { customer: text.customer.trim() } : {}),
    ...(changed('budgetHours') && budgetHours !== null ? { budgetHours } : {}),
    ...(changed('hourlyRate') && hourlyRate !== null ? { hourlyRate } : {}),
    ...(changed('currency') && isCurrency(text.currency)
      ? { currency: text.currency.trim().toUpperCase() }
      : {}),
    ...(changed('linearTeam') ? { linearTeam: text.linearTeam.trim() } : {}),
  };
}
