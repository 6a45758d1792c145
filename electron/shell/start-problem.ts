import { app, dialog } from 'electron';
import { EXIT_CODES, problemJson } from '#shared/values/problem.ts';
import { hostWordsIn } from './host-words.ts';
import { languageOf, wordsIn } from './tray-words.ts';

/** Says why there is no desktop app here, and what serves instead. */
export function refuseWithoutDisplay(): void {
  process.stderr.write(
    'Stint found no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so it cannot show a tray or a window. ' +
      'Run `stint serve` and open the window in a browser.\n',
  );
  process.exit(1);
}

/** Tells a person why Stint could not start, on the terminal and on the screen, and ends with the exit code of design §4. */
export async function refuseStart(error: unknown): Promise<void> {
  const { code, message, remedy } = problemJson(error);
  process.stderr.write(`${message}\n${remedy}\n`);
  try {
    await app.whenReady();
    // The settings may be what does not open: the language of the system is all there is to go by.
    const language = languageOf('system', app.getLocale());
    const tell = await hostWordsIn(language);
    // The one that waits: the other now and then never hears that its message was closed where no window is open.
    dialog.showMessageBoxSync({
      type: 'error',
      title: 'Stint',
      message: tell(message),
      detail: tell(remedy),
      buttons: [wordsIn(language).quit],
      noLink: true,
    });
  } finally {
    app.exit(EXIT_CODES[code]);
  }
}
