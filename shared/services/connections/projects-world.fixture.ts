import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';

/** A world for projects, where Ann is at work. */
export const projectsWorld = (): MemoryWorld =>
  memoryWorld('2026-02-10T09:00:00Z', 'Europe/Berlin', { 'identity.user': 'ann' });

/** The operations of the ledger, the oldest first. */
export const steps = async (world: MemoryWorld) =>
  (await world.stores.ledger.history(99)).map(({ operation }) => operation).toReversed();
