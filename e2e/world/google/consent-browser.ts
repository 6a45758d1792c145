// A browser as a person uses it on a consent page: reads the page, presses a button, goes where it is sent.

export interface Shown {
  readonly status: number;
  readonly text: string;
  /** Where it came to in the end. */
  readonly address: string;
}

export interface Press {
  /** The account to say yes with; left out: the person says no, where the page has a way to. */
  readonly as?: string;
  /** Changes what the form holds, as a person who takes a tick out, or as somebody who means ill. */
  readonly change?: Readonly<Record<string, string>>;
  readonly language?: string;
}

/** Opens a consent page, answers it, and shows what our own page says in the end. @throws Error when there is no such button. */
export async function answerConsent(
  address: string,
  { as, change = {}, language = 'en-GB' }: Press,
): Promise<Shown> {
  const page = await fetch(address);
  const text = await page.text();
  if (!page.ok) throw new Error(`the consent page says ${page.status}: ${text}`);
  const form = formsOf(text).find(({ fields }) =>
    as === undefined ? fields['answer'] === 'no' : fields['email'] === as,
  );
  if (!form) throw new Error(`no button for ${as ?? 'no'} on the consent page`);
  const pressed = await fetch(new URL(form.action, address), {
    method: 'POST',
    body: new URLSearchParams({ ...form.fields, ...change }),
    redirect: 'manual',
  });
  return open(pressed.headers.get('location') ?? '', language);
}

/** Opens an address as a browser does, and shows it. */
export async function open(address: string, language = 'en-GB'): Promise<Shown> {
  const shown = await fetch(address, { headers: { 'accept-language': language } });
  return { status: shown.status, text: await shown.text(), address };
}

function formsOf(page: string): { action: string; fields: Record<string, string> }[] {
  return [...page.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(
    ([, action = '', inner = '']) => ({
      action: plain(action),
      fields: Object.fromEntries(
        [...inner.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          plain(value),
        ]),
      ),
    }),
  );
}

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
