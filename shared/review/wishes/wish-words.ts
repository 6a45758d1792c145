import { wordsOf } from '../../entries/quick-add-words.ts';

/** A sentence made ready for looking words up in it. */
export interface WishWords {
  /** As typed. */
  readonly typed: readonly string[];
  /** Lower case, without punctuation and apostrophes: `What’s` is `whats`. */
  readonly bare: readonly string[];
  /** The bare words between blanks, for finding phrases. */
  readonly row: string;
}

/** Cuts a sentence into words. What is longer than people say at once is cut off. */
export function wishWordsOf(text: string): WishWords {
  const { typed, bare } = wordsOf(text.slice(0, MOST_LETTERS));
  const kept = [...bare.keys()].filter((at) => bare[at] !== '').slice(0, MOST_WORDS);
  const words = kept.map((at) => bare[at]!.replaceAll(/['’`´]/g, ''));
  return { typed: kept.map((at) => typed[at]!), bare: words, row: ` ${words.join(' ')} ` };
}

const MOST_LETTERS = 2000;
const MOST_WORDS = 200;

/** Does the sentence have one of these words or phrases? `report*` stands for all that begins so. */
export function says(words: WishWords, phrases: readonly string[]): boolean {
  return phrases.some((phrase) =>
    phrase.endsWith('*')
      ? words.bare.some((word) => word.startsWith(phrase.slice(0, -1)))
      : words.row.includes(` ${phrase} `),
  );
}

/** Does it begin with one of them, after words of courtesy? */
export function begins(words: WishWords, phrases: readonly string[]): boolean {
  const polite = words.bare.findIndex((word) => !COURTESY.has(word));
  const row = ` ${words.bare.slice(Math.max(0, polite)).join(' ')} `;
  return phrases.some((phrase) => row.startsWith(` ${phrase} `));
}

export const list = (text: string): readonly string[] => text.split('|').map((phrase) => phrase.trim());

const COURTESY = new Set(
  'please pls hey hi hello stint ok okay now bitte hallo mal just kindly could can would you then and so also jetzt kannst du'.split(
    ' ',
  ),
);

/** Words that ask rather than tell to do. */
const ASKING = list(
  'what|whats|which|who|when|where|why|how|did|do i|have i|has|is|am i|are|was|were|wie|wann|wer|welche|welches|welcher|wo|warum|wieso|weshalb|woran|wofür|habe ich|hab ich|ist|bin ich|sind|läuft|wieviel',
);

/** Is it a question? Questions never change anything. */
export const isQuestion = (words: WishWords): boolean => begins(words, ASKING);

/** Words that turn a wish round. */
const NOT = list(
  'not|dont|do not|never|doesnt|didnt|wont|cant|cannot|without|nicht|nie|niemals|kein|keine|keinen|noch nicht|unsubmit|un-submit',
);

/** Is something meant not to be? `no ticket` is no such thing. */
export const isNegated = (words: WishWords): boolean => says(words, NOT);

/** Words that say nothing about what is wanted. */
const FILLER = new Set(
  (
    'a an the my mine our me i im ive id we us it its this that these those of for on in at to as by with and or is are was were be been am do did does done ' +
    'please pls hey hi hello stint ok okay now just so then also again all whole entire complete current now today ' +
    'could can would will should you your want wanna like need let lets get go up out over from until till since day days ' +
    'den die das der dem des ein eine einen einem einer mein meine meinen meinem meiner unser unsere ich mich mir du dich dir wir uns es ' +
    'von vom für fuer auf an am im in zu zum zur mit und oder ist sind war waren sein bin bitte mal jetzt nun dann auch noch ganz ganze ganzen gesamte ' +
    'hallo kannst könntest möchte will würde soll lass seit bis ab tag tage heute'
  ).split(' '),
);

/** Words of the sentence that are neither fillers nor among the known ones. */
export function strangers(
  words: WishWords,
  known: readonly string[],
  taken: ReadonlySet<number>,
): readonly string[] {
  const fine = new Set(known.flatMap((phrase) => phrase.replace('*', '').split(' ')));
  const beginnings = known.filter((phrase) => phrase.endsWith('*')).map((phrase) => phrase.slice(0, -1));
  return words.bare.filter(
    (word, at) =>
      !taken.has(at) &&
      !fine.has(word) &&
      !FILLER.has(word) &&
      !beginnings.some((start) => word.startsWith(start)),
  );
}

/** Words that only German has. */
const GERMAN = new Set(
  (
    'ich was wie woran habe hab heute gestern vorgestern woche zeig zeige zeit stunden mein meine meinen für und auf seit monat warum wieso läuft einreichen buche trage bitte der die das den ist sind viel wieviel lange gemacht gearbeitet stundenzettel starte stopp stoppe beende bestätige kosten übrig noch ' +
    'welche welches welcher wer wann wo mach mache mir bin war kein keine nicht feierabend fertig weiter mittagspause wechsle arbeite verwirf abbrechen abgeben abschicken bericht auslastung sitzungen gerade letzte letzten diese dieser dieses diesen hilfe'
  ).split(' '),
);
/** Of these some are English as well. */
const ENGLISH = new Set(
  (
    'what how show the my is did do i on for week today yesterday time hours much why start stop submit since last this month log left ' +
    'resume continue cancel undo redo help confirm book report running worked doing want sessions cost costs not no with and'
  ).split(' '),
);

/** The language it was said in; null: it could be either. */
export function languageOf({ bare }: WishWords): 'en' | 'de' | null {
  const german = bare.filter((word) => GERMAN.has(word) || /[äöüß]/.test(word)).length;
  const english = bare.filter((word) => ENGLISH.has(word)).length;
  return german === english ? null : german > english ? 'de' : 'en';
}
