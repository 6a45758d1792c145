/** A UUIDv7: sorts by the time it was made, unique across machines (design §3 "Room to grow"). */
export type Id = string & { readonly __id: unique symbol };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Is it written like one of our ids? */
export const isId = (text: string): text is Id => UUID.test(text);

/** How an id is shown to people: its last eight characters, which are random and so tell rows apart. */
export const shortId = (id: string): string => id.slice(-8);
