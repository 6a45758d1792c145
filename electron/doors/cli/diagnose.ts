import type { Problem } from '#shared/values/problem.ts';
import { programVersion } from '../../host/program.ts';

/** What `stint doctor` says when the store could not even be opened: why, and what to do. */
export function diagnose(home: string, problem: Problem) {
  return {
    healthy: false,
    checks: [
      {
        name: 'program',
        ok: true,
        detail: `Stint ${programVersion()} on Node ${process.versions.node}`,
        remedy: null,
      },
      { name: 'data folder', ok: true, detail: home, remedy: null },
      { name: 'store', ok: false, detail: problem.message, remedy: problem.remedy },
    ],
    log: null,
  };
}
