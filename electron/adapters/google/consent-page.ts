import type { IncomingMessage, ServerResponse } from 'node:http';

/** What became of a consent, as the browser shows it. */
export type ConsentEnd =
  | { readonly is: 'done' }
  | { readonly is: 'declined' }
  | { readonly is: 'strange' }
  | { readonly is: 'failed'; readonly message: string; readonly remedy: string };

interface Words {
  readonly title: string;
  readonly text: string;
}

const WORDS: Readonly<
  Record<'en' | 'de', Readonly<Record<Exclude<ConsentEnd['is'], 'failed'>, Words> & { failed: string }>>
> = {
  en: {
    done: {
      title: 'Your calendar is connected',
      text: 'Stint may read your calendars now, and nothing else. You can close this page.',
    },
    declined: {
      title: 'Nothing was connected',
      text: 'You did not allow it, so nothing was kept. You can close this page.',
    },
    strange: {
      title: 'This is not what Stint is waiting for',
      text: 'The answer does not belong to the page that Stint opened, so it was not used. Connect again from Stint.',
    },
    failed: 'That did not work',
  },
  de: {
    done: {
      title: 'Dein Kalender ist verbunden',
      text: 'Stint darf jetzt deine Kalender lesen, und sonst nichts. Du kannst diese Seite schließen.',
    },
    declined: {
      title: 'Nichts wurde verbunden',
      text: 'Du hast es nicht erlaubt, also wurde nichts behalten. Du kannst diese Seite schließen.',
    },
    strange: {
      title: 'Darauf wartet Stint nicht',
      text: 'Die Antwort gehört nicht zu der Seite, die Stint geöffnet hat, und wurde nicht benutzt. Verbinde noch einmal in Stint.',
    },
    failed: 'Das hat nicht geklappt',
  },
};

const STATUS: Readonly<Record<ConsentEnd['is'], number>> = {
  done: 200,
  declined: 200,
  strange: 400,
  failed: 502,
};

/** Shows a person in their browser what became of it. The page loads nothing, runs nothing, and is not kept. */
export function showConsentEnd(request: IncomingMessage, response: ServerResponse, end: ConsentEnd): void {
  const language = /^\s*de\b/i.test(request.headers['accept-language'] ?? '') ? 'de' : 'en';
  const words = WORDS[language];
  const { title, text } =
    end.is === 'failed' ? { title: words.failed, text: `${end.message} ${end.remedy}` } : words[end.is];
  response.writeHead(STATUS[end.is], {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(pageOf(language, title, text));
}

const pageOf = (language: string, title: string, text: string): string => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${safe(title)} – Stint</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto 0; padding: 0 1.5rem }
h1 { font-size: 1.5rem; line-height: 1.25 }
</style>
<h1>${safe(title)}</h1>
<p>${safe(text)}</p>
</html>
`;

const safe = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
