import ICAL from 'ical.js';
import type { Component } from './components.ts';

/** A property as jCal has it (RFC 7265 §3.4): name, parameters, and the values. All in the words of the file. */
export interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly values: readonly unknown[];
}

/** What a component says, by name in lower case; its own components by theirs. */
export interface Properties {
  all(name: string): readonly Property[];
  first(name: string): Property | null;
  /** The first value of the first property with that name; empty when there is none. */
  text(name: string): string;
  readonly inner: readonly { readonly kind: string; readonly properties: Properties }[];
}

type JCal = readonly [string, readonly unknown[], readonly JCal[]];

/** Reads the lines of one component. @throws Error of the reader where they break the grammar. */
export function readProperties({ kind, lines }: Pick<Component, 'kind' | 'lines'>): Properties {
  // The types of the library promise an object where it answers with jCal.
  const parsed: unknown = ICAL.parse(`BEGIN:${kind}\r\n${lines.join('\r\n')}\r\nEND:${kind}`);
  return propertiesOf(parsed as JCal);
}

function propertiesOf([, written, inner]: JCal): Properties {
  const byName = new Map<string, Property[]>();
  for (const one of written as [string, Record<string, unknown>, string, ...unknown[]][]) {
    const [name, parameters, , ...values] = one;
    const property = { name, parameters: textsOf(parameters), values };
    const same = byName.get(name);
    if (same) same.push(property);
    else byName.set(name, [property]);
  }
  return {
    all: (name) => byName.get(name) ?? [],
    first: (name) => byName.get(name)?.[0] ?? null,
    text(name) {
      const value = byName.get(name)?.[0]?.values[0];
      return typeof value === 'string' ? value : '';
    },
    inner: inner.map((one) => ({ kind: one[0], properties: propertiesOf(one) })),
  };
}

/** A parameter with several values says what its first one says. */
const textsOf = (parameters: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? value[0] : value),
    ]),
  );
