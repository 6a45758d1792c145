/** Lines around a change that are shown with it. */
const AROUND = 2;

/**
 * What would change in a text, line by line: `+` comes, `-` goes, a blank stays. Stretches that stay are cut to the lines
 * around a change, with `…` between them. Meant for what a person reads; empty when nothing changes.
 */
export function lineDiff(before: string, after: string): string[] {
  if (before === after) return [];
  const [old, young] = [linesOf(before), linesOf(after)];
  const all = merged(old, young);
  const isNear = all.map((_, at) =>
    all.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((line) => !line.startsWith(' ')),
  );
  return all.flatMap((line, at) => {
    if (isNear[at]) return [line];
    return isNear[at - 1] === true && isNear.includes(true, at) ? ['…'] : [];
  });
}

const linesOf = (text: string): string[] => {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
};

/** By the longest common subsequence of what is not common at both ends. */
function merged(old: readonly string[], young: readonly string[]): string[] {
  let head = 0;
  while (head < old.length && head < young.length && old[head] === young[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < young.length - head && old.at(-1 - tail) === young.at(-1 - tail))
    tail += 1;
  const stays = (lines: readonly string[]): string[] => lines.map((line) => ` ${line}`);
  return [
    ...stays(old.slice(0, head)),
    ...between(old.slice(head, old.length - tail), young.slice(head, young.length - tail)),
    ...stays(old.slice(old.length - tail)),
  ];
}

/** Beyond this the middle is shown as all gone and all come: it would take too long to be worth it. */
const MOST_CELLS = 4_000_000;

function between(old: readonly string[], young: readonly string[]): string[] {
  const goes = old.map((line) => `-${line}`);
  const comes = young.map((line) => `+${line}`);
  if (old.length * young.length > MOST_CELLS) return [...goes, ...comes];
  const width = young.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = young.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        old[i] === young[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const out: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < young.length) {
    if (old[i] === young[j]) {
      out.push(` ${old[i]}`);
      i += 1;
      j += 1;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) out.push(goes[i++]!);
    else out.push(comes[j++]!);
  }
  return [...out, ...goes.slice(i), ...comes.slice(j)];
}
