import { z } from 'zod';
import type { Api } from '../api.ts';
import { compareTexts } from '../../values/order.ts';
import { ProviderFailure } from '../failure.ts';
import type { Account } from '../provider.ts';
import type { Document, Resource } from './json-api.ts';
import { attributesOf, maybeText, NAME, related, relatedId } from './json-api.ts';
import { allPages, firstPage, isBadRequest } from './paging.ts';
import { said } from '../../values/said.ts';

interface Place {
  readonly id: string;
  readonly name: string;
}
interface Membership {
  /** Null: the answer does not tell. */
  readonly place: Place | null;
  readonly person: Account['person'] | null;
}

const person = z.object({ first_name: maybeText, last_name: maybeText, name: maybeText, email: maybeText });
const organization = z.object({ name: maybeText });

/**
 * Who the token belongs to is told by its memberships, one for each organisation; there is nothing like `/me`. Where they
 * do not tell, an id that was given holds, else the one person with the person's address.
 */
export async function connect(api: Api, emails: readonly string[]): Promise<Account> {
  const wanted = api.ids.organizationId;
  const memberships = await readMemberships(api);
  const places = placesOf(memberships ?? []);
  const chosen = choose(wanted, places);
  const told = (memberships ?? []).filter(({ place }) => place === null || place.id === chosen);
  const mine = told.length === 1 ? told[0]!.person : null;
  if (mine !== null || chosen === '') {
    const anybody = mine ?? memberships?.find((one) => one.person !== null)?.person;
    const me = { name: '', email: null, ...anybody, id: mine?.id ?? '' };
    return accountOf(api, me, places, chosen);
  }
  const there = inPlace(api, chosen);
  // Neither memberships of the token nor people of the organisation: it is not open to this token.
  if (memberships === null && !(await hasPeople(there))) return accountOf(api, nobody(''), [], '');
  const found = await byEmail(there, emails);
  const given = api.ids.personId;
  const me = found !== null && (given === '' || given === found.id) ? found : nobody(given);
  return accountOf(api, me, places.length > 0 ? places : [{ id: chosen, name: chosen }], chosen);
}

const nobody = (id: string): Account['person'] => ({ id, name: '', email: null });

const accountOf = (
  api: Api,
  me: Account['person'],
  places: readonly Place[],
  organizationId: string,
): Account => ({
  person: me,
  places,
  ids: { ...api.ids, organizationId, personId: me.id },
  plan: null,
});

/**
 * The wished one, without a wish the only one; '' while there is a choice. The server gives the memberships of the token
 * whatever organisation is named, so whether it is among them must be looked at here.
 */
function choose(wanted: string, places: readonly Place[]): string {
  if (wanted === '') return places.length === 1 ? places[0]!.id : '';
  return places.length === 0 || places.some(({ id }) => id === wanted) ? wanted : '';
}

function placesOf(memberships: readonly Membership[]): readonly Place[] {
  const places = memberships.flatMap(({ place }) => (place === null ? [] : [place]));
  return [...new Map(places.map((place) => [place.id, place])).values()].toSorted((a, b) =>
    compareTexts(a.name, b.name),
  );
}

/** Null where they are not to be had, though an organisation was named. */
async function readMemberships(api: Api): Promise<readonly Membership[] | null> {
  const ask = (include: string): Promise<Document> => allPages(api, '/organization_memberships', { include });
  const page = await ask('organization,person')
    .catch((error: unknown) => {
      if (isBadRequest(error)) return ask('person');
      throw error;
    })
    .catch((error: unknown) => {
      if (isClosed(error) && api.ids.organizationId !== '') return null;
      throw error;
    });
  return page && page.data.map((one) => ({ place: placeOf(one, page), person: memberOf(one, page) }));
}

function placeOf(membership: Resource, document: Document): Place | null {
  const id = relatedId(membership, 'organization');
  if (!id) return null;
  const resource = related(membership, 'organization', document);
  const name = resource && attributesOf(organization, resource, document).name;
  return { id, name: name || id };
}

function memberOf(membership: Resource, document: Document): Account['person'] | null {
  const id = relatedId(membership, 'person');
  if (!id) return null;
  const resource = related(membership, 'person', document);
  return resource === null ? { id, name: '', email: null } : personOf(resource, document);
}

/** The way into an organisation that was only just chosen. */
const inPlace = (api: Api, place: string): Api => ({
  ...api,
  call: (request) => api.call({ ...request, headers: { 'X-Organization-Id': place } }),
});

async function hasPeople(there: Api): Promise<boolean> {
  return firstPage(there, '/people', { 'filter[status]': 1 }, 1).then(
    () => true,
    (error: unknown) => {
      if (isClosed(error)) return false;
      throw error;
    },
  );
}

/** The one active person with one of these addresses; null when there is none, or more than one, or nobody is shown. */
async function byEmail(there: Api, emails: readonly string[]): Promise<Account['person'] | null> {
  const found = new Map<string, Account['person']>();
  for (const email of emails) {
    const page = await allPages(there, '/people', { 'filter[email]': email, 'filter[status]': 1 }).catch(
      (error: unknown) => {
        if (isClosed(error)) return null;
        throw error;
      },
    );
    for (const one of page?.data ?? []) {
      const candidate = personOf(one, page!);
      // A filter that the server passes over gives everybody.
      if (candidate.email?.toLowerCase() === email.toLowerCase()) found.set(candidate.id, candidate);
    }
  }
  return found.size === 1 ? [...found.values()][0]! : null;
}

/** Understood, and not to be had. */
const isClosed = (error: unknown): boolean =>
  error instanceof ProviderFailure && (error.kind === 'refused' || error.kind === 'missing');

function personOf(resource: Resource, document: Document): Account['person'] {
  const told = attributesOf(person, resource, document);
  const name = [told.first_name, told.last_name].filter((part) => part).join(' ');
  return { id: resource.id, name: name || (told.name ?? told.email ?? ''), email: told.email };
}

/** What people call the ids, in the order they are asked for. */
export const ID_FIELDS = [
  { id: 'organizationId', label: said`Organisation`, isAccount: true },
  { id: 'personId', label: said`Your person id in ${NAME}`, isAccount: true },
] as const;
