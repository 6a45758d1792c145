import { isContractProcedure } from '@orpc/contract';
import { expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { NOUNS } from './catalogue.ts';

const world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
const names = Object.keys(contract) as (keyof typeof contract)[];

it('has every noun of the contract', () => {
  expect(Object.keys(NOUNS).sort()).toEqual([...names].sort());
});

it.each(names)('carries out every operation of %s', async (name) => {
  const { operations, carriers } = (await NOUNS[name]()).operations;
  expect(operations).toBe(contract[name]);
  const carried: unknown = carriers(world);
  if (isContractProcedure(operations)) return expect(carried).toBeTypeOf('function');
  expect(Object.keys(carried as object).sort()).toEqual(Object.keys(operations).sort());
  for (const carrier of Object.values(carried as object)) expect(carrier).toBeTypeOf('function');
});
