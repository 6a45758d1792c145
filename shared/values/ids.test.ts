import { describe, expect, it } from 'vitest';
import { isId, shortId } from './ids.ts';

describe('ids', () => {
  it('are UUIDs in lower case, shown by their random end', () => {
    const id = '0197a3c2-5a10-7c3e-9d2f-1b4e5f6a7b8c';
    expect(isId(id)).toBe(true);
    expect(shortId(id)).toBe('5f6a7b8c');
  });

  it.each(['', '5f6a7b8c', '0197A3C2-5A10-7C3E-9D2F-1B4E5F6A7B8C', '0197a3c2-5a10-7c3e-9d2f-1b4e5f6a7b8c '])(
    '"%s" is none',
    (text) => {
      expect(isId(text)).toBe(false);
    },
  );
});
