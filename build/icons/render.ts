// Draws every icon anew: `node build/icons/render.ts`. Needs a Chromium; set CHROMIUM to its path when Playwright has none.
// The results are kept in git, so nobody needs this to build.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { chromium } from 'playwright';
import type { Picture } from './containers.ts';
import { icnsFile, icoFile } from './containers.ts';
import { smallAppDrawing } from './app-drawing.ts';
import { TRAY_SIZES, TRAY_STATES, trayDrawing } from './tray-drawing.ts';

const HERE = import.meta.dirname;
const TRAY = join(HERE, 'tray');

const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const system = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({
  ...(existsSync(system) ? { executablePath: system } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  await drawApp(page);
  await drawTray(page);
} finally {
  await browser.close();
}

async function drawApp(page: Page): Promise<void> {
  const large = await readFile(join(HERE, 'app.svg'), 'utf8');
  const pictures: Picture[] = [];
  for (const size of APP_SIZES) {
    pictures.push({ size, png: await draw(page, smallAppDrawing(size) ?? large, size) });
  }
  // Linux packages take one file a size, named after it.
  for (const { size, png } of pictures) await writeFile(join(HERE, `${size}x${size}.png`), png);
  await writeFile(join(HERE, 'icon.ico'), icoFile(pictures.filter(({ size }) => size <= 256)));
  await writeFile(join(HERE, 'icon.icns'), icnsFile(pictures));
}

async function drawTray(page: Page): Promise<void> {
  await rm(TRAY, { recursive: true, force: true });
  await mkdir(TRAY, { recursive: true });
  for (const state of TRAY_STATES) {
    for (const notch of [false, true]) {
      for (const colour of ['black', 'white']) {
        for (const size of TRAY_SIZES) {
          const svg = trayDrawing(state, notch, size, colour);
          const name = `${state}${notch ? '-notch' : ''}-${colour}-${size}`;
          await writeFile(join(TRAY, `${name}.png`), await draw(page, svg, size));
          await writeFile(join(TRAY, `${name}@2x.png`), await draw(page, svg, size * 2));
        }
      }
    }
  }
}

/** The drawing as a PNG of `size` × `size` pixels with a transparent ground. */
async function draw(page: Page, svg: string, size: number): Promise<Buffer> {
  const address = await page.evaluate(
    async ({ source, side }) => {
      const image = new Image(side, side);
      image.src = `data:image/svg+xml;base64,${btoa(source)}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = side;
      canvas.height = side;
      canvas.getContext('2d')?.drawImage(image, 0, 0, side, side);
      return canvas.toDataURL('image/png');
    },
    { source: svg, side: size },
  );
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}
