import type { BookingDraft, RemoteEntry } from '../../entries/booking.ts';
import type { Api, ApiRequest } from '../../providers/api.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import { ProviderFailure } from '../../providers/failure.ts';
import type { Provider, Unit } from '../../providers/provider.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';

/** A service in memory that fails as a story tells it. For tests only. */

/** What goes wrong with a call: the words say whether it was done. */
export type Mishap = 'unreached' | 'lost before' | 'lost after' | 'done twice' | ProviderFailure;

export interface Call {
  readonly what: 'list' | 'find' | 'get' | 'create' | 'update' | 'remove' | 'units';
  readonly note: string;
  /** Calls so far, this one too. */
  readonly count: number;
}

/** A service that keeps entries and never forgets its manners; what goes wrong is told by `mishap`. */
export class ScriptedService {
  entries: RemoteEntry[] = [];
  readonly calls: string[] = [];
  mishap: (call: Call) => Mishap | null = () => null;
  #made = 0;
  readonly provider: Provider;

  constructor(can: Partial<Provider['can']> = {}) {
    const { productive } = PROVIDERS;
    this.provider = {
      ...productive,
      name: 'Service',
      can: { ...productive.can, ...can },
      units: (api) => this.#call(api, 'GET', { what: 'units', note: '' }, () => [] as Unit[]),
      list: (api, from, to) =>
        this.#call(api, 'GET', { what: 'list', note: '' }, () =>
          this.entries.filter(({ date }) => date >= from && date <= to),
        ),
      find: (api, draft) =>
        this.#call(api, 'GET', { what: 'find', note: draft.note }, () =>
          this.entries.filter(({ reference }) => reference === draft.reference),
        ),
      get: (api, id) =>
        this.#call(
          api,
          'GET',
          { what: 'get', note: id },
          () => this.entries.find((one) => one.id === id) ?? null,
        ),
      create: (api, draft) =>
        this.#call(api, 'POST', { what: 'create', note: draft.note }, () => this.#add(draft)),
      update: (api, id, draft) =>
        this.#call(api, 'PATCH', { what: 'update', note: draft.note }, () => this.#change(id, draft)),
      remove: (api, id) =>
        this.#call(api, 'DELETE', { what: 'remove', note: id }, () => {
          this.entries = this.entries.filter((one) => one.id !== id);
        }),
    };
  }

  /** Somebody books by hand. */
  byHand(given: { date: string; minutes: number; note: string; unit?: string }): string {
    this.#made += 1;
    const id = `h${this.#made}`;
    this.entries.push({
      id,
      date: given.date as LocalDay,
      minutes: minutes(given.minutes),
      note: given.note,
      unit: given.unit ?? '11',
      task: null,
      reference: null,
      billable: null,
      locked: null,
      running: false,
    });
    return id;
  }

  edit(id: string, change: Partial<RemoteEntry>): void {
    this.entries = this.entries.map((one) => (one.id === id ? { ...one, ...change } : one));
  }

  /** `2026-02-10 90 TB-042: fix`, in order. */
  lines(): string[] {
    return this.entries.map((one) => `${one.date} ${one.minutes} ${one.note}`).toSorted();
  }

  readonly #call = async <T>(
    api: Api,
    method: ApiRequest['method'],
    call: Omit<Call, 'count'>,
    act: () => T,
  ): Promise<T> => {
    await api.call({ method, path: '/' });
    this.calls.push(call.what);
    const mishap = this.mishap({ ...call, count: this.calls.length });
    if (mishap instanceof ProviderFailure) throw mishap;
    if (mishap === 'unreached') throw new ProviderFailure('unreached', 'Service did not answer.');
    if (mishap === 'lost before') throw new ProviderFailure('uncertain', 'answered 502');
    const answer = act();
    if (mishap === 'done twice') act();
    if (mishap === 'lost after') throw new ProviderFailure('uncertain', 'Service did not answer.');
    return answer;
  };

  #add(draft: BookingDraft): RemoteEntry {
    this.#made += 1;
    const remote = { ...asRemote(draft), id: `r${this.#made}` };
    this.entries.push(remote);
    return remote;
  }

  #change(id: string, draft: BookingDraft): RemoteEntry {
    const known = this.entries.find((one) => one.id === id);
    if (!known) throw new ProviderFailure('missing', 'Record not found');
    if (known.locked !== null) throw new ProviderFailure('refused', 'Time entry is approved');
    const remote = { ...asRemote(draft), id };
    this.entries = this.entries.map((one) => (one.id === id ? remote : one));
    return remote;
  }
}

const asRemote = ({ date, minutes: length, note, unit, task, reference, billable }: BookingDraft) => ({
  date,
  minutes: length,
  note,
  unit,
  task,
  reference,
  billable,
  locked: null,
  running: false,
});
