import { z } from 'zod';
import { setting } from './setting.ts';

const rate = () => z.number().min(0).max(1_000_000_000);

/** What development sessions cost, and what starts them (document 3; its VIBE with its rates is the preset). */
export const devSessionSettings = {
  'dev.unit': setting(
    'Agents',
    () => z.string().max(20),
    'VIBE',
    'The unit that the cost of development sessions is told in, beside US dollars. Empty: dollars alone.',
  ),
  'dev.unitUsd': setting(
    'Agents',
    () => z.number().positive().max(1_000_000),
    0.001,
    'What one unit is worth, in US dollars: for models without a rate of their own.',
  ),
  'dev.unitRates': setting(
    'Agents',
    () =>
      z.record(
        z.string(),
        z.object({
          input: rate(),
          output: rate(),
          cacheWrite: rate().optional(),
          cacheRead: rate().optional(),
        }),
      ),
    { 'gpt-4o': { input: 5000, output: 20_000 }, 'claude-sonnet-4': { input: 6000, output: 30_000 } },
    'Units for a million tokens of a model, where they do not follow from its price.',
  ),
  'dev.imageUnits': setting('Agents', rate, 4000, 'Units for an image that was made.'),
  'dev.searchUnits': setting('Agents', rate, 100, 'Units for a search that was asked.'),
  'dev.agents': setting(
    'Agents',
    () => z.enum(['off', 'join', 'begin']),
    'off',
    'What a run of Claude Code does to development sessions: nothing, join the one of its ticket or repository, or start one where there is none.',
  ),
} as const;
