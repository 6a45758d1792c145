import type { Secrets } from './secrets.ts';

/** Secrets in memory: what was kept, and what the environment holds. */
export interface MemorySecrets extends Secrets {
  readonly kept: Map<string, string>;
  readonly environment: Map<string, string>;
}

export function memorySecrets(): MemorySecrets {
  const kept = new Map<string, string>();
  const environment = new Map<string, string>();
  return {
    kept,
    environment,
    get: async (name) => environment.get(name) ?? kept.get(name) ?? null,
    async set(name, value) {
      kept.set(name, value);
    },
    async remove(name) {
      kept.delete(name);
    },
    whence: (name) => (environment.has(name) ? 'environment' : kept.has(name) ? 'keychain' : null),
    warning: () => null,
  };
}
