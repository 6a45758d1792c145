interface Person {
  readonly email: string;
  readonly name: string;
  readonly configured: boolean;
}

/**
 * Whom the person most likely is: who was said to be them before; else the addresses git is set up with, and others
 * that commit under the same name.
 */
export function tickedAtFirst(
  people: readonly Person[],
  name: string | null,
  known: unknown,
): readonly string[] {
  const said = Array.isArray(known) ? known.filter((one): one is string => typeof one === 'string') : [];
  if (said.length > 0) return said;
  const names = new Set(
    [name, ...people.filter((one) => one.configured).map((one) => one.name)].flatMap((one) =>
      one ? [one.trim().toLowerCase()] : [],
    ),
  );
  return people
    .filter((one) => one.configured || names.has(one.name.trim().toLowerCase()))
    .map((one) => one.email);
}
