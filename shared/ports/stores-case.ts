import type { Stores } from './stores.ts';

/** As much of a test library's `expect` as the suite needs: this room knows no test runner. */
export type Expect = (actual: unknown) => {
  toBe(expected: unknown): void;
  toEqual(expected: unknown): void;
  toBeNull(): void;
  toMatchObject(expected: object): void;
};

export interface StoresCase {
  readonly name: string;
  run(stores: Stores, expect: Expect): Promise<void>;
}
