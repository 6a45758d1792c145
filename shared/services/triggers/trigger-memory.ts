import type { World } from '../../ports/world.ts';
import type { PromptNote } from '../../review/prompt.ts';
import type { Person } from '../person.ts';

// What triggers remember lies among the notes on prompts: no change of a timesheet, so not in the log.

const statusKey = (ticket: string): string => `trigger-status:${ticket}`;
const branchKey = (repository: string): string => `trigger-branch:${repository}`;
const SESSION_KEY = 'trigger-session';

/** The status a ticket had when it was last looked at; null: it was never. */
export const knownStatus = (world: World, person: Person, ticket: string): Promise<string | null> =>
  recall(world, person, statusKey(ticket));

export const rememberStatus = (world: World, person: Person, ticket: string, status: string): Promise<void> =>
  remember(world, person, statusKey(ticket), status);

/** The branch that was last seen in a repository; null: none was. */
export const knownBranch = (world: World, person: Person, repository: string): Promise<string | null> =>
  recall(world, person, branchKey(repository));

export const rememberBranch = (
  world: World,
  person: Person,
  repository: string,
  branch: string,
): Promise<void> => remember(world, person, branchKey(repository), branch);

/** The session that a trigger started last. */
export const triggeredSession = (world: World, person: Person): Promise<string | null> =>
  recall(world, person, SESSION_KEY);

export const rememberSession = (world: World, person: Person, id: string): Promise<void> =>
  remember(world, person, SESSION_KEY, id);

async function recall(world: World, person: Person, key: string): Promise<string | null> {
  return (await world.stores.prompts.get(person.user, key))?.detail ?? null;
}

async function remember(world: World, person: Person, key: string, detail: string): Promise<void> {
  const blank: Omit<PromptNote, 'user' | 'key' | 'at' | 'detail'> = {
    saidAt: null,
    snoozedUntil: null,
    answer: null,
    span: null,
  };
  await world.stores.prompts.put([{ ...blank, user: person.user, key, detail, at: person.now }]);
}
