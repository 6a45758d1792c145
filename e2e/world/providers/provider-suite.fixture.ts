import type { LocalDay } from '#shared/values/local-day.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import { afterEach, expect } from 'vitest';
import type { ProviderCase } from './provider-case.ts';
import { providerCase } from './provider-case.ts';

/** The day and the place of most tests of the suite. */
export const DAY = '2026-03-16' as LocalDay;
export const ZONE = 'Europe/Berlin';
/** Words of a person, not only a number. */
export const WORDS = /[a-z]{3,}\W+[a-z]{2,}/i;

type Where = [at?: string, zone?: string, more?: Readonly<Record<string, unknown>>];

/** Opens cases of a provider for the tests of a `describe`, and looks after each test at what was asked in them. */
export function openCases(id: ProviderId): (...where: Where) => ProviderCase {
  let cases: ProviderCase[] = [];
  afterEach(() => {
    const misfits = cases.flatMap((one) => one.misfits);
    const tooMany = cases.map((one) => one.fake.counts.tooMany);
    cases = [];
    // Every request of the suite fits the OpenAPI document, and none was one too many.
    expect(misfits).toEqual([]);
    expect(Math.max(0, ...tooMany)).toBe(0);
  });
  return (...where) => {
    const one = providerCase(id, ...where);
    cases.push(one);
    return one;
  };
}
