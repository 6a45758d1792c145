import { ASK_TOOL } from './ask-tool.ts';
import { SESSION_TOOLS } from './session-tools.ts';
import { TIME_TOOLS } from './time-tools.ts';
import type { Tool } from './tool.ts';

/** All that an agent can do, in the order it is listed. */
export const TOOLS: readonly Tool[] = [...TIME_TOOLS, ...SESSION_TOOLS, ASK_TOOL];
