import { isDeepStrictEqual } from 'node:util';
import { Menu, nativeTheme, Tray } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { trayImage } from './tray-icons.ts';
import type { MenuRow, TrayAction, TrayFace } from './tray-menu.ts';
import { trayFace, trayMenu } from './tray-menu.ts';
import type { TrayView } from './tray-view.ts';
import type { Language } from './tray-words.ts';

/** The icon in the panel. */
export interface StintTray {
  /** Shows a view. Icon, tooltip and menu are each touched only when they change. */
  show(view: TrayView, language: Language): void;
  destroy(): void;
}

/** Puts the icon into the panel. `onAction` hears every click; a plain click on the icon asks for today's page. */
export function openTray(
  first: TrayView,
  language: Language,
  onAction: (action: TrayAction) => void,
): StintTray {
  let face = trayFace(first, language);
  let rows: readonly MenuRow[] = trayMenu(first, language);
  const tray = new Tray(trayImage(face));
  tray.setToolTip(face.tooltip);
  tray.setContextMenu(menuOf(rows, onAction));
  // macOS opens the menu on a click by itself.
  if (process.platform !== 'darwin') tray.on('click', () => onAction({ do: 'open', to: '/today' }));

  const recolour = (): void => tray.setImage(trayImage(face));
  nativeTheme.on('updated', recolour);

  return {
    show(view, spoken) {
      const next: TrayFace = trayFace(view, spoken);
      if (next.icon !== face.icon || next.notch !== face.notch) tray.setImage(trayImage(next));
      if (next.tooltip !== face.tooltip) tray.setToolTip(next.tooltip);
      face = next;
      const nextRows = trayMenu(view, spoken);
      if (isDeepStrictEqual(nextRows, rows)) return;
      rows = nextRows;
      tray.setContextMenu(menuOf(rows, onAction));
    },
    destroy() {
      nativeTheme.off('updated', recolour);
      tray.destroy();
    },
  };
}

function menuOf(rows: readonly MenuRow[], onAction: (action: TrayAction) => void): Menu {
  const item = (row: MenuRow): MenuItemConstructorOptions => {
    if (row.kind === 'line') return { type: 'separator' };
    if (row.kind === 'text') return { label: literal(row.label), enabled: false };
    if (row.kind === 'submenu') return { label: literal(row.label), submenu: row.rows.map(item) };
    return { label: literal(row.label), click: () => onAction(row.action) };
  };
  return Menu.buildFromTemplate(rows.map(item));
}

/** A title may hold `&`, which menus read as "underline the next letter". */
const literal = (label: string): string => label.replaceAll('&', '&&');
