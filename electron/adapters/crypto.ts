import type * as NodeCrypto from 'node:crypto';

/**
 * node:crypto, loaded when something is hashed or drawn for the first time: it takes longer to load than any one of our
 * own rooms, and neither the way to the tray nor a command that only reads has use for it.
 */
export const crypto = (): typeof NodeCrypto => process.getBuiltinModule('node:crypto');
