import type { World } from '#shared/ports/world.ts';
export async function recoverOnStart(_world: World): Promise<void> {}
