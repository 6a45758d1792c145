import { join } from 'node:path';
import { Notification } from 'electron';
import { programFolder } from '../host/program.ts';

export interface Notice {
  readonly title: string;
  readonly body: string;
  /** The page a click leads to. Buttons are ignored on Linux, so the notice itself must lead there. */
  readonly to: string;
}

/** Kept until they are closed: a notification that is collected as garbage never reports its click. */
const shown = new Set<Notification>();

/** Tells the person something through the desktop; nothing happens where the desktop has no notifications. */
export function notify(notice: Notice, open: (to: string) => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({
    title: notice.title,
    body: notice.body,
    ...(process.platform === 'linux' ? { icon: join(programFolder(), 'build', 'icons', '64x64.png') } : {}),
  });
  const forget = (): void => void shown.delete(notification);
  notification.on('click', () => {
    forget();
    open(notice.to);
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  shown.add(notification);
  notification.show();
}
