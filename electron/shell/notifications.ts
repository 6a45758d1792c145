import { join } from 'node:path';
import { Notification } from 'electron';
import { programFolder } from '../host/program.ts';

export interface Notice {
  readonly title: string;
  readonly body: string;
  /** The page a click leads to. Buttons are ignored on Linux, so the notice itself must lead there. */
  readonly to: string;
}

/** What Stint says by itself: a new one takes the place of the one before, so that there is never a pile. */
let reminder: Notification | null = null;

/** Kept until they are closed: a notification that is collected as garbage never reports its click. */
const shown = new Set<Notification>();

/** Tells the person something through the desktop; nothing happens where the desktop has no notifications. */
export function notify(notice: Notice, open: (to: string) => void): void {
  show(notice, open);
}

/** Reminds the person of something; what they were reminded of before goes. */
export function remindOf(notice: Notice, open: (to: string) => void): void {
  reminder?.close();
  reminder = show(notice, open);
}

function show(notice: Notice, open: (to: string) => void): Notification | null {
  if (!Notification.isSupported()) return null;
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
  return notification;
}
