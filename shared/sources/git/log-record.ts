import type { Commit } from '../../evidence/commit.ts';
import type { Id } from '../../values/ids.ts';
import type { Instant } from '../../values/instant.ts';

/**
 * What git is asked to print for each commit, and in which order. Every field ends with a NUL, which neither a name,
 * an address nor a subject can hold, so no commit can pass part of its text off as another commit.
 */
export const LOG_FORMAT = '%H%x00%P%x00%ae%x00%at%x00%ct%x00%an%x00%s%x00%D';
/** Fields of one record in `LOG_FORMAT`, the NUL of `-z` closing the last one. */
export const LOG_FIELDS = 8;

/** Subjects are kept to this many characters: enough for any ticket and for a description (design §2 "Git"). */
export const SUBJECT_LIMIT = 500;
const NAME_LIMIT = 200;
/** A longer list of refs was cut while it was read: its last name is not whole. */
const REFS_LIMIT = 16_000;
const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** The last instant a `Date` can show; git itself has no such limit. */
const LAST_MS = 8.64e15;

/** One commit as git printed it, whoever wrote it. */
export interface LogRecord {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly authorEmail: string;
  readonly authoredAt: Instant;
  readonly committedAt: Instant;
  readonly authorName: string;
  readonly subject: string;
  /** Refs that point at it, in full (`refs/heads/main`). */
  readonly refs: readonly string[];
}

/** Reads one record; null when the fields are none (a hash that is no hash, a commit without any date). */
export function readLogRecord(fields: readonly string[]): LogRecord | null {
  const [hash = '', parents = '', authorEmail = '', authored = '', committed = ''] = fields;
  const [name = '', subject = '', refs = ''] = fields.slice(5);
  if (!HASH.test(hash)) return null;
  const committedAt = readSeconds(committed);
  // An author line that git cannot read has no date; when it was committed is then the best that is known.
  const authoredAt = readSeconds(authored) ?? committedAt;
  if (authoredAt === null) return null;
  return {
    hash,
    parents: parents === '' ? [] : parents.split(' ').filter((parent) => HASH.test(parent)),
    authorEmail,
    authoredAt,
    committedAt: committedAt ?? authoredAt,
    authorName: cut(name, NAME_LIMIT),
    subject: cut(subject, SUBJECT_LIMIT),
    refs: refs === '' ? [] : readRefs(refs),
  };
}

/** `HEAD -> refs/heads/main, refs/remotes/origin/main`: no ref has a space in its name, so none can pass for two. */
function readRefs(text: string): string[] {
  const names = text.split(', ');
  if (text.length >= REFS_LIMIT) names.pop();
  return names.map((name) => name.replace(/^HEAD -> /, '')).filter((name) => /^refs\/\S+$/.test(name));
}

function readSeconds(text: string): Instant | null {
  if (!/^-?\d{1,17}$/.test(text)) return null;
  const ms = Number(text) * 1000;
  return Math.abs(ms) <= LAST_MS ? (ms as Instant) : null;
}

/** Cuts without leaving half a character (a lone surrogate) behind. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  return text.slice(0, end);
}

/** E-mails as they are compared: without case and surrounding space; empty ones are nobody's. */
export function emailSet(emails: readonly string[]): ReadonlySet<string> {
  return new Set(emails.map((email) => email.trim().toLowerCase()).filter((email) => email !== ''));
}

/** Is it the person's, by e-mail (no mailmap) and by author date (design §2 "Git": commits by author date)? */
export function isOwn(record: LogRecord, emails: ReadonlySet<string>, since: Instant): boolean {
  return record.authoredAt >= since && emails.has(record.authorEmail.trim().toLowerCase());
}

/** The record as evidence. */
export function toCommit(
  record: LogRecord,
  repository: Id,
  branch: string | null,
  patchId: string | null,
): Commit {
  const { hash, authorName, authorEmail, authoredAt, committedAt, subject } = record;
  const isMerge = record.parents.length > 1;
  return {
    repository,
    hash,
    authorName,
    authorEmail,
    authoredAt,
    committedAt,
    subject,
    branch,
    isMerge,
    patchId,
  };
}
