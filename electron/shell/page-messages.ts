/**
 * What goes between the main process, the preload script and the page, beside the contract's own port.
 * The page hears `PageMessage`s as `message` events of its window (renderer/client/bridge.ts).
 */
export type PageMessage =
  /** Comes with one MessagePort: the contract's door, after the page called `stint.connect()`. */
  | { readonly kind: 'stint:port' }
  /** The tray asks for a page, such as `/today?log=1`. */
  | { readonly kind: 'stint:navigate'; readonly to: string };

/** What the page finds as `window.stint`. */
export interface PageBridge {
  readonly platform: string;
  /** Asks for a port; it arrives as `{ kind: 'stint:port' }`. Ports of earlier calls are closed. */
  connect(): void;
}

/** Page to main: asks for a port. Carries nothing. */
export const CONNECT = 'stint:connect';
/** Main to page: the port itself. */
export const PORT = 'stint:port';
/** Main to page: where to go. */
export const NAVIGATE = 'stint:navigate';
