import { expect, test } from '../../world/story.ts';
import { until } from '../../world/wait.ts';

test('a second start brings the first to the front and ends', async ({ desk, tray }) => {
  tray();
  await desk.panel.icon();
  expect(await desk.display.titles()).not.toContain('Stint');
  const second = tray([]);
  expect(await second.ended()).toBe(0);
  await until('the window of the first', async () => (await desk.display.titles()).includes('Stint'));
  expect(desk.panel.iconCount()).toBe(1);
});

test('a second hidden start (login item) opens nothing', async ({ desk, tray, stint }) => {
  tray();
  const icon = await desk.panel.icon();
  expect(await tray(['--hidden']).ended()).toBe(0);
  await icon.click('Quit');
  expect(await desk.display.titles()).not.toContain('Stint');
  expect(await stint.json('status')).toMatchObject({ running: null });
});

test('where `stint serve` holds the data, the app says so and changes nothing', async ({
  desk,
  home,
  tray,
  stint,
}) => {
  const server = await startServer(home);
  const app = tray();
  await until('the message', async () => (await desk.display.titles()).includes('Stint'));
  expect(app.output()).toContain('stint serve');
  // A key that comes before the message is drawn goes nowhere.
  await until('the app to end', async () => {
    if (app.child.exitCode !== null) return true;
    await desk.display.pressIn('Stint', 'Return');
    return false;
  });
  expect(await app.ended()).toBe(4);
  expect(await stint.json('status')).toMatchObject({ running: null });
  await server.end();
});

async function startServer(home: string) {
  const { startCompanion } = await import('../../world/processes.ts');
  const { PROJECT } = await import('../../world/app.ts');
  return startCompanion(process.execPath, [
    `${PROJECT}/build/bin/command.cjs`,
    'serve',
    '--port',
    '0',
    '--home',
    home,
  ]);
}
