import { z } from 'zod';
import { once } from '../values/lazily.ts';

/**
 * A field of a few letters that may be left out. What describes one field makes a copy of it, so all begin with the same
 * one: schemas are made anew by every command.
 */
export const words = (longest: 40 | 64 | 200) => (WORDS[longest] ??= some(longest).optional());
/** The same, not to be left out. */
export const some = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));
const WORDS: Partial<Record<number, z.ZodOptional<z.ZodString>>> = {};

/** A field that is a yes or a no, in words as well. */
export const yes = once(() => z.stringbool().or(z.boolean()).optional());

/** What reports may be asked, each said once. */
export const weekField = words(40).describe('A week (2026-W07), this or last');
export const monthField = words(40).describe('A month (2026-02), this or last');
export const periodField = words(40).describe(
  'today, week, month, quarter, year, all, 2026-W07, 2026-02, 2026-Q1, 2026',
);
export const userField = words(64).describe('Whose time; all: everybody’s');
export const projectField = words(200).describe('Only this project');
export const rangeFields = {
  from: words(40).describe('First day, in place of a period'),
  to: words(40).describe('Last day'),
};
