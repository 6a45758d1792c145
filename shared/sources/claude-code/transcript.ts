import type { AgentUse } from '../../evidence/agent.ts';
import type { AgentTrace } from '../../evidence/agent-trace.ts';
import { joinedSigns } from '../../evidence/agent-trace.ts';
import { withUse } from '../../evidence/agent-use.ts';
import type { Instant } from '../../values/instant.ts';
import { earliest, latest } from '../../values/instant.ts';
import type { Interval } from '../../values/interval.ts';
import { CLAUDE_CODE } from './hook-traces.ts';
import { readTranscriptLine } from './transcript-line.ts';

/** Numbers of a piece of transcripts. */
export interface TranscriptNews {
  readonly uses: readonly AgentUse[];
  readonly runs: readonly AgentTrace[];
  /** Lines nobody can read. */
  readonly skipped: number;
}

export interface TranscriptRules {
  /** Signs no further apart are one stretch. */
  readonly inactiveMs: number;
  /** Titles are words: they are kept only where the person says so. */
  readonly titles: boolean;
}

/** Answers whose first session is remembered, to know copies of them. */
const MOST_REMEMBERED = 200_000;

interface Session {
  readonly signs: Interval[];
  cwd: string | null;
  branch: string | null;
  saidAt: Instant | null;
  /** Up to here it is a copy of another session's work. */
  copiedUntil: Instant | null;
  title: string;
}

/**
 * Adds up lines of transcripts. Grows with answers and pauses, not with words: hundreds of megabytes are a few thousand
 * numbers.
 */
export class TranscriptReading {
  readonly #rules: TranscriptRules;
  readonly #sessions = new Map<string, Session>();
  readonly #uses = new Map<string, readonly AgentUse[]>();
  /** Whose answers were seen first. */
  readonly #firstRuns = new Map<string, string>();
  #skipped = 0;

  constructor(rules: TranscriptRules) {
    this.#rules = rules;
  }

  /**
   * Takes one line in; an empty one is none.
   * @param origin `session` the file is named after, `name` of this very line (file and position).
   */
  add(line: string, origin: { readonly session: string; readonly name: string }): void {
    if (line.trim() === '') return;
    const read = readTranscriptLine(line, origin);
    if (read === null) {
      this.#skipped += 1;
      return;
    }
    if (read.use !== null) {
      const key = read.use.message ?? origin.name;
      this.#uses.set(key, withUse(this.#uses.get(key) ?? [], read.use));
      this.#noteCopy(key, read.use);
    }
    if (read.at !== null) this.#alive(this.#session(read.session ?? origin.session), read.at, read);
    // A summary names no session: it belongs to the one of its file.
    if (this.#rules.titles && read.title !== null)
      this.#session(read.session ?? origin.session).title = read.title;
  }

  /** How many answers are in hand; to be taken out before there are too many. */
  get size(): number {
    return this.#uses.size;
  }

  /** What was added since the last time. */
  take(): TranscriptNews {
    const news = {
      uses: [...this.#uses.values()].flat(),
      runs: [...this.#sessions].map(([id, session]) => this.#trace(id, session)),
      skipped: this.#skipped,
    };
    this.#uses.clear();
    this.#sessions.clear();
    this.#skipped = 0;
    return news;
  }

  #session(id: string): Session {
    const known = this.#sessions.get(id);
    if (known) return known;
    const fresh: Session = { signs: [], cwd: null, branch: null, saidAt: null, copiedUntil: null, title: '' };
    this.#sessions.set(id, fresh);
    return fresh;
  }

  /** Old versions began a resumed session with a copy of what it resumed: that work was done once, and before. */
  #noteCopy(message: string, use: AgentUse): void {
    const first = this.#firstRuns.get(message);
    if (first === undefined) {
      if (this.#firstRuns.size < MOST_REMEMBERED) this.#firstRuns.set(message, use.run);
    } else if (first !== use.run) {
      const session = this.#session(use.run);
      session.copiedUntil = session.copiedUntil === null ? use.at : latest(session.copiedUntil, use.at);
    }
  }

  #alive(session: Session, at: Instant, said: { cwd: string | null; branch: string | null }): void {
    const last = session.signs.at(-1);
    const isNear = (gap: number): boolean => gap <= this.#rules.inactiveMs;
    if (last !== undefined && isNear(at - last.end) && isNear(last.start - at)) {
      session.signs[session.signs.length - 1] = {
        start: earliest(last.start, at),
        end: latest(last.end, at),
      };
    } else {
      session.signs.push({ start: at, end: at });
    }
    if (said.cwd === null && said.branch === null) return;
    if (session.saidAt !== null && at < session.saidAt) return;
    session.saidAt = at;
    session.cwd = said.cwd ?? session.cwd;
    session.branch = said.branch ?? session.branch;
  }

  #trace(id: string, session: Session): AgentTrace {
    const { copiedUntil } = session;
    const own =
      copiedUntil === null
        ? session.signs
        : session.signs.flatMap((sign) =>
            sign.end <= copiedUntil ? [] : [{ start: latest(sign.start, copiedUntil), end: sign.end }],
          );
    return {
      agent: CLAUDE_CODE,
      id,
      signs: joinedSigns(own, this.#rules.inactiveMs),
      last: null,
      cwd: session.cwd,
      branch: session.branch,
      title: session.title,
    };
  }
}

/**
 * Reads lines of one transcript at once.
 * @param file the session's id and a name of the file, to tell its lines from those of others.
 */
export function readTranscript(
  lines: Iterable<string>,
  file: { readonly session: string; readonly name: string },
  rules: TranscriptRules,
): TranscriptNews {
  const reading = new TranscriptReading(rules);
  let position = 0;
  for (const line of lines) {
    reading.add(line, { session: file.session, name: `${file.name}:${position}` });
    position += 1;
  }
  return reading.take();
}
