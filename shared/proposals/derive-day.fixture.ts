import type { Entry } from '../entries/entry.ts';
import type { Story } from '../evidence/git-story.ts';
import { readStory } from '../evidence/git-story.ts';
import { defaultSettings } from '../settings/catalogue.ts';
import type { DerivationRules } from '../settings/rules.ts';
import { derivationRules } from '../settings/rules.ts';
import type { Interval } from '../values/interval.ts';
import { formatClock } from '../values/local-day.ts';
import { formatShort } from '../values/minutes.ts';
import { deriveDay } from './derive-day.ts';

/** What the settings say when nobody changed them. */
export const RULES = derivationRules(defaultSettings());

interface Given {
  readonly kept?: (story: Story) => Entry[];
  readonly rules?: DerivationRules;
  readonly now?: string;
}

/** What the evidence of a story comes to, at the end of its day if nothing else is said. */
export function derive(text: string, given: Given = {}) {
  const story = readStory(text);
  const now = story.at(given.now ?? '24:00');
  return deriveDay({ ...story, now }, given.kept?.(story) ?? [], given.rules ?? RULES);
}

/** `git:TB-042 3h15m`, one line per proposal. */
export const told = (text: string, given?: Given): string[] =>
  derive(text, given).proposals.map(({ key, minutes }) => `${key} ${formatShort(minutes)}`);

/** `09:15-10:30 14:00-16:00`. */
export const clocks = (spans: readonly Interval[], { zone }: Pick<Story, 'zone'> = readStory('')): string =>
  spans.map((span) => `${formatClock(span.start, zone)}-${formatClock(span.end, zone)}`).join(' ');
