import type { ClaudeFiles, TranscriptPiece, TranscriptSurvey } from './claude-files.ts';

/** Claude Code's files as a test tells them: lines of hooks, pieces of transcripts. */
export interface MemoryClaude extends ClaudeFiles {
  /** What hooks left. */
  readonly lines: string[];
  /** Events that came by the door. */
  readonly noted: Readonly<Record<string, unknown>>[];
  readonly pieces: Omit<TranscriptPiece, 'mark'>[];
  surveyed: TranscriptSurvey;
}

export function memoryClaude(): MemoryClaude {
  const lines: string[] = [];
  const noted: Readonly<Record<string, unknown>>[] = [];
  const pieces: Omit<TranscriptPiece, 'mark'>[] = [];
  const claude: MemoryClaude = {
    lines,
    noted,
    pieces,
    surveyed: { files: 0, unread: 0, atRisk: 0, keptDays: 30 },
    async note(event) {
      noted.push(event);
      return typeof event['session_id'] === 'string';
    },
    told: async (mark) => ({ lines: lines.slice(Number(mark ?? 0)), mark: String(lines.length) }),
    found: async () => ({ folders: pieces.length > 0, told: lines.length > 0 }),
    survey: async () => claude.surveyed,
    async *read({ mark }) {
      for (let at = Number(mark ?? 0); at < pieces.length; at += 1)
        yield { ...pieces[at]!, mark: String(at + 1) };
    },
  };
  return claude;
}
