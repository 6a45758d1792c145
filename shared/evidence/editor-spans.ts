import type { Interval } from '../values/interval.ts';
import { compareTexts } from '../values/order.ts';
import type { EditorBeat } from './editor-beat.ts';

/** A stretch of signs of life of an editor on one branch of one project. */
export interface EditorSpan extends Interval {
  readonly project: string | null;
  readonly branch: string | null;
  readonly editor: string | null;
  readonly beats: number;
}

/**
 * Joins signs of life that are at most `joinMs` apart (design §2 "Editors and agents": within 2 min). The time from one
 * to the next belongs to what the earlier one was about; after the last one nothing is assumed.
 */
export function editorSpans(beats: readonly EditorBeat[], joinMs: number): EditorSpan[] {
  const out: EditorSpan[] = [];
  const sorted = beats.toSorted(byTime);
  sorted.forEach((beat, at) => {
    const next = sorted[at + 1];
    if (!next || next.at - beat.at > joinMs || next.at === beat.at) return;
    const last = out.at(-1);
    if (last && last.end === beat.at && isSame(last, beat)) {
      out[out.length - 1] = { ...last, end: next.at, beats: last.beats + 1 };
    } else {
      const { project, branch, editor } = beat;
      out.push({ start: beat.at, end: next.at, project, branch, editor, beats: 1 });
    }
  });
  return out;
}

const isSame = (span: EditorSpan, beat: EditorBeat): boolean =>
  span.project === beat.project && span.branch === beat.branch && span.editor === beat.editor;

/** Of several signs in one moment the same one speaks, in whatever order they came. */
const byTime = (a: EditorBeat, b: EditorBeat): number =>
  a.at - b.at ||
  compareTexts(a.project ?? '', b.project ?? '') ||
  compareTexts(a.branch ?? '', b.branch ?? '') ||
  compareTexts(a.editor ?? '', b.editor ?? '') ||
  compareTexts(a.entity, b.entity);
