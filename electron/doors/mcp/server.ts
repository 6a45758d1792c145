import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { CallToolResult, Tool as ListedTool } from '@modelcontextprotocol/sdk/types.js';
import {
  CallToolRequestSchema,
  CompleteRequestSchema,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { Problem } from '#shared/values/problem.ts';
import { z } from 'zod';
import { programVersion } from '../../host/program.ts';
import { jsonOf, problemOf } from '../problem-of.ts';
import { personBehind } from './person.ts';
import { completionsFor, listResources, readResource, TEMPLATES } from './resources.ts';
import type { Ask, Tool } from './tool.ts';
import { TOOLS } from './tools.ts';

const INSTRUCTIONS = `Stint accounts for the time of a software developer: it watches, proposes a timesheet with reasons, and the person confirms and submits it.
Use \`today\` and \`week\` to see time, \`time_on_ticket\`, \`rd_report\` and \`why\` for questions about it, \`ask\` for a question in plain words.
You may draft: \`log_time\`, and development sessions. You never confirm or submit by yourself: \`submit_timesheet\` asks the person.
Durations are whole minutes; days are the person's local days; tickets look like TB-042.`;

/** What a server works with. */
export interface McpDesk {
  readonly ask: Ask;
  /** Where the client stands; null: it is not known. */
  readonly folder: string | null;
}

/**
 * Makes one server of the Model Context Protocol, for one client. It is handed what is asked of the program; on which
 * wire it speaks is its caller's business.
 */
export function openMcp(desk: McpDesk): McpServer {
  const mcp = new McpServer(
    { name: 'stint', title: 'Stint', version: programVersion() },
    { capabilities: { tools: {}, resources: {}, completions: {} }, instructions: INSTRUCTIONS },
  );
  // The handlers are our own: refusals shall be words with a remedy, and schemas those of the contract.
  const { server } = mcp;
  answerTools(server, desk);
  answerResources(server, desk.ask);
  return mcp;
}

function answerTools(server: Server, { ask, folder }: McpDesk): void {
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: listedTools() }));
  server.setRequestHandler(
    CallToolRequestSchema,
    async ({ params }, { requestId }): Promise<CallToolResult> => {
      const tool = TOOLS.find(({ name }) => name === params.name);
      if (tool === undefined)
        throw new McpError(
          ErrorCode.InvalidParams,
          `There is no tool "${params.name}". There are: ${TOOLS.map(({ name }) => name).join(', ')}.`,
        );
      try {
        const input = understood(tool, params.arguments ?? {});
        const { text, data } = await tool.run(input, {
          ask,
          folder,
          client: server.getClientVersion()?.name.slice(0, 64) || null,
          person: personBehind(server, requestId),
        });
        return { content: [{ type: 'text', text }], structuredContent: tool.output.parse(data) };
      } catch (error) {
        return failed(problemOf(error));
      }
    },
  );
}

let listed: readonly ListedTool[] | null = null;

function listedTools(): ListedTool[] {
  listed ??= TOOLS.map(({ name, title, description, hints, input, output }) => ({
    name,
    title,
    description,
    inputSchema: jsonSchema(input, 'input'),
    outputSchema: jsonSchema(output, 'output'),
    annotations: { title, ...hints },
  }));
  return [...listed];
}

/** In the dialect that clients' validators know. */
function jsonSchema(schema: z.ZodObject, io: 'input' | 'output'): ListedTool['inputSchema'] {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-7', unrepresentable: 'any' });
  return rest as ListedTool['inputSchema'];
}

/** @throws Problem `usage` naming the fields that are wrong. */
function understood(tool: Tool, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const read = tool.input.safeParse(input);
  if (read.success) return read.data;
  const complaints = read.error.issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length === 0 ? message : `"${path.join('.')}": ${message}`));
  throw new Problem(
    'usage',
    `These values cannot be used. ${complaints.join('; ')}.`,
    `Correct them; nothing was changed. \`${tool.name}\` takes: ${Object.keys(tool.input.shape).join(', ') || 'nothing'}.`,
  );
}

/** A refusal that the model can read and tell: what happened, what it means, what to do. */
function failed(problem: Problem): CallToolResult {
  return {
    isError: true,
    content: [{ type: 'text', text: `${problem.message}\n${problem.remedy}` }],
    _meta: { 'stint/error': jsonOf(problem) },
  };
}

function answerResources(server: Server, ask: Ask): void {
  server.setRequestHandler(ListResourcesRequestSchema, ({ params }) =>
    told(() => listResources(ask, params?.cursor)),
  );
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: [...TEMPLATES] }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) =>
    told(() => readResource(ask, params.uri)),
  );
  server.setRequestHandler(CompleteRequestSchema, ({ params }) =>
    told(async () => {
      const uri = params.ref.type === 'ref/resource' ? params.ref.uri : '';
      const values = await completionsFor(ask, uri, params.argument);
      return {
        completion: { values: values.slice(0, 100), total: values.length, hasMore: values.length > 100 },
      };
    }),
  );
}

/** The protocol's own code for a resource that is not there. */
const RESOURCE_NOT_FOUND = -32002;

/** Resources have no `isError`: a refusal is an error of the protocol, with the same words. */
async function told<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    const problem = problemOf(error);
    const code =
      { 'not-found': RESOURCE_NOT_FOUND, usage: ErrorCode.InvalidParams }[problem.code as string] ??
      ErrorCode.InternalError;
    throw new McpError(code, `${problem.message} ${problem.remedy}`, jsonOf(problem));
  }
}
