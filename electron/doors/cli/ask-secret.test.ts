import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askSecret } from './ask-secret.ts';

/** What was written to the person. */
function screen(): { told: PassThrough; text: () => string } {
  const told = new PassThrough();
  let text = '';
  told.on('data', (part: Buffer) => (text += part.toString()));
  return { told, text: () => text };
}

/** A terminal at which somebody types. */
function keyboard(keys: string) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  input.write(keys);
  return input;
}

describe('piped in', () => {
  it.each([
    ['token\n', 'token'],
    ['  token  ', 'token'],
    ['\ntoken\r\nsecond line\n', 'token'],
    ['', null],
    ['\n\n', null],
  ])('%j is %j', async (text, expected) => {
    const { told, text: shown } = screen();
    expect(await askSecret('Token', Readable.from([Buffer.from(text)]), told)).toBe(expected);
    expect(shown()).toBe('');
  });
  it('the first line is enough, however long the rest takes', async () => {
    const input = new PassThrough();
    input.write('tok');
    input.write('en\n');
    expect(await askSecret('Token', input, screen().told)).toBe('token');
  });
  it('a whole film is no token', async () => {
    const input = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(1024, 'x')));
    await expect(askSecret('Token', input, screen().told)).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('typed', () => {
  it('is not shown, and can be mended', async () => {
    const { told, text } = screen();
    expect(await askSecret('API token', keyboard('s3crex\u007ft\r'), told)).toBe('s3cret');
    expect(text()).toMatch(/^API token .*: \n$/);
  });
  it('Return alone gives nothing, and so does Ctrl-D', async () => {
    expect(await askSecret('Token', keyboard('\r'), screen().told)).toBeNull();
    expect(await askSecret('Token', keyboard('\u0004'), screen().told)).toBeNull();
  });
  it('Ctrl-C breaks off', async () => {
    const { told, text } = screen();
    const asking = askSecret('Token', keyboard('s3c\u0003'), told);
    await expect(asking).rejects.toMatchObject({ code: 'usage' });
    expect(text()).not.toContain('s3c');
  });
});
