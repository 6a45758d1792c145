/** The block that something on the page is part of, by its key; null: it is part of none. */
export const blockKeyOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest('[data-block]')?.getAttribute('data-block') ?? null) : null;
