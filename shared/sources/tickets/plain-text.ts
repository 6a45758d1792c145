/** Longer titles and labels are cut; nobody reads on. */
const LONGEST = 300;
const MOST_LABELS = 50;

// Control characters, and those that turn the direction of writing: what others wrote may come from anywhere.
const NOT_TEXT = /[\s\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** One line of text that is safe to show; null when there is none. Numbers and switches are taken for their words. */
export function plainText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  // Cut first: whatever comes, it costs little.
  const text = value
    .slice(0, LONGEST * 8)
    .replace(NOT_TEXT, ' ')
    .trim();
  if (text === '') return null;
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

/** Labels that say something, each once, in their order. */
export function plainLabels(values: readonly unknown[]): string[] {
  const all = values.slice(0, MOST_LABELS * 4).flatMap((value) => plainText(value) ?? []);
  return [...new Set(all)].slice(0, MOST_LABELS);
}

/** A label that says what it is: `component:api`. Nothing where there is nothing to say. */
export const namedLabel = (name: string, value: unknown): string[] => {
  const text = plainText(value);
  return text === null ? [] : [`${name}:${text}`];
};

/** An address that may be offered as a link; null for anything else. */
export function webAddress(value: unknown): string | null {
  return typeof value === 'string' && value.length <= 2000 && /^https?:\/\/[^\s\p{Cc}"<>]+$/u.test(value)
    ? value
    : null;
}
