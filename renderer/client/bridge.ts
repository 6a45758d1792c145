/** What the preload script puts into the page; absent in a browser. */
export interface StintBridge {
  readonly platform: string;
  /** Asks for a fresh port; it arrives as a `message` event `{ kind: 'stint:port' }` with one port. */
  connect(): void;
}

declare global {
  interface Window {
    readonly stint?: StintBridge;
  }
}

const isKind = (data: unknown, kind: string): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === kind;

/** Messages of our own preload come from this very window; anything else is not for us. */
const isOurs = (event: MessageEvent): boolean => event.source === window;

/** A host that starts up (migrating, recovering) may take a moment before it hands out ports. */
const PORT_WAIT_MS = 10_000;

/** Asks the preload for a port and waits for it; rejects when none comes, so that the caller can try again. */
export function portFromPreload(bridge: StintBridge): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      window.removeEventListener('message', onMessage);
    };
    const onMessage = (event: MessageEvent<unknown>) => {
      const port = event.ports[0];
      if (!isOurs(event) || !port || !isKind(event.data, 'stint:port')) return;
      stop();
      port.start();
      resolve(port);
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error('no port came'));
    }, PORT_WAIT_MS);
    window.addEventListener('message', onMessage);
    bridge.connect();
  });
}

/** Calls back with a path such as `/today?log=1` when the tray asks for a page. */
export function onNavigate(go: (to: string) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>) => {
    if (!isOurs(event) || !isKind(event.data, 'stint:navigate')) return;
    if (typeof event.data.to === 'string') go(event.data.to);
  };
  window.addEventListener('message', onMessage);
  return () => window.removeEventListener('message', onMessage);
}
