import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { describe, expect, it } from 'vitest';
import { asciiOnly } from './ascii-only.ts';

/** Builds a module as the programs of Node are built. */
async function built(source: string): Promise<string> {
  const entry = join(mkdtempSync(join(tmpdir(), 'stint-ascii-')), 'entry.ts');
  writeFileSync(entry, source);
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [asciiOnly('ssr')],
    build: {
      ssr: entry,
      write: false,
      rolldownOptions: { output: { format: 'es', charset: 'ascii' } },
    },
  });
  return (made as Rollup.RollupOutput).output[0].code;
}

const valueOf = async (code: string): Promise<unknown> =>
  ((await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { value: unknown }).value;

describe('a module that is built for Node', () => {
  it.each([
    ['a tagged sentence', 'value = ((parts: TemplateStringsArray) => parts[0])`Zwölf … 🎉`', 'Zwölf … 🎉'],
    ['text', `value: string = 'Zwölf' + "…" + \`🎉\` // Ärger`, 'Zwölf…🎉'],
    ['a pattern', `value = 'a–🎉'.replace(/[–🎉]/gu, 'ä')`, 'aää'],
    ['a pattern as raw text', 'value = new RegExp(String.raw`\\b[–ä]`).test("a")', false],
  ])('is ASCII, and says the same: %s', async (_, declared, expected) => {
    const code = await built(`export const ${declared};`);
    expect(code).toMatch(/^\p{ASCII}*$/u);
    expect(await valueOf(code)).toBe(expected);
  });

  it('is refused where an escape would say something else', async () => {
    await expect(built('export const value = /\\–/;')).rejects.toThrow('behind a backslash');
  });
});
