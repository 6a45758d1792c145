import { z } from 'zod';

/** What reports may be asked, each said once. */
export const weekField = z.string().min(1).max(40).optional().describe('A week (2026-W07), this or last');
export const monthField = z.string().min(1).max(40).optional().describe('A month (2026-02), this or last');
export const periodField = z
  .string()
  .min(1)
  .max(40)
  .optional()
  .describe('today, week, month, quarter, year, all, 2026-W07, 2026-02, 2026-Q1, 2026');
const dayField = z.string().min(1).max(40);
export const userField = z.string().min(1).max(64).optional().describe('Whose time; all: everybody’s');
export const projectField = z.string().min(1).max(200).optional().describe('Only this project');
export const rangeFields = {
  from: dayField.optional().describe('First day, in place of a period'),
  to: dayField.optional().describe('Last day'),
};
