/** Lines of transcripts as the versions of Claude Code write them; every word in them is SECRET. */
export interface Answer {
  readonly session?: string;
  readonly at?: string;
  readonly id?: string | null;
  readonly request?: string | null;
  readonly model?: string;
  readonly usage?: object;
  /** Further fields of the line. */
  readonly line?: object;
}

export const answerLine = ({
  session = 'ses-1',
  at = '2026-02-10T09:00:00.000Z',
  id = 'msg_1',
  request = 'req_1',
  model = 'claude-sonnet-4-5-20250929',
  usage = {},
  line = {},
}: Answer = {}): string =>
  JSON.stringify({
    parentUuid: 'u-0',
    isSidechain: false,
    userType: 'external',
    cwd: '/home/max/shop',
    sessionId: session,
    version: '2.1.329',
    gitBranch: 'fix/TB-042-socket',
    type: 'assistant',
    message: {
      ...(id === null ? {} : { id }),
      type: 'message',
      role: 'assistant',
      model,
      content: [{ type: 'text', text: 'SECRET answer "usage":{"input_tokens":999} \\" ü 🙂' }],
      stop_reason: null,
      usage: {
        input_tokens: 10,
        cache_creation_input_tokens: 300,
        cache_read_input_tokens: 2000,
        cache_creation: { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 200 },
        output_tokens: 40,
        service_tier: 'standard',
        ...usage,
      },
    },
    ...(request === null ? {} : { requestId: request }),
    uuid: `u-${id}-${at}`,
    timestamp: at,
    ...line,
  });

export const userLine = (at: string, more: object = {}): string =>
  JSON.stringify({
    parentUuid: null,
    isSidechain: false,
    cwd: '/home/max/shop',
    sessionId: 'ses-1',
    version: '2.1.329',
    gitBranch: 'fix/TB-042-socket',
    type: 'user',
    message: { role: 'user', content: 'SECRET prompt' },
    uuid: `u-${at}`,
    timestamp: at,
    ...more,
  });

/** An answer of a sub-agent as lines about its progress carry it. */
export const progressLine = (answer: Answer): string => {
  const told = JSON.parse(answerLine(answer)) as Record<string, unknown>;
  return JSON.stringify({
    type: 'progress',
    sessionId: 'ses-1',
    cwd: '/home/max/shop',
    timestamp: answer.at ?? '2026-02-10T09:00:00.000Z',
    data: {
      type: 'agent_progress',
      agentId: 'a-1',
      message: {
        type: 'assistant',
        timestamp: told['timestamp'],
        message: told['message'],
        requestId: told['requestId'],
        isSidechain: true,
      },
    },
  });
};

/** Every documented shape, as the lines of one session. */
export const EVERY_SHAPE: readonly string[] = [
  JSON.stringify({ type: 'summary', summary: 'SECRET title', leafUuid: 'u-9' }),
  JSON.stringify({
    type: 'file-history-snapshot',
    messageId: 'm',
    snapshot: { timestamp: '2020-01-01T00:00:00Z' },
  }),
  userLine('2026-02-10T09:00:00.000Z'),
  // One answer in several lines, growing.
  answerLine({ at: '2026-02-10T09:00:05.000Z', usage: { output_tokens: 5 } }),
  answerLine({ at: '2026-02-10T09:00:06.000Z', usage: { output_tokens: 50 } }),
  // Replayed by a sub-agent under another request.
  answerLine({
    at: '2026-02-10T09:00:07.000Z',
    request: 'req_9',
    usage: { output_tokens: 90 },
    line: { isSidechain: true },
  }),
  // An old version: it says its costs, and knows one kind of cache.
  answerLine({
    at: '2026-02-10T09:01:00.000Z',
    id: 'msg_2',
    request: 'req_2',
    usage: { cache_creation: undefined },
    line: { costUSD: 0.0123, version: '1.0.3' },
  }),
  // No id: never taken for another.
  answerLine({ at: '2026-02-10T09:02:00.000Z', id: null, request: null }),
  answerLine({ at: '2026-02-10T09:02:00.000Z', id: null, request: null }),
  // The same id under another request, neither from a sub-agent: two answers.
  answerLine({ at: '2026-02-10T09:03:00.000Z', id: 'msg_3', request: 'req_3' }),
  answerLine({ at: '2026-02-10T09:03:01.000Z', id: 'msg_3', request: 'req_4' }),
  // A sub-agent's own answer.
  answerLine({
    at: '2026-02-10T09:04:00.000Z',
    id: 'msg_4',
    request: 'req_5',
    model: 'claude-haiku-4-5-20251001',
    line: { isSidechain: true, agentId: 'a-1' },
  }),
  progressLine({ at: '2026-02-10T09:04:30.000Z', id: 'msg_5', request: 'req_6', model: 'claude-haiku-4-5' }),
  // Fast, and long.
  answerLine({
    at: '2026-02-10T09:05:00.000Z',
    id: 'msg_6',
    request: 'req_7',
    model: 'claude-opus-4-6',
    usage: { speed: 'fast' },
  }),
  answerLine({
    at: '2026-02-10T09:06:00.000Z',
    id: 'msg_7',
    request: 'req_8',
    usage: { cache_read_input_tokens: 350_000, input_tokens: 210_000, output_tokens: 1234 },
  }),
  // What Claude Code says itself.
  answerLine({
    at: '2026-02-10T09:07:00.000Z',
    id: 'msg_8',
    model: '<synthetic>',
    usage: {
      input_tokens: 0,
      output_tokens: 0,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      cache_creation: undefined,
    },
    line: { isApiErrorMessage: true },
  }),
  // A model nobody knows.
  answerLine({ at: '2026-02-10T09:08:00.000Z', id: 'msg_9', request: 'req_10', model: 'claude-nonesuch-9' }),
  JSON.stringify({
    type: 'system',
    subtype: 'turn_duration',
    sessionId: 'ses-1',
    timestamp: '2026-02-10T09:09:00.000Z',
  }),
  'this is no JSON',
  '{"type":"assistant","message":{"usage":{"input_tokens":5,"outp',
];
