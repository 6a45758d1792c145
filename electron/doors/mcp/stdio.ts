import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { ask } from '../cli/ask.ts';
import { openMcp } from './server.ts';

/**
 * `stint mcp`: speaks the Model Context Protocol on standard input and output until the client hangs up. It holds nothing:
 * each question goes to the running host, or opens the store for a moment when none runs.
 * @returns the exit code, 0.
 */
export async function speakOnStdio(home: string, folder: string): Promise<number> {
  // Without a host each question opens the store, which takes one at a time.
  let last: Promise<unknown> = Promise.resolve();
  const mcp = openMcp({
    folder,
    ask: (operation, input) => {
      const answer = last
        .catch(() => undefined)
        .then(async () => (await ask({ home, operation, input, byAgent: true })).output);
      last = answer;
      return answer;
    },
  });
  const ended = new Promise<void>((resolve) => {
    for (const event of ['end', 'close', 'error'] as const) process.stdin.once(event, () => resolve());
    mcp.server.onclose = () => resolve();
  });
  await mcp.connect(new StdioServerTransport());
  await ended;
  // What is still being answered is answered: nothing is closed here, the process ends when it is done.
  return 0;
}
