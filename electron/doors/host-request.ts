import type { ClientRequest, IncomingMessage } from 'node:http';
import type { HostRecord } from '../host/host-record.ts';
import { readToken } from './http/read-token.ts';

/** A question for a running host, as it goes over its socket. */
export interface HostRequest {
  /** `report/timesheet` */
  readonly operation: string;
  /** In the RPC wire form. */
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Opens the request that asks a running host; whoever calls it sends the body (`end(body)`) and hears its errors.
 * @param home the host's data folder, where its token is.
 */
export function requestHost(
  { socket }: Pick<HostRecord, 'socket'>,
  home: string,
  { operation, body, headers }: HostRequest,
  onResponse: (response: IncomingMessage) => void,
): ClientRequest {
  // A named pipe is open to others; the token is not.
  const token = process.platform === 'win32' ? readToken(home) : null;
  // No static imports: as an ES module node:http reads all its exports, one of which loads the whole of fetch, and that
  // took a fifth of every command's time, also of those that find no host to ask.
  const { request } = process.getBuiltinModule('node:http');
  const { connect } = process.getBuiltinModule('node:net');
  return request(
    {
      // In place of an agent, which asks of each host whether its name is an address: 4 ms for the first pattern of IPv6.
      createConnection: () => connect(socket),
      path: `/rpc/${operation}`,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
    },
    onResponse,
  );
}
