import type { PromptAnswer, PromptShape } from '../../contract/prompt-operations.ts';
import type { Wordless } from '../../contract/prompt-words.ts';
import { promptWords } from '../../contract/prompt-words.ts';
import type { Prompt } from '../../review/prompt.ts';
import { formatInstant } from '../../values/instant.ts';
import type { Interval } from '../../values/interval.ts';
import { lengthMs } from '../../values/interval.ts';
import { minutesOfMs } from '../../values/minutes.ts';
import type { Person } from '../person.ts';
import { spanShapeOf } from '../shapes.ts';

/** A prompt as it leaves the program, with its words in English. @param gaps of its day, where it is about one. */
export function promptShapeOf(prompt: Prompt, person: Person, gaps = 0): PromptShape {
  const shape = wordless(prompt, person, gaps);
  return { ...shape, ...promptWords(shape, 'en') };
}

function wordless(prompt: Prompt, { today, zone }: Person, gaps: number): Wordless {
  const { key } = prompt;
  const since = formatInstant(prompt.since);
  const common = (to: string, ...answers: PromptAnswer[]) => ({ key, since, to, answers });
  switch (prompt.kind) {
    case 'end-of-day': {
      const { kind, date, minutes, target, unallocated } = prompt;
      return {
        ...common(`/today/${date}`, 'dismiss'),
        ...{ kind, date, minutes, target, unallocated, gaps, isToday: date === today },
      };
    }
    case 'week': {
      const { kind, week, open, minutes, target } = prompt;
      return { ...common(`/week/${week}`, 'dismiss'), kind, week, open: [...open], minutes, target };
    }
    case 'absences':
      return {
        ...common(cardOf(key), 'break', 'ticket', 'meeting'),
        ...{ kind: prompt.kind, zone, absences: prompt.absences.map(absenceShape) },
      };
    case 'meeting': {
      const { kind, ticket, title, endsAt, running } = prompt;
      return {
        ...common(cardOf(key), 'switch', 'dismiss'),
        ...{ kind, zone, ticket, meeting: title, endsAt: formatInstant(endsAt), running },
      };
    }
    case 'meeting-over': {
      const { kind, ticket, back } = prompt;
      const answers: PromptAnswer[] = back === null ? ['stop', 'dismiss'] : ['back', 'stop', 'dismiss'];
      return { ...common(cardOf(key), ...answers), kind, ticket, back };
    }
    case 'budget': {
      const { kind, project, name, month, percent, used, of } = prompt;
      const to = project === null ? '/customers' : `/customers?project=${encodeURIComponent(project)}`;
      return { ...common(to, 'dismiss'), kind, project, name, month, percent, used, of };
    }
    case 'monthly': {
      const { kind, month, folder, files, trouble } = prompt;
      const to = trouble === null ? '/reports' : '/settings?find=reports.monthly';
      return { ...common(to, 'dismiss'), kind, month, folder, files, trouble };
    }
    case 'trigger': {
      const { kind, move, ticket, running } = prompt;
      return {
        ...common(cardOf(key), move === 'start' ? 'switch' : 'stop', 'dismiss'),
        ...{ kind, move, ticket, running },
      };
    }
    case 'session': {
      const { kind, ticket, title, minutes, away } = prompt;
      const what = ticket === null || title === ticket ? title : `${ticket} ${title}`;
      return {
        ...common(cardOf(key), 'stop', 'dismiss'),
        ...{ kind, zone, what, minutes, away: away && spanShapeOf(away) },
      };
    }
  }
}

/** The card itself, over today's page. */
const cardOf = (key: string): string => `/today?prompt=${encodeURIComponent(key)}`;

const absenceShape = (absence: Interval & { readonly key: string }) => ({
  ...spanShapeOf(absence),
  key: absence.key,
  minutes: minutesOfMs(lengthMs(absence)),
});
