import type { TFunction } from 'i18next';
import type { DevSessionShape } from '#shared/contract/dev-session-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { Formats } from '../../hooks/formats.ts';

export type DevType = DevSessionShape['type'];
export type DevStatus = DevSessionShape['status'];

export const DEV_TYPES: readonly DevType[] = ['feature', 'bugfix', 'refactor', 'research', 'deployment'];
export const DEV_STATUSES: readonly DevStatus[] = ['active', 'paused', 'completed', 'cancelled'];

/** Where a session is shown by itself, and those that worked on a ticket. */
export const sessionHref = (id: string): string => `#/sessions/development?session=${id}`;
export const ticketHref = (ticket: string): string =>
  `#/sessions/development?ticket=${encodeURIComponent(ticket)}`;

type Price = Pick<DevSessionShape, 'costUsd' | 'costUnits' | 'unit'>;

/** `$1.25`, and `1,250 VIBE` where there is a unit. */
export function priceWords(
  { costUsd, costUnits, unit }: Price,
  formats: Pick<Formats, 'money' | 'count'>,
): { readonly usd: string; readonly units: string | null } {
  return {
    usd: formats.money(costUsd, 'USD'),
    units: unit === '' ? null : `${formats.count(Math.round(costUnits))} ${unit}`,
  };
}

/**
 * A session in one line: what it is about, its kind, its time and price, and where it is not simply done, how it stands.
 * @param times its times of day. @param price null: not known yet.
 */
export function sessionWords(
  session: Pick<DevSessionShape, 'title' | 'ticket' | 'type' | 'status' | 'durationMinutes'>,
  times: string,
  price: Price | null,
  t: TFunction,
  formats: Pick<Formats, 'money' | 'count'>,
): string {
  const { title, ticket, type, status, durationMinutes } = session;
  const cost = price === null || price.costUsd === 0 ? null : priceWords(price, formats);
  return [
    `${times} ${ticket === null || title.includes(ticket) ? '' : `${ticket} `}${title}`,
    t(`devSessions.type.${type}`),
    formatShort(durationMinutes),
    cost?.usd,
    cost?.units,
    status === 'completed' ? null : t(`devSessions.status.${status}`),
  ]
    .filter((words) => words !== null && words !== undefined)
    .join(' · ');
}
