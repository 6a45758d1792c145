import type { ClientContext, ClientLink } from '@orpc/client';
import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#shared/contract/contract.ts';
import { portFromPreload } from './bridge.ts';

/** Everything the window can ask, typed by the contract; no schema is loaded at run time. */
export type Client = ContractRouterClient<typeof contract>;

type Link = ClientLink<ClientContext>;

/** In Electron: calls travel over a port; when the host went away, the next call asks for a new one. */
function electronLink(bridge: NonNullable<Window['stint']>): Link {
  let current: Promise<Link> | null = null;
  const open = async (): Promise<Link> => {
    const port = await portFromPreload(bridge);
    port.addEventListener('close', () => {
      current = null;
    });
    return new PortLink({ port });
  };
  return {
    call: async (path, input, options) => {
      current ??= open().catch((error: unknown) => {
        current = null;
        throw error;
      });
      return (await current).call(path, input, options);
    },
  };
}

/** In a browser: the one-time token of the link becomes a cookie before the first call, then leaves the address. */
function browserLink(): Link {
  let session: Promise<void> | null = null;
  const link = new FetchLink({
    url: () => `${window.location.origin}/rpc`,
    fetch: async (request, init) => {
      session ??= openSession();
      await session;
      return fetch(request, init);
    },
  });
  return link;
}

async function openSession(): Promise<void> {
  const address = new URL(window.location.href);
  const token = address.searchParams.get('token');
  if (token === null) return;
  await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  address.searchParams.delete('token');
  window.history.replaceState(window.history.state, '', address);
}

/** The one client of the window. */
export const client: Client = createORPCClient(window.stint ? electronLink(window.stint) : browserLink());
