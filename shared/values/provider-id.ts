/** The services time can be booked in (design §1 "provider"). `none` is a choice, not a service. */
export const PROVIDER_IDS = ['productive', 'toggl', 'clockify', 'harvest'] as const;
export type ProviderId = (typeof PROVIDER_IDS)[number];

/** Is it the name of a service? */
export const isProviderId = (text: string): text is ProviderId =>
  (PROVIDER_IDS as readonly string[]).includes(text);
