import { config } from 'zod';

// A process that gives one answer by itself, or a few (`stint mcp` without a host), is over before the code that zod would
// compile for its checks has paid for itself.
// A module of its own: a schema asks when it is made, so this has to be said before the store's are loaded.
config({ jitless: true });
