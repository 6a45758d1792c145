import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../world/browser.ts';
import { serve, type HeadlessHost } from '../world/headless-host.ts';
import { fillHouse, TICKETS } from './full-house.ts';
import { asLimit, median, ms, type Measure } from './measure.ts';

/** A frame at 60 a second. */
const FRAME_MS = 1000 / 60;
const MOST_TYPING_MS = 16;
const MOST_SHIPPED = 350 * 1024;
/** Of the frames of a drag, in percent: one that came late is seen as a stutter. */
const MOST_LATE = 5;
/** What the window asks again once it listens to the host is over by then. */
const SETTLE_MS = 3000;
/** Sixteen letters a second: faster than the fastest typists, and no letter waits for the frame of the one before. */
const TYPING_PACE_MS = 60;
const TYPING_ROUNDS = 5;
/** Typed into the picker of tickets, and taken back: ids, words of titles, letters in a hurry. */
const TYPED = ['archive', 'tb29', 'mend the sock', 'SHOP-14', 'xport', 'login 7'] as const;

/** The window in a browser, on a week of 400 entries with thousands of tickets: typing, dragging, what is shipped. */
export async function measureWindowInUse(): Promise<Measure[]> {
  const home = mkdtempSync(join(tmpdir(), 'stint-bench-use-'));
  await fillHouse(home);
  const host = await serve(home);
  try {
    const shipped = await withPage(host, [], (_page, read) => Promise.resolve(read()));
    // Without a display's beat to wait for, what is measured is the work alone.
    const typing = await withPage(host, ['--disable-frame-rate-limit', '--disable-gpu-vsync'], typeTickets);
    const late = await withPage(host, [], dragEntry);
    return [
      asLimit(
        'JavaScript of the first page, gzip',
        shipped,
        MOST_SHIPPED,
        (bytes) => `${Math.round(bytes / 1024)} kB`,
      ),
      {
        ...asLimit(
          `a letter typed to paint, ${TICKETS} tickets, 95th percentile`,
          typing.picker,
          MOST_TYPING_MS,
          ms,
        ),
        against: `${ms(typing.bare)} (a field that does nothing)`,
      },
      asLimit(
        'frames that come late while an entry is dragged',
        late,
        MOST_LATE,
        (share) => `${share.toFixed(1)} %`,
      ),
    ];
  } finally {
    await host.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Opens today and hands it on, with what was read of JavaScript until then, compressed. */
async function withPage<T>(
  host: HeadlessHost,
  switches: readonly string[],
  work: (page: Page, shipped: () => number) => Promise<T>,
): Promise<T> {
  const browser = await launchBrowser(switches);
  if (browser === null) throw new Error('There is no Chrome or Chromium to measure in.');
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname))
        scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(`${host.url}/?token=${host.token}`);
    await page.locator('[data-row]').nth(20).waitFor();
    const shipped = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
    await pause(SETTLE_MS);
    return await work(page, () => shipped);
  } finally {
    await browser.close();
  }
}

/**
 * Types into the picker of the first row and, in turns, into a field of the same page that does nothing: what a frame of
 * the page takes on this machine. @returns the 95th percentiles from the key to what it made of the page, ms.
 */
async function typeTickets(page: Page): Promise<{ readonly picker: number; readonly bare: number }> {
  await listenToKeys(page);
  const [picker, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < TYPING_ROUNDS; round += 1) {
    await page.evaluate(() => {
      const field = Object.assign(document.createElement('input'), { id: 'bare' });
      field.style.cssText = 'position: fixed; inset: 200px auto auto 300px; z-index: 1000';
      document.body.append(field);
      field.focus();
    });
    bare.push(await typeAll(page));
    await page.evaluate(() => document.querySelector('#bare')?.remove());
    await page.locator('.ticket-pick').first().click();
    await page.locator('.ticket-search').waitFor();
    await page.getByRole('option').nth(10).waitFor();
    picker.push(await typeAll(page));
    await page.keyboard.press('Escape');
    await page.locator('.ticket-search').waitFor({ state: 'detached' });
  }
  return { picker: median(picker), bare: median(bare) };
}

/** Keeps in the page how long each key took, until the frame it made was done. */
async function listenToKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = window as unknown as { took: number[] };
    kept.took = [];
    const { port1, port2 } = new MessageChannel();
    const waiting: number[] = [];
    // A message that is sent while a frame is made arrives when it is done.
    port1.onmessage = () => kept.took.push(performance.now() - (waiting.shift() ?? 0));
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        waiting.push(timeStamp);
        requestAnimationFrame(() => port2.postMessage(null));
      },
      { capture: true },
    );
  });
}

async function typeAll(page: Page): Promise<number> {
  await page.evaluate(() => void ((window as unknown as { took: number[] }).took = []));
  const type = async (key: string): Promise<void> => {
    await page.keyboard.press(key);
    await pause(TYPING_PACE_MS);
  };
  for (const words of TYPED) {
    for (const letter of words) await type(letter === ' ' ? 'Space' : letter);
    for (const _ of words) await type('Backspace');
  }
  const took = await page.evaluate(() => (window as unknown as { took: number[] }).took);
  if (took.length < 60) throw new Error(`only ${took.length} keys were seen`);
  return took.toSorted((a, b) => a - b)[Math.ceil(took.length * 0.95) - 1] ?? 0;
}

/** Drags an entry along the day. @returns the share of frames that were not there in time, in percent. */
async function dragEntry(page: Page): Promise<number> {
  const block = page.locator('.entry-block').first();
  await block.scrollIntoViewIfNeeded();
  const box = await block.boundingBox();
  if (box === null) throw new Error('there is no entry to drag');
  await page.evaluate(() => {
    const kept = window as unknown as { frames: number[] };
    kept.frames = [];
    const next = (at: number): void => {
      kept.frames.push(at);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 180; step += 1) await page.mouse.move(x, y + 120 * Math.sin(step / 20));
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames.splice(0));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  const beats = frames.slice(1).map((at, index) => Math.max(1, Math.round((at - frames[index]!) / FRAME_MS)));
  const all = beats.reduce((sum, beat) => sum + beat, 0);
  return ((all - beats.length) / all) * 100;
}
