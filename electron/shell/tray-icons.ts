import { join } from 'node:path';
import { nativeImage, nativeTheme } from 'electron';
import type { NativeImage } from 'electron';
import { programFolder } from '../host/program.ts';
import type { TrayFace } from './tray-menu.ts';

const cache = new Map<string, NativeImage>();

/** The picture for a face on this desktop: a template on macOS, else black or white as the panel needs it. */
export function trayImage(face: Pick<TrayFace, 'icon' | 'notch'>): NativeImage {
  const name = `${face.icon}${face.notch ? '-notch' : ''}-${panelIsDark() ? 'white' : 'black'}`;
  let image = cache.get(name);
  if (image === undefined) {
    image = load(name);
    cache.set(name, image);
  }
  return image;
}

function load(name: string): NativeImage {
  const file = (size: number): string =>
    join(programFolder(), 'build', 'icons', 'tray', `${name}-${size}.png`);
  // createFromPath takes the @2x file beside it along.
  const image = nativeImage.createFromPath(file(panelIconSize()));
  if (process.platform === 'win32') {
    // 150 % is common on Windows and blurs when it is scaled; 24 is drawn for itself.
    const large = nativeImage.createFromPath(file(24)).toPNG({ scaleFactor: 1 });
    image.addRepresentation({ scaleFactor: 1.5, buffer: large });
  }
  if (process.platform === 'darwin') image.setTemplateImage(true);
  return image;
}

/** Side of the icon in the panel's own pixels. */
function panelIconSize(): number {
  if (process.platform !== 'linux') return 16;
  return /\b(KDE|LXQt)\b/i.test(process.env['XDG_CURRENT_DESKTOP'] ?? '') ? 22 : 24;
}

function panelIsDark(): boolean {
  if (process.platform === 'darwin') return false; // a template: the system colours it
  // The bar of GNOME and its kin is dark whatever the theme of windows.
  if (
    process.platform === 'linux' &&
    /\b(GNOME|Unity|Pantheon)\b/i.test(process.env['XDG_CURRENT_DESKTOP'] ?? '')
  ) {
    return true;
  }
  // Newer than the oldest Electron we run on, so it is asked for first.
  if (process.platform === 'win32' && 'shouldUseDarkColorsForSystemIntegratedUI' in nativeTheme) {
    return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
  }
  return nativeTheme.shouldUseDarkColors;
}
