import { describe, expect, it } from 'vitest';
import { late } from './late-ports.ts';

interface Port {
  double(value: number): Promise<number>;
  join(a: string, b: string): Promise<string>;
}

describe('a late port', () => {
  const port = () => {
    let loaded = 0;
    const asked = late<Port>({ double: true, join: true }, async () => {
      loaded += 1;
      return { double: async (value) => value * 2, join: async (a, b) => a + b };
    });
    return { asked, times: () => loaded };
  };

  it('is loaded by the first question, and once', async () => {
    const { asked, times } = port();
    expect(times()).toBe(0);
    expect(await Promise.all([asked.double(2), asked.join('a', 'b'), asked.double(3)])).toEqual([4, 'ab', 6]);
    expect(times()).toBe(1);
  });

  it('fails as the port does, and is not taken for a promise itself', async () => {
    const failing = late<Pick<Port, 'double'>>({ double: true }, async () => ({
      double: async () => {
        throw new Error('no');
      },
    }));
    await expect(failing.double(1)).rejects.toThrow('no');
    expect(await Promise.resolve(failing)).toBe(failing);
  });
});
