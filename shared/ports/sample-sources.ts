import type { AgentRun, AgentUse } from '../evidence/agent.ts';
import type { CalendarEvent } from '../evidence/calendar-event.ts';
import type { EditorBeat } from '../evidence/editor-beat.ts';
import type { TicketFacts } from '../evidence/ticket-facts.ts';
import type { ToolMark } from '../evidence/tool-mark.ts';
import { minutes } from '../values/minutes.ts';
import type { SourceState } from './evidence-stores.ts';
import { at, ticket } from './sample-rows.ts';

/** What sources tell, for tests: everything has a plain value, a test names only what it is about. */

export const aState = (key: string, given: Partial<SourceState> = {}): SourceState => ({
  key,
  kind: 'ics',
  name: 'Arbeit — Übersicht',
  paused: false,
  lastReadAt: at('2026-02-10T09:00:00Z'),
  problem: null,
  mark: '{"etag":"\\"1\\""}',
  ...given,
});

export const anEvent = (id: string, given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  source: 'ics:1',
  id,
  series: 'standup',
  title: 'Stand-up „früh“',
  start: at('2026-02-10T09:00:00Z'),
  end: at('2026-02-10T09:15:00Z'),
  allDay: false,
  status: 'confirmed',
  response: 'accepted',
  busy: true,
  attended: null,
  kind: 'default',
  ...given,
});

export const aMark = (when: string, given: Partial<ToolMark> = {}): ToolMark => ({
  user: 'ann',
  tool: 'vscode',
  at: at(when),
  kind: 'start',
  ticket: ticket('TB-042'),
  project: 'shop',
  detail: 'src/größe.ts',
  ...given,
});

export const aBeat = (when: string, given: Partial<EditorBeat> = {}): EditorBeat => ({
  user: 'ann',
  at: at(when),
  entity: '/src/größe.ts',
  type: 'file',
  category: 'coding',
  project: 'shop',
  branch: 'fix/TB-042-socket',
  language: 'TypeScript',
  editor: 'vscode',
  isWrite: false,
  ...given,
});

export const aRun = (id: string, given: Partial<AgentRun> = {}): AgentRun => ({
  user: 'ann',
  agent: 'claude-code',
  id,
  startedAt: at('2026-02-10T09:00:00Z'),
  aliveAt: at('2026-02-10T10:00:00Z'),
  ended: null,
  cwd: '/src/shop',
  branch: 'fix/TB-042-socket',
  title: 'Fix the socket',
  active: [{ start: at('2026-02-10T09:00:00Z'), end: at('2026-02-10T09:20:00Z') }],
  ...given,
});

export const aUse = (message: string | null, given: Partial<AgentUse> = {}): AgentUse => ({
  agent: 'claude-code',
  run: 'r1',
  message,
  request: 'q1',
  at: at('2026-02-10T09:00:00Z'),
  model: 'claude-sonnet-4-5',
  isSidechain: false,
  input: 3,
  output: 5,
  cacheWrite5m: 100,
  cacheWrite1h: 0,
  cacheRead: 2000,
  isFast: false,
  cost: null,
  ...given,
});

export const someFacts = (name: string, given: Partial<TicketFacts> = {}): TicketFacts => ({
  ticket: ticket(name),
  title: 'Sockets dürfen nicht hängen',
  type: 'Bug',
  status: 'In Progress',
  estimate: minutes(240),
  labels: ['Backend', 'R&D'],
  url: 'https://tracker.example/TB-042',
  from: 'linear',
  at: at('2026-02-10T09:00:00Z'),
  ...given,
});
