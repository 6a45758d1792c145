import { said } from '../values/said.ts';

/** How far something has come, in the three words a customer needs. */
export type Stage = 'done' | 'in-progress' | 'planned';

const WORDS: readonly (readonly [Stage, RegExp])[] = [
  [
    'done',
    /^(done|closed|completed?|resolved|merged|released|deployed|delivered|accepted|cancell?ed|erledigt|fertig|abgeschlossen|geschlossen|geliefert|abgenommen)$/,
  ],
  [
    'in-progress',
    /^(in[ -]?(progress|review|development|testing|arbeit|bearbeitung|prüfung)|doing|started|active|working|review|testing|qa|blocked|on hold|laufend|begonnen|blockiert)$/,
  ],
  [
    'planned',
    /^(planned|backlog|to[ -]?do|open|new|ready|triage|unstarted|selected for development|geplant|offen|neu|bereit|zu erledigen)$/,
  ],
];

/** What a tracker calls a status, as a stage; null for words that nobody taught us: nothing is guessed before a customer. */
export function stageOf(status: string | null): Stage | null {
  const word = status?.trim().toLowerCase().replaceAll('_', '-') ?? '';
  return WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/**
 * How far a group has come: done when all of it is, planned while nothing was begun, else in progress.
 * @param hasTime time was spent on it: then it was begun, whatever the trackers say.
 */
export function stageOfAll(stages: readonly (Stage | null)[], hasTime: boolean): Stage {
  if (stages.length > 0 && stages.every((stage) => stage === 'done')) return 'done';
  const isBegun = hasTime || stages.some((stage) => stage === 'done' || stage === 'in-progress');
  return isBegun ? 'in-progress' : 'planned';
}

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  done: said`Done`,
  'in-progress': said`In progress`,
  planned: said`Planned`,
};
