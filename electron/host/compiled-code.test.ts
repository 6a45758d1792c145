import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const room = pathToFileURL(join(import.meta.dirname, 'compiled-code.ts')).href;

let chunks: string;
let outside: string;

/** A program of two chunks and a file of somebody else's. */
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'stint-compiled-'));
  chunks = join(folder, 'node');
  outside = join(folder, 'outside.cjs');
  mkdirSync(chunks);
  writeFileSync(
    join(chunks, 'first.cjs'),
    "exports.said = require('./second.cjs').tell() + require('node:path').sep;",
  );
  writeFileSync(
    join(chunks, 'second.cjs'),
    "exports.tell = () => 'one'; exports.fail = () => { throw new Error(__filename); };",
  );
  writeFileSync(outside, 'exports.said = module.children.length;');
});

/** Starts a process that loads what it is told to, as the desktop app does. */
async function start(...lines: string[]): Promise<string> {
  const program = [
    `import { createRequire } from 'node:module';`,
    `import { useCompiledCode } from ${JSON.stringify(room)};`,
    `const load = createRequire(import.meta.url);`,
    `const compiled = useCompiledCode(${JSON.stringify(chunks)});`,
    ...lines,
    'await compiled.keep();',
  ].join('\n');
  const { stdout } = await run(process.execPath, ['--no-warnings', '--input-type=module', '-e', program]);
  return stdout.trim();
}

const first = (): string => `console.log(load(${JSON.stringify(join(chunks, 'first.cjs'))}).said);`;
const keptFolder = (): string => {
  const [name = ''] = readdirSync(join(chunks, '..', 'compiled'));
  return join(chunks, '..', 'compiled', name);
};

describe('compiled code', () => {
  it('is written down by the first start and used by the next', async () => {
    expect(await start(first())).toMatch(/^one[\\/]$/);
    expect(readdirSync(keptFolder()).sort()).toEqual(['first.cjs.bin', 'second.cjs.bin']);

    // The engine tells two sources apart by their length alone; that the old one runs shows that it was not read again.
    writeFileSync(
      join(chunks, 'second.cjs'),
      readFileSync(join(chunks, 'second.cjs'), 'utf8').replace('one', 'two'),
    );
    expect(await start(first())).toMatch(/^one[\\/]$/);
  });

  it('of another length is left aside', async () => {
    await start(first());
    writeFileSync(join(chunks, 'second.cjs'), "exports.tell = () => 'three';");
    expect(await start(first())).toMatch(/^three[\\/]$/);
  });

  it('that is damaged is left aside and made anew', async () => {
    await start(first());
    const file = join(keptFolder(), 'first.cjs.bin');
    const whole = readFileSync(file).byteLength;
    writeFileSync(file, 'no code at all');
    expect(await start(first())).toMatch(/^one[\\/]$/);
    expect(readFileSync(file).byteLength).toBe(whole);
  });

  it('is made for a chunk that is loaded by a later start only', async () => {
    const second = `load(${JSON.stringify(join(chunks, 'second.cjs'))});`;
    await start(second);
    expect(readdirSync(keptFolder())).toEqual(['second.cjs.bin']);
    await start(first());
    expect(readdirSync(keptFolder()).sort()).toEqual(['first.cjs.bin', 'second.cjs.bin']);
    expect(readdirSync(join(chunks, '..', 'compiled'))).toHaveLength(1);
  });

  it('leaves other files and the places in stack traces as they are', async () => {
    const tell = `try { load(${JSON.stringify(join(chunks, 'second.cjs'))}).fail() } catch (e) { console.log(e.stack.split('\\n')[1].trim()) }`;
    const place = await start(`console.log(load(${JSON.stringify(outside)}).said);`, tell);
    const column = readFileSync(join(chunks, 'second.cjs'), 'utf8').indexOf('new Error') + 1;
    expect(place).toMatch(/^0\n/);
    expect(place).toContain(`second.cjs:1:${column}`);
    expect(readdirSync(keptFolder())).toEqual(['second.cjs.bin']);
  });

  it('is not missed where the folder cannot be written', async () => {
    writeFileSync(join(chunks, '..', 'compiled'), 'in the way');
    expect(await start(first())).toMatch(/^one[\\/]$/);
  });
});
