import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import type { Properties, Property } from './properties.ts';

/**
 * What the person answered: their own part in the guest list. Their own events, those without guests, and those whose guest
 * list does not name them (they came by a mailing list) count as accepted.
 * @param own the person's addresses, in lower case.
 */
export function answerOf(
  event: Properties,
  hasGuests: boolean,
  own: ReadonlySet<string>,
): CalendarEvent['response'] {
  const organised = event.all('organizer').some((one) => isOwn(one, own));
  const self = event.all('attendee').find((one) => isOwn(one, own));
  const shownAs = event.text('x-microsoft-cdo-busystatus').toUpperCase();
  // A published Outlook calendar has no guests; it only says how the time is shown.
  const unsaid = shownAs === 'TENTATIVE' ? 'tentative' : 'accepted';
  if (!self) return organised && hasGuests ? 'accepted' : unsaid;
  switch (self.parameters['partstat']?.toUpperCase()) {
    case 'ACCEPTED':
    case 'COMPLETED':
    case 'IN-PROCESS':
      return 'accepted';
    case 'DECLINED':
    case 'DELEGATED':
      return 'declined';
    case 'TENTATIVE':
      return 'tentative';
    default:
      return organised ? 'accepted' : 'needsAction';
  }
}

/** Compared without case; the address stands in the value, or where the value is a path or a number, in `EMAIL`. */
function isOwn({ values, parameters }: Property, own: ReadonlySet<string>): boolean {
  const written = [String(values[0]), parameters['email'] ?? ''];
  return written.some((text) => own.has(addressOf(text)));
}

/** `max@example.com` of `MAILTO:Max@Example.com`. */
export const addressOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .trim();
