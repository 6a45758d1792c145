/**
 * An object whose parts are made when they are first asked for, each once. For what takes longer to make than a whole
 * command may take, and of which a command needs one part.
 */
export function lazily<T extends object>(makers: { readonly [Part in keyof T]: () => T[Part] }): T {
  return Object.defineProperties(
    {},
    Object.fromEntries(
      Object.entries<() => unknown>(makers).map(([part, make]) => [
        part,
        { enumerable: true, get: once(make) },
      ]),
    ),
  ) as T;
}

/** What it makes, made at the first call. One that failed is tried again. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
