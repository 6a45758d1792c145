import type { ReportAsked } from '../../contract/report-operations.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { adding, anEntry, day, step, ticket } from '../../ports/sample-rows.ts';
import { someFacts } from '../../ports/sample-sources.ts';
import type { ReportId } from '../../reports/questions.ts';
import { parseDuration } from '../../values/minutes.ts';
import { showReport } from './write-report.ts';

/** The examples of documents 1 and 4, as far as their own numbers hold together. */
export class DocumentDesk {
  readonly world: MemoryWorld = memoryWorld('2026-03-01T12:00:00+01:00', 'Europe/Berlin', {
    'identity.user': 'john',
  });
  #number = 0;

  readonly show = (id: ReportId, asked: ReportAsked = {}) => showReport(this.world, id, asked as never);

  async log(date: string, on: string | null, time: string, user = 'john'): Promise<void> {
    this.#number += 1;
    const entry = anEntry(this.#number, {
      user,
      date: day(date),
      ticket: on === null ? null : ticket(on),
      project: on === null ? null : on.slice(0, on.lastIndexOf('-')),
      minutes: parseDuration(time, 8)!,
      state: 'accepted',
    });
    await this.world.stores.ledger.commit(step([adding(entry)]));
  }

  readonly facts = (id: string, given: Partial<Parameters<typeof someFacts>[1]>) =>
    this.world.stores.ticketFacts.put([someFacts(id, { labels: [], ...given })]);
}
