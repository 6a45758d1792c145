import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { placeOf } from './repository-place.ts';

const KEPT = said`What was read from it before is kept.`;

/** The folder of a repository is not there (any more), or is no repository. */
export function vanished(path: string, cause?: unknown): Problem {
  return new Problem(
    'not-found',
    said`There is no git repository at ${shown(path)} any more. ${KEPT}`,
    said`If it was moved, add it at its new place; if it is gone for good, remove it with \`stint repo remove\`.`,
    cause,
  );
}

/** Git ran for too long and was stopped. */
export function tookTooLong(path: string, seconds: number): Problem {
  return new Problem(
    'failed',
    said`Reading ${shown(path)} took longer than ${seconds} seconds and was stopped. ${KEPT}`,
    said`It is tried again by itself. If it stays so, run \`git gc\` in that repository, or check the disk it is on.`,
  );
}

/**
 * Says in a person's words why git gave up.
 * @param stderr git's own words, in English (LC_ALL=C).
 */
export function gitProblem(path: string, stderr: string): Problem {
  const words = stderr.trim();
  if (/dubious ownership|unsafe repository/.test(words)) {
    return new Problem(
      'failed',
      said`Git refuses to read ${shown(path)} because the folder belongs to another user. ${KEPT}`,
      said`If you trust it, run: git config --global --add safe.directory "${shown(path)}"`,
    );
  }
  if (/safe\.bareRepository/i.test(words)) {
    return new Problem(
      'failed',
      said`Your git configuration (safe.bareRepository) forbids reading the bare repository ${shown(path)}. ${KEPT}`,
      said`Remove it from Stint, or set safe.bareRepository to all.`,
    );
  }
  if (/not a git repository|cannot change to|no such file or directory: .*cwd/i.test(words)) {
    return placeOf(path) ? headDamaged(path) : vanished(path);
  }
  if (
    /bad object|corrupt|unable to read|could not read|failed to (?:read|traverse)|loose object|packfile|bad (?:tree|signature|config)|missing|inflate|bad ref/i.test(
      words,
    )
  ) {
    return new Problem(
      'failed',
      said`The repository ${shown(path)} is damaged: ${firstLine(words)}. ${KEPT}`,
      said`Run \`git fsck\` in it to see what is broken; a fresh clone or \`git fetch\` often repairs it.`,
    );
  }
  return new Problem(
    'failed',
    said`Git could not read ${shown(path)}: ${firstLine(words) || said`it stopped without saying why`}. ${KEPT}`,
    said`Run \`git log\` in that folder to see the same message, and put it right there.`,
  );
}

/** Everything is in its place, yet git knows no repository there: what HEAD says makes no sense to it. */
const headDamaged = (path: string): Problem =>
  new Problem(
    'failed',
    said`The repository ${shown(path)} is damaged: git cannot tell what its file HEAD points at. ${KEPT}`,
    said`See what is in the file HEAD of its git folder: a line such as \`ref: refs/heads/main\` names the current branch.`,
  );

function firstLine(words: string): string {
  const lines = words.split('\n');
  const line = lines.find((text) => text.startsWith('fatal:')) ?? lines[0] ?? '';
  return shown(line.replace(/^(?:fatal|error): /, '')).slice(0, 200);
}

/** Names come from the disk and may hold anything: no control characters get into a message. */
const shown = (text: string): string => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '?');
