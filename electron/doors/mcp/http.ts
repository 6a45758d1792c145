import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { isInitializeRequest } from '@modelcontextprotocol/sdk/types.js';
import { answerJson } from '../answer.ts';
import { readJsonBody } from '../request-body.ts';
import { openMcp } from './server.ts';
import type { Ask } from './tool.ts';

/** More than one person's programs are; who comes beyond takes the place of whoever was silent longest. */
const MOST_CLIENTS = 32;

/** Who may come in was settled by the HTTP door; this speaks the protocol with them. */
export interface McpDoor {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

interface Client {
  readonly mcp: McpServer;
  readonly transport: StreamableHTTPServerTransport;
}

/** The Model Context Protocol over streamable HTTP: a session for each client, so that it can be asked back. */
export function openMcpDoor(ask: Ask): McpDoor {
  // In the order of their last word, the most silent first.
  const clients = new Map<string, Client>();

  const welcome = async (): Promise<StreamableHTTPServerTransport> => {
    const mcp = openMcp({ ask, folder: null });
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => {
        clients.set(id, { mcp, transport });
        const [silent] = clients.keys();
        if (clients.size > MOST_CLIENTS && silent !== undefined) void dismiss(silent);
      },
      onsessionclosed: (id) => void clients.delete(id),
    });
    await mcp.connect(transport);
    return transport;
  };
  const dismiss = async (id: string): Promise<void> => {
    const client = clients.get(id);
    clients.delete(id);
    await client?.mcp.close();
  };

  return {
    async answer(request, response) {
      const body = request.method === 'POST' ? await readJsonBody(request) : undefined;
      const id = request.headers['mcp-session-id'];
      const known = typeof id === 'string' ? clients.get(id) : undefined;
      if (typeof id === 'string' && known !== undefined) {
        clients.delete(id);
        clients.set(id, known);
        return known.transport.handleRequest(request, response, body);
      }
      if (id === undefined && isInitializeRequest(body)) {
        return (await welcome()).handleRequest(request, response, body);
      }
      // 404 tells a client to begin anew: its session ended with the host that had it.
      const [status, message] =
        id === undefined
          ? [400, 'Begin with initialize.']
          : [404, 'This session is over. Begin with initialize.'];
      answerJson(response, status, { jsonrpc: '2.0', error: { code: -32000, message }, id: null });
    },
    async close() {
      await Promise.all([...clients.keys()].map(dismiss));
    },
  };
}
