// A program of its own: the headless host, that says what processor time it has used. Started by heartbeats.ts.
import { openHost } from '#electron/host/host.ts';

const home = process.argv[2];
if (!home || !process.send) throw new Error('started by heartbeats.ts: heartbeats-host.ts HOME');
const host = await openHost({ home, kind: 'headless', sensor: null });
const serving = await host.startServing({ port: 0 });
const key = host.world.ids.secret();
await host.world.settings.set('editor.wakatimeKey', key);
process.on('message', (message) => {
  if (message === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000 });
  } else if (message === 'end') void host.close().then(() => process.exit(0));
});
process.send({ url: serving.url(), key });
