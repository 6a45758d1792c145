import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { Problem } from '#shared/values/problem.ts';

/** The person behind the client, as far as they can be asked. */
export interface Person {
  /**
   * Asks the person to agree, in words.
   * @returns false when they said no.
   * @throws Problem `refused` where this client cannot ask: then only the person can do it, elsewhere.
   */
  agrees(wish: Wish): Promise<boolean>;
}

/** What the person is to agree to. */
export interface Wish {
  /** The question, with what comes of a yes. */
  readonly question: string;
  /** What the box says that they tick. */
  readonly yes: string;
  /** How they do it themselves: a command. */
  readonly elsewhere: string;
}

/** People read and think before they agree; the protocol's own patience is a minute. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Asks through the client's elicitation, on the stream of the call that asks: over HTTP there may be no other.
 * @param requestId of the call.
 */
export function personBehind(server: Server, requestId: string | number): Person {
  return {
    async agrees({ question, yes, elsewhere }) {
      if (server.getClientCapabilities()?.elicitation === undefined) {
        throw new Problem(
          'refused',
          'Only the person may do this, and this client cannot ask them. Nothing was changed.',
          `Tell them to run \`${elsewhere}\`, or to do it in Stint’s window.`,
        );
      }
      const told = await server
        .elicitInput(
          {
            mode: 'form',
            message: question,
            requestedSchema: {
              type: 'object',
              properties: { agreed: { type: 'boolean', title: yes, default: false } },
              required: ['agreed'],
            },
          },
          { relatedRequestId: requestId, timeout: PATIENCE_MS },
        )
        .catch((cause: unknown) => {
          throw new Problem(
            'refused',
            'The person could not be asked. Nothing was changed.',
            `Tell them to run \`${elsewhere}\`, or to do it in Stint’s window.`,
            cause,
          );
        });
      return told.action === 'accept' && told.content?.['agreed'] === true;
    },
  };
}
