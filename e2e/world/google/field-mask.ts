// Partial answers as Google gives them: `nextPageToken,items(id,attendees(self))`.

type Mask = ReadonlyMap<string, Mask | null>;

/** Leaves of a value only what the `fields` parameter names. @throws Error when it is not written as Google wants it. */
export function partOf(value: unknown, fields: string): unknown {
  const { mask, rest } = readMask(fields);
  if (rest !== '') throw new Error(`Invalid field selection ${rest}`);
  return cut(value, mask);
}

function readMask(text: string): { mask: Mask; rest: string } {
  const mask = new Map<string, Mask | null>();
  let rest = text;
  for (;;) {
    const name = /^[A-Za-z]+/.exec(rest)?.[0];
    if (name === undefined) throw new Error(`Invalid field selection ${rest}`);
    rest = rest.slice(name.length);
    if (rest.startsWith('(')) {
      const inner = readMask(rest.slice(1));
      if (!inner.rest.startsWith(')')) throw new Error(`Invalid field selection ${rest}`);
      mask.set(name, inner.mask);
      rest = inner.rest.slice(1);
    } else mask.set(name, null);
    if (!rest.startsWith(',')) return { mask, rest };
    rest = rest.slice(1);
  }
}

function cut(value: unknown, mask: Mask): unknown {
  if (Array.isArray(value)) return value.map((one) => cut(one, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => mask.has(name))
      .map(([name, inner]) => {
        const deeper = mask.get(name);
        return [name, deeper ? cut(inner, deeper) : (inner as unknown)];
      }),
  );
}
