import type { DevSessionShape } from '#shared/contract/dev-session-shapes.ts';
import type { Formats } from '../../hooks/formats.ts';

export type DevType = DevSessionShape['type'];
export type DevStatus = DevSessionShape['status'];

export const DEV_TYPES: readonly DevType[] = ['feature', 'bugfix', 'refactor', 'research', 'deployment'];
export const DEV_STATUSES: readonly DevStatus[] = ['active', 'paused', 'completed', 'cancelled'];

/** `$1.25`, and `1,250 VIBE` where there is a unit. */
export function priceWords(
  { costUsd, costUnits, unit }: Pick<DevSessionShape, 'costUsd' | 'costUnits' | 'unit'>,
  formats: Pick<Formats, 'money' | 'count'>,
): { readonly usd: string; readonly units: string | null } {
  return {
    usd: formats.money(costUsd, 'USD'),
    units: unit === '' ? null : `${formats.count(Math.round(costUnits))} ${unit}`,
  };
}
