import { streamGit } from './stream-git.ts';
import { crypto } from '../crypto.ts';

/** A patch of more than this is not told apart from others: its id stays unknown. */
const PATCH_LIMIT = 4 * 1_048_576;
/** All patches of one scan together. */
const TOTAL_LIMIT = 64 * 1_048_576;
const TIMEOUT_MS = 60_000;

/**
 * Patch-ids for the commits given: equal for two commits whose changes are the same, wherever in the file and on
 * whatever base they stand. As `git patch-id --stable` does, line numbers and white space do not count; unlike it,
 * two binary files differ unless they are the same file. A commit that cannot be had (missing blobs of a partial clone,
 * too large) is left out: without an id it is nobody's copy.
 */
export async function patchIds(
  folder: string,
  hashes: readonly string[],
  timeoutMs = TIMEOUT_MS,
): Promise<Map<string, string>> {
  const reader = new PatchReader(new Set(hashes));
  const args = ['diff-tree', '--stdin', '-r', '-p', '--root', '--always'];
  args.push(
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    '--no-color',
    '--full-index',
    '--diff-algorithm=myers',
  );
  args.push('--submodule=short', '--src-prefix=a/', '--dst-prefix=b/', '-U3');
  try {
    await streamGit({
      folder,
      args,
      input: hashes.map((hash) => `${hash}\n`).join(''),
      timeoutMs,
      onData: (chunk) => reader.take(chunk),
    });
    reader.end();
  } catch {
    // What was read until then is good; the commit it broke off in has no id.
  }
  return reader.ids;
}

/** Reads what `diff-tree --stdin -p` prints: the hash on a line of its own, then the patch. */
class PatchReader {
  readonly ids = new Map<string, string>();
  readonly #wanted: ReadonlySet<string>;
  #current: string | null = null;
  #digest = crypto().createHash('sha256');
  #size = 0;
  #total = 0;
  #inHeader = true;
  #index = '';
  #rest = '';

  constructor(wanted: ReadonlySet<string>) {
    this.#wanted = wanted;
  }

  /** False when enough was read. */
  take(chunk: Buffer): boolean {
    this.#total += chunk.length;
    // Bytes as characters: the id is of the bytes, whatever their encoding.
    const lines = (this.#rest + chunk.toString('latin1')).split('\n');
    this.#rest = lines.pop()!;
    for (const line of lines) this.#line(line);
    if (this.#rest.length > PATCH_LIMIT) {
      this.#size = PATCH_LIMIT + 1;
      this.#rest = '+';
    }
    return this.#total <= TOTAL_LIMIT;
  }

  end(): void {
    if (this.#rest !== '') this.#line(this.#rest);
    this.#rest = '';
    this.#finish();
  }

  #line(line: string): void {
    // Every line of a patch starts with a word of git's, `+`, `-`, a space or `\`: a bare hash is the next commit.
    if (this.#wanted.has(line)) {
      this.#finish();
      this.#current = line;
      return;
    }
    this.#size += line.length;
    if (this.#size > PATCH_LIMIT) return;
    if (line.startsWith('diff --git ')) this.#inHeader = true;
    if (this.#inHeader && line.startsWith('index ')) {
      this.#index = line;
      return;
    }
    if (this.#inHeader && line.startsWith('Binary files ')) this.#digest.update(this.#index);
    if (line.startsWith('@@ ')) {
      this.#inHeader = false;
      return;
    }
    // White space as git counts it: `\s` would take the byte A0 out of the middle of a letter.
    const text = line.replace(/[ \t\v\f\r]+/g, '');
    this.#digest.update(text, 'latin1');
  }

  #finish(): void {
    if (this.#current !== null && this.#size > 0 && this.#size <= PATCH_LIMIT) {
      this.ids.set(this.#current, this.#digest.digest('hex').slice(0, 40));
    }
    this.#current = null;
    this.#digest = crypto().createHash('sha256');
    this.#size = 0;
    this.#inHeader = true;
  }
}
