import { useState } from 'react';

/** The steps, in order. */
export const STEPS = ['code', 'you', 'week', 'day'] as const;
export type Step = (typeof STEPS)[number];

/** What was ticked and is not written anywhere else yet. */
export interface Chosen {
  readonly folders: readonly string[];
  /** Null: nothing was said yet, so what git is set up with is ticked. */
  readonly emails: readonly string[] | null;
  readonly added: readonly string[];
}

const KEY = 'stint.firstSteps';
const NOTHING: Chosen = { folders: [], emails: null, added: [] };

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** What was kept in this window; nothing when it cannot be read. */
export function readChosen(text: string | null): Chosen {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return NOTHING;
    const emails: unknown = Reflect.get(value, 'emails');
    return {
      folders: texts(Reflect.get(value, 'folders')),
      emails: Array.isArray(emails) ? texts(emails) : null,
      added: texts(Reflect.get(value, 'added')),
    };
  } catch {
    return NOTHING;
  }
}

/** What was ticked so far; it outlives a reload and a restart of the window. */
export function useChosen(): readonly [Chosen, (next: Partial<Chosen>) => void] {
  const [chosen, setChosen] = useState(() => readChosen(localStorage.getItem(KEY)));
  return [
    chosen,
    (next) => {
      const all = { ...chosen, ...next };
      localStorage.setItem(KEY, JSON.stringify(all));
      setChosen(all);
    },
  ];
}

/** Where somebody goes on who began before: what the host keeps says more than what the window does. */
export function firstStep(kept: unknown): Step {
  return kept === 'week' || kept === 'day' ? kept : 'code';
}
