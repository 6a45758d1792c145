import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const STYLES = join(import.meta.dirname, '..', 'renderer', 'styles');
type Tokens = ReadonlyMap<string, string>;

/** Every `--name: value` in the braces that follow `selector`, from the whole file or from its `prefers-contrast` part. */
function declarations(css: string, selector: string): Tokens {
  const at = css.indexOf(`${selector} {`);
  if (at < 0) throw new Error(`tokens.css has no ${selector}`);
  const body = css.slice(css.indexOf('{', at) + 1, css.indexOf('}', at));
  return new Map([...body.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const hex = /^#([0-9a-f]{6})$/.exec(colour)?.[1];
  if (hex === undefined) throw new Error(`not a colour: ${colour}`);
  const [red, green, blue] = [0, 2, 4].map((from) => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const css = readFileSync(join(STYLES, 'tokens.css'), 'utf8');
const [plain, more] = css.split('@media (prefers-contrast: more)') as [string, string];
const DARK = ":root[data-mantine-color-scheme='dark']";
const light = declarations(plain, ':root');
const dark = new Map([...light, ...declarations(plain, DARK)]);
const SCHEMES: Readonly<Record<string, Tokens>> = {
  light,
  dark,
  'light, more contrast': new Map([...light, ...declarations(more, ':root')]),
  'dark, more contrast': new Map([...dark, ...declarations(more, ':root'), ...declarations(more, DARK)]),
};

const GROUNDS = ['canvas', 'surface', 'sunken', 'hover', 'presence', 'presence-idle'];
/** Colours of text, and every ground on which they stand somewhere. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  text: [...GROUNDS, 'accent-soft', 'danger-soft', 'good-soft', 'warn-soft'],
  'text-soft': [...GROUNDS, 'accent-soft', 'danger-soft', 'good-soft', 'warn-soft'],
  'text-faint': GROUNDS,
  'accent-text': [...GROUNDS, 'accent-soft'],
  'on-accent': ['accent', 'accent-strong'],
  'on-tip': ['tip'],
  danger: ['surface', 'canvas', 'hover', 'danger-soft'],
  good: ['surface', 'canvas', 'hover', 'good-soft'],
  warn: ['surface', 'canvas', 'hover', 'warn-soft'],
};
/** What is seen without being read: marks of sources, hatching, edges of fields, the bar of a total, the focus ring. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [...light.keys()]
      .filter((name) => name.startsWith('source-'))
      .map((name) => [name, ['canvas', 'surface', 'hover', 'presence', 'presence-idle']]),
  ),
  ...Object.fromEntries(
    [...light.keys()]
      .filter((name) => name.startsWith('chart-'))
      .map((name) => [name, ['canvas', 'surface', 'hover']]),
  ),
  hatch: ['surface', 'presence-idle'],
  'line-strong': ['surface', 'canvas', 'hover'],
  accent: ['surface', 'canvas'],
  good: ['surface', 'canvas'],
  // The focus ring is drawn in it.
  'accent-text': [...GROUNDS, 'accent-soft', 'danger-soft', 'good-soft', 'warn-soft'],
};

const pairs = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const));
const tooWeak = (tokens: Tokens, table: Readonly<Record<string, readonly string[]>>, least: number) =>
  pairs(table).flatMap(([front, ground]) => {
    const ratio = contrast(tokens.get(front) ?? '', tokens.get(ground) ?? '');
    return ratio >= least ? [] : [`${front} on ${ground}: ${ratio.toFixed(2)}`];
  });

describe.each(Object.entries(SCHEMES))('colours, %s', (name, tokens) => {
  const leastOfText = name.includes('more contrast') ? 7 : 4.5;

  it('of text are read', () => {
    expect(tooWeak(tokens, TEXT, leastOfText)).toEqual([]);
  });

  it('of marks are seen', () => {
    expect(tooWeak(tokens, MARKS, 3)).toEqual([]);
  });
});

describe('the one set of tokens', () => {
  const styles = readdirSync(STYLES)
    .filter((file) => file.endsWith('.css') && file !== 'tokens.css')
    .map((file) => [file, readFileSync(join(STYLES, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '')] as const);

  it('lies on a grid of 4 px', () => {
    const distances = [...light].filter(([name]) => name.startsWith('space-'));
    expect(distances.map(([, value]) => Number.parseInt(value, 10) % 4)).toEqual(distances.map(() => 0));
  });

  it('has every colour: none is written elsewhere', () => {
    const found = styles.flatMap(([file, text]) =>
      [...text.matchAll(/:[^;{}]*(#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\()/gi)].map(
        ([line]) => `${file}${line}`,
      ),
    );
    expect(found).toEqual([]);
  });

  it('has every size of type: none is written elsewhere', () => {
    const sizes = new Set(
      [...light].filter(([name]) => name.startsWith('type-')).map(([, value]) => value.split(' ')[0]),
    );
    const found = styles.flatMap(([file, text]) =>
      [...text.matchAll(/\bfont(?:-size)?:[^;{}]*?([0-9]+px)/g)]
        .filter(([, size]) => !sizes.has(size))
        .map(([line]) => `${file}: ${line}`),
    );
    expect(found).toEqual([]);
  });

  it('knows every name that is used', () => {
    // Numbers that the window hands over are declared as such.
    const handed = readFileSync(join(STYLES, 'css-variables.d.ts'), 'utf8');
    const set = new Set(
      [handed.replaceAll("'", ''), ...styles.map(([, text]) => text)].flatMap((text) =>
        [...text.matchAll(/(--[a-z0-9-]+)\??\s*:/g)].map(([, name]) => name),
      ),
    );
    const found = styles.flatMap(([file, text]) =>
      [...text.matchAll(/var\((--[a-z0-9-]+)\)/g)]
        .map(([, name]) => name!)
        .filter((name) => !light.has(name.slice(2)) && !set.has(name) && !name.startsWith('--mantine-'))
        .map((name) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
  });
});
