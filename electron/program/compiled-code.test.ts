import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { readPack } from './compiled-pack.ts';

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
    join(chunks, 'first-0aB_2345.cjs'),
    "exports.said = require('./second-67890-ab.cjs').tell() + require('node:path').sep;",
  );
  writeFileSync(
    join(chunks, 'second-67890-ab.cjs'),
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
    `const compiled = useCompiledCode(${JSON.stringify(chunks)}, 'day');`,
    ...lines,
    'await compiled.keep();',
  ].join('\n');
  const { stdout } = await run(process.execPath, ['--no-warnings', '--input-type=module', '-e', program]);
  return stdout.trim();
}

const first = (): string => `console.log(load(${JSON.stringify(join(chunks, 'first-0aB_2345.cjs'))}).said);`;
const kept = (): string => {
  const [name = ''] = readdirSync(join(chunks, '..', 'compiled'));
  return join(chunks, '..', 'compiled', name);
};
const keptChunks = (): string[] => [...readPack(kept()).keys()].toSorted();

describe('compiled code', () => {
  it('is written down by the first start and used by the next', async () => {
    expect(await start(first())).toMatch(/^one[\\/]$/);
    expect(keptChunks()).toEqual(['first-0aB_2345.cjs', 'second-67890-ab.cjs']);

    // The engine tells two sources apart by their length alone; that the old one runs shows that it was not read again.
    writeFileSync(
      join(chunks, 'second-67890-ab.cjs'),
      readFileSync(join(chunks, 'second-67890-ab.cjs'), 'utf8').replace('one', 'two'),
    );
    expect(await start(first())).toMatch(/^one[\\/]$/);
  });

  it('is kept with the letters it was made of, which are not read again', async () => {
    await start(first());
    writeFileSync(join(chunks, 'second-67890-ab.cjs'), 'no program');
    expect(await start(first())).toMatch(/^one[\\/]$/);
  });

  it('of letters beyond ASCII is read again, and left aside where their number is another', async () => {
    const tells = (text: string): void =>
      writeFileSync(join(chunks, 'second-67890-ab.cjs'), `exports.tell = () => '${text}';`);
    tells('zwölf …');
    expect(await start(first())).toMatch(/^zwölf …[\\/]$/);
    expect(await start(first())).toMatch(/^zwölf …[\\/]$/);
    tells('fünfzehn …');
    expect(await start(first())).toMatch(/^fünfzehn …[\\/]$/);
  });

  it('that is damaged is left aside and made anew', async () => {
    await start(first());
    const whole = readFileSync(kept());
    for (const spoilt of [Buffer.from('no code at all'), whole.subarray(0, whole.byteLength / 2)]) {
      writeFileSync(kept(), spoilt);
      expect(await start(first())).toMatch(/^one[\\/]$/);
      expect(readFileSync(kept()).byteLength).toBe(whole.byteLength);
    }
  });

  it('is made for a chunk that is loaded by a later start only', async () => {
    const second = `load(${JSON.stringify(join(chunks, 'second-67890-ab.cjs'))});`;
    await start(second);
    expect(keptChunks()).toEqual(['second-67890-ab.cjs']);
    await start(first());
    expect(keptChunks()).toEqual(['first-0aB_2345.cjs', 'second-67890-ab.cjs']);
    expect(readdirSync(join(chunks, '..', 'compiled'))).toHaveLength(1);
  });

  it('holds the functions that have run, and not those of a chunk that is gone', async () => {
    const program = (wish: string): string[] => [
      `const { tell } = load(${JSON.stringify(join(chunks, 'second-67890-ab.cjs'))});`,
      wish,
    ];
    writeFileSync(
      join(chunks, 'second-67890-ab.cjs'),
      `exports.tell = () => [${Array.from({ length: 500 }, (_, n) => `() => ${n}`).join()}].length;`,
    );
    await start(...program(''));
    const idle = readFileSync(kept()).byteLength;
    rmSync(kept());
    await start(...program('tell();'));
    expect(readFileSync(kept()).byteLength).toBeGreaterThan(idle * 2);

    const third = join(chunks, 'third-00000000.cjs');
    renameSync(join(chunks, 'second-67890-ab.cjs'), third);
    await start(`load(${JSON.stringify(third)});`);
    expect(keptChunks()).toEqual(['third-00000000.cjs']);
  });

  it('of a file without a hash in its name is not kept: another build may have one of the same length', async () => {
    const entry = join(chunks, 'entry.cjs');
    writeFileSync(entry, "console.log('one')");
    await start(`load(${JSON.stringify(entry)});`);
    expect(() => readdirSync(join(chunks, '..', 'compiled'))).toThrow();
  });

  it('is of one program: chunks that need each other, or that Node has loaded already, are loaded once', async () => {
    const [a, b, c] = ['a-00000000.cjs', 'b-00000000.cjs', 'c-00000000.cjs'];
    writeFileSync(
      join(chunks, a),
      `exports.early = 1; exports.b = require('./${b}'); exports.c = require('./${c}');`,
    );
    writeFileSync(join(chunks, b), `exports.seen = { ...require('./${a}') }; exports.Own = class {};`);
    writeFileSync(
      join(chunks, c),
      `exports.path = require('node:path'); exports.found = require.resolve('./${a}');`,
    );
    writeFileSync(join(chunks, 'entry.cjs'), `module.exports = [require('./${b}'), require('./${c}')];`);
    const at = (name: string): string => JSON.stringify(join(chunks, name));
    const told = await start(
      `const first = load(${at(a)});`,
      `const [b, c] = load(${at('entry.cjs')});`,
      `console.log(JSON.stringify([first.b.seen, first.b === b, first.c === c, c.found === ${at(a)}]));`,
    );
    expect(JSON.parse(told)).toEqual([{ early: 1 }, true, true, true]);
  });

  it('of a chunk that fails is tried again, as Node does', async () => {
    const name = 'fails-00000000.cjs';
    writeFileSync(
      join(chunks, name),
      `if (!globalThis.isReady) throw new Error('not yet'); exports.fine = true;`,
    );
    writeFileSync(join(chunks, 'asks-00000000.cjs'), `exports.ask = () => require('./${name}').fine;`);
    const told = await start(
      `const { ask } = load(${JSON.stringify(join(chunks, 'asks-00000000.cjs'))});`,
      `try { ask(); } catch (error) { console.log(error.message); }`,
      `globalThis.isReady = true;`,
      `console.log(ask());`,
    );
    expect(told).toBe('not yet\ntrue');
  });

  it('leaves other files and the places in stack traces as they are', async () => {
    const tell = `try { load(${JSON.stringify(join(chunks, 'second-67890-ab.cjs'))}).fail() } catch (e) { console.log(e.stack.split('\\n')[1].trim()) }`;
    const place = await start(`console.log(load(${JSON.stringify(outside)}).said);`, tell);
    const column = readFileSync(join(chunks, 'second-67890-ab.cjs'), 'utf8').indexOf('new Error') + 1;
    expect(place).toMatch(/^0\n/);
    expect(place).toContain(`second-67890-ab.cjs:1:${column}`);
    expect(keptChunks()).toEqual(['second-67890-ab.cjs']);
  });

  it('is not missed where the folder cannot be written', async () => {
    writeFileSync(join(chunks, '..', 'compiled'), 'in the way');
    expect(await start(first())).toMatch(/^one[\\/]$/);
  });
});
