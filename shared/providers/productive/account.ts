import { z } from 'zod';
import type { Api } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import type { Account } from '../provider.ts';
import type { Document, Resource } from './json-api.ts';
import { attributesOf, maybeText, NAME, related, relatedId } from './json-api.ts';
import { allPages } from './paging.ts';

interface Place {
  readonly id: string;
  readonly name: string;
}
interface Membership {
  readonly place: Place;
  readonly person: Account['person'] | null;
}

const person = z.object({ first_name: maybeText, last_name: maybeText, name: maybeText, email: maybeText });
const organization = z.object({ name: maybeText });

/** Who the token belongs to is told by its memberships, one for each organisation. There is nothing like `/me`. */
export async function connect(api: Api, emails: readonly string[]): Promise<Account> {
  const memberships = await readMemberships(api);
  const places = [...new Map(memberships.map(({ place }) => [place.id, place])).values()].toSorted((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
  );
  const chosen = choose(api.ids.organizationId, places);
  const mine = memberships.find(({ place }) => place.id === chosen)?.person ?? null;
  const me = mine ?? (chosen === '' ? null : await byEmail(api, chosen, emails));
  // An id that is mine in another organisation was kept from there; any other was given on purpose.
  const elsewhere = memberships.some(
    ({ place, person }) => place.id !== chosen && person?.id === api.ids.personId,
  );
  const personId = api.ids.personId === '' || elsewhere ? (me?.id ?? '') : api.ids.personId;
  const anybody = me ?? memberships.find(({ person }) => person !== null)?.person ?? null;
  const known = personId === '' || anybody?.id === personId;
  return {
    person: {
      id: personId,
      name: known ? (anybody?.name ?? '') : '',
      email: known ? (anybody?.email ?? null) : null,
    },
    places: places.length > 0 || chosen === '' ? places : [{ id: chosen, name: chosen }],
    ids: { ...api.ids, organizationId: chosen, personId },
    plan: null,
  };
}

/**
 * The place to book in; '' while there is a choice.
 * @throws ProviderFailure `refused` for one the person is not in: the server gives the memberships of the token
 * whatever organisation is named, and would book nothing there later.
 */
function choose(wanted: string, places: readonly Place[]): string {
  if (wanted === '') return places.length === 1 ? places[0]!.id : '';
  if (places.length === 0 || places.some(({ id }) => id === wanted)) return wanted;
  const yours = places.map(({ id, name }) => `${name} (${id})`).join(', ');
  throw new ProviderFailure(
    'refused',
    `the token belongs to nobody in organisation ${wanted}; it opens ${yours}`,
  );
}

async function readMemberships(api: Api): Promise<readonly Membership[]> {
  const page = await allPages(api, '/organization_memberships', { include: 'organization,person' }).catch(
    (error: unknown) => {
      // Where it is not to be had for this token, ids that were given must do.
      const without = error instanceof ProviderFailure && ['refused', 'missing'].includes(error.kind);
      if (without && api.ids.organizationId !== '' && error.status !== 403) return null;
      throw error;
    },
  );
  if (page === null) return [];
  return page.data.flatMap((one) => {
    const id = relatedId(one, 'organization');
    if (!id) return [];
    const place = related(one, 'organization', page);
    const name = place && attributesOf(organization, place, page).name;
    return [{ place: { id, name: name || id }, person: memberOf(one, page) }];
  });
}

function memberOf(membership: Resource, document: Document): Account['person'] | null {
  const id = relatedId(membership, 'person');
  if (!id) return null;
  const resource = related(membership, 'person', document);
  return resource === null ? { id, name: '', email: null } : personOf(resource, document);
}

/** The one active person with one of these addresses; null when there is none, or more than one. */
async function byEmail(
  api: Api,
  place: string,
  emails: readonly string[],
): Promise<Account['person'] | null> {
  const found = new Map<string, Account['person']>();
  for (const email of emails) {
    const page = await allPages(
      { ...api, call: (request) => api.call({ ...request, headers: { 'X-Organization-Id': place } }) },
      '/people',
      { 'filter[email]': email, 'filter[status]': 1 },
    ).catch((error: unknown) => {
      if (error instanceof ProviderFailure && ['refused', 'missing'].includes(error.kind)) return null;
      throw error;
    });
    for (const one of page?.data ?? []) {
      const candidate = personOf(one, page!);
      // A filter that the server passes over gives everybody.
      if (candidate.email?.toLowerCase() === email.toLowerCase()) found.set(candidate.id, candidate);
    }
  }
  return found.size === 1 ? [...found.values()][0]! : null;
}

function personOf(resource: Resource, document: Document): Account['person'] {
  const told = attributesOf(person, resource, document);
  const name = [told.first_name, told.last_name].filter((part) => part).join(' ');
  return { id: resource.id, name: name || (told.name ?? told.email ?? ''), email: told.email };
}

/** What people call the ids, in the order they are asked for. */
export const ID_FIELDS = [
  { id: 'organizationId', label: 'Organisation', isAccount: true },
  { id: 'personId', label: `Your person id in ${NAME}`, isAccount: true },
] as const;
