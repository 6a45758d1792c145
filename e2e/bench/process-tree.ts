// What a program and all its processes use, from Linux's /proc.
import { readFileSync, readdirSync } from 'node:fs';

/** Clock ticks a second in /proc/PID/stat; Linux has reported 100 on every platform for decades. */
const TICKS = 100;

/** The process and everything it started, itself first. Processes that ended meanwhile are not in it. */
export function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = statOf(Number(name))?.parent;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** Proportional set size in bytes: shared pages are split among those who share them, so the sum is what the machine gives. */
export function memoryOf(pids: readonly number[]): number {
  return sum(pids, (pid) => {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  });
}

/** Processor time used so far, in seconds. */
export function cpuOf(pids: readonly number[]): number {
  return sum(pids, (pid) => (statOf(pid)?.ticks ?? 0) / TICKS);
}

function statOf(pid: number): { parent: number; ticks: number } | null {
  // The second field is the program's name in brackets, which may hold anything.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ');
  if (fields === undefined || fields.length < 13) return null;
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function sum(pids: readonly number[], of: (pid: number) => number): number {
  return pids.reduce((total, pid) => total + of(pid), 0);
}
