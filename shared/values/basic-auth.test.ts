import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, basicAuth } from './basic-auth.ts';

describe('basic authentication', () => {
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('RFC 4648: %s is %s', (text, expected) => {
    expect(base64(text)).toBe(expected);
  });

  it('RFC 7617: the example of its authors', () => {
    expect(basicAuth('Aladdin', 'open sesame')).toBe('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
  });

  it('is what everybody else makes of ASCII', () => {
    const ascii = fc.string({
      unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(ascii, (text) => {
        expect(base64(text)).toBe(globalThis.btoa(text));
      }),
    );
  });

  it('of other characters no token is made', () => {
    expect(base64('é€')).toBe(globalThis.btoa('??'));
  });
});
