import type { WishWords } from './wish-words.ts';
import { languageOf } from './wish-words.ts';

/** What people say, in both languages; each is understood (a test says so). */
export const EXAMPLES: Readonly<Record<'en' | 'de', readonly string[]>> = {
  en: [
    'what did I work on today',
    'show my week',
    'how much time on TB-042',
    'log 2h on TB-042 for code review',
    'submit my timesheet',
    'I was in meetings all morning, no ticket',
    'what did I do since Monday',
    'what is running',
    'start TB-042 fix the socket',
    'stop the timer',
    'why TB-042 yesterday',
    'R&D report for January',
    'how much budget is left',
    'what is still open this week',
    'confirm yesterday',
    'what did the agents cost this month',
    'undo',
  ],
  de: [
    'was habe ich heute gemacht',
    'zeig meine Woche',
    'wie viel Zeit auf TB-042',
    'buche 2h auf TB-042 für Code-Review',
    'Stundenzettel einreichen',
    'ich war den ganzen Vormittag in Meetings, kein Ticket',
    'was habe ich seit Montag gemacht',
    'was läuft gerade',
    'starte TB-042 Socket reparieren',
    'stopp den Timer',
    'warum TB-042 gestern',
    'F&E-Bericht für Januar',
    'wie viel Budget ist noch übrig',
    'was ist diese Woche noch offen',
    'bestätige gestern',
    'was haben die Agenten diesen Monat gekostet',
    'rückgängig',
  ],
};

const SHOWN = 5;

/** What could be said instead: what has most words in common with what was said, else the usual. */
export function suggestionsFor(words: WishWords): readonly string[] {
  const examples = EXAMPLES[languageOf(words) ?? 'en'];
  const said = words.bare.filter((word) => word.length > 2);
  const alike = (example: string): number => {
    const others = example.toLowerCase().split(/\s+/);
    return said.filter((word) => others.some((other) => other.startsWith(word.slice(0, 4)))).length;
  };
  return examples
    .map((example, at) => ({ example, at, score: alike(example) }))
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, SHOWN)
    .map(({ example }) => example);
}
