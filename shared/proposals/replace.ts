import type { Entry } from '../entries/entry.ts';
import type { Proposal } from './proposal.ts';

/** What has to happen to the entries of a day so that they are what was proposed. */
export interface Replacement {
  readonly add: Proposal[];
  readonly update: { readonly entry: Entry; readonly proposal: Proposal }[];
  readonly remove: Entry[];
}

/**
 * Plans how a new derivation replaces the last one (design §2 "Fusion"): an untouched proposal is replaced in place,
 * what the person accepted, edited, deleted or wrote is left alone, and deriving twice changes nothing.
 */
export function planReplacement(existing: readonly Entry[], proposals: readonly Proposal[]): Replacement {
  const untouched = new Map<string, Entry>();
  const settled = new Set<string>();
  const remove: Entry[] = [];
  for (const entry of existing) {
    if (entry.key === null) continue;
    if (entry.state !== 'proposed') settled.add(entry.key);
    else if (untouched.has(entry.key)) remove.push(entry);
    else untouched.set(entry.key, entry);
  }
  const add: Proposal[] = [];
  const update: Replacement['update'] = [];
  for (const proposal of proposals.filter(({ key }) => !settled.has(key))) {
    const entry = untouched.get(proposal.key);
    untouched.delete(proposal.key);
    if (!entry) add.push(proposal);
    else if (!says(entry, proposal)) update.push({ entry, proposal });
  }
  return { add, update, remove: [...remove, ...untouched.values()] };
}

/** Does the entry say exactly what the proposal says? */
function says(entry: Entry, proposal: Proposal): boolean {
  return (Object.keys(proposal) as (keyof Proposal)[]).every((field) => same(entry[field], proposal[field]));
}

/** Are both built of the same values? For plain data only. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key)))
  );
}
