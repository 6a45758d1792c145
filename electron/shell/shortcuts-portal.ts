import { app } from 'electron';

/**
 * Lets Chromium ask the desktop's portal for global shortcuts, which is the only way on Wayland. Said before the app
 * is ready; where there is no portal it changes nothing.
 */
export function allowShortcutsPortal(platform: NodeJS.Platform): void {
  if (platform !== 'linux') return;
  const others = app.commandLine.getSwitchValue('enable-features');
  app.commandLine.appendSwitch(
    'enable-features',
    [others, 'GlobalShortcutsPortal'].filter(Boolean).join(','),
  );
}
