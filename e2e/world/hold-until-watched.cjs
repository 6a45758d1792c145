// Loaded into the app before its own code (`electron -r`). Playwright looks at windows from the moment it is connected;
// a window that opens while it is connecting is sometimes never told of, and the launch waits for it in vain. Playwright
// holds an app back by itself only where it finds the Electron of the package; this does the same for any.
const { app } = require('electron');

const ready = app.whenReady();
let letGo;
const watched = new Promise((resolve) => {
  letGo = resolve;
});
app.whenReady = () => watched.then(() => ready);
/** Called by Playwright once it watches; the name is Playwright's. */
globalThis.__playwright_run = () => letGo();
