import { z } from 'zod';
import { writes } from './operation.ts';
import { idInput, instantText, settledGapShape } from './shapes.ts';

/** Time of a day that nothing explains, settled without an entry. Both can be undone until the day is submitted. */
export const gapOperations = {
  dismiss: writes('Settle a gap without an entry: it is not asked about again', '/gaps', null)
    .input(
      z.object({
        startedAt: instantText,
        endedAt: instantText,
        verdict: settledGapShape.shape.verdict,
      }),
    )
    .output(settledGapShape),
  reopen: writes('Ask about a settled gap again', '/gaps/{id}', null, 'DELETE')
    .input(z.object({ id: idInput }))
    .output(settledGapShape),
};
