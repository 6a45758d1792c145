import { readHostRecord } from '../../host/host-record.ts';
import { readToken } from '../http/read-token.ts';

/** The host is told, not asked: whether it heard does not matter, the spool has it. */
const PATIENCE_MS = 30;

/** Tells the host of a data folder, if one runs, that hooks left something to read. Takes a moment and never throws. */
export async function pokeHost(home: string): Promise<void> {
  const record = readHostRecord(home);
  if (record === null) return;
  // A named pipe is open to others; the token is not.
  const token = process.platform === 'win32' ? readToken(home) : null;
  const body = '{"json":{}}';
  const request = [
    'POST /rpc/agent/hook HTTP/1.1',
    'host: stint',
    'connection: close',
    'content-type: application/json',
    `content-length: ${body.length}`,
    ...(token === null ? [] : [`authorization: Bearer ${token}`]),
    '',
    body,
  ].join('\r\n');
  // Loaded only now: most hooks have nobody to tell.
  const { connect } = process.getBuiltinModule('node:net');
  await new Promise<void>((resolve) => {
    const socket = connect(record.socket);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, PATIENCE_MS);
    socket.once('error', end);
    // Handed over to the system: it is delivered also when this process ends now.
    socket.once('connect', () => socket.write(request, end));
  });
}
