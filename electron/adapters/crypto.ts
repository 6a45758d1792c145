/**
 * node:crypto, loaded when something is hashed or drawn for the first time: it takes longer to load than any one of our
 * own rooms, and neither the way to the tray nor a command that only reads has use for it.
 */
export const crypto = (): typeof import('node:crypto') => process.getBuiltinModule('node:crypto');
