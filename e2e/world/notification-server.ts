// The desktop's notification server: hears what the app tells, and clicks it.
import dbus from 'dbus-next';
import { until } from './wait.ts';

const { Interface } = dbus.interface;

export interface HeardNotification {
  readonly id: number;
  readonly summary: string;
  readonly body: string;
}

class Server extends Interface {
  readonly heard: HeardNotification[] = [];
  private next = 1;
  constructor() {
    super('org.freedesktop.Notifications');
  }
  GetCapabilities(): string[] {
    return ['actions', 'body', 'persistence'];
  }
  GetServerInformation(): string[] {
    return ['stint-e2e', 'Stint', '1.0', '1.2'];
  }
  Notify(_app: string, replaces: number, _icon: string, summary: string, body: string): number {
    const id = replaces || this.next++;
    this.heard.push({ id, summary, body });
    return id;
  }
  CloseNotification(id: number): void {
    this.NotificationClosed(id, 3);
  }
  ActionInvoked(id: number, key: string): unknown[] {
    return [id, key];
  }
  NotificationClosed(id: number, reason: number): unknown[] {
    return [id, reason];
  }
}
Server.configureMembers({
  methods: {
    GetCapabilities: { outSignature: 'as' },
    GetServerInformation: { outSignature: 'ssss' },
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
    CloseNotification: { inSignature: 'u' },
  },
  signals: { ActionInvoked: { signature: 'us' }, NotificationClosed: { signature: 'uu' } },
});

export interface NotificationServer {
  readonly heard: readonly HeardNotification[];
  /** Waits for a notification with these words in its title. */
  next(words: string): Promise<HeardNotification>;
  /** A click on the notification itself. */
  click(notification: HeardNotification): void;
  close(): void;
}

export async function openNotificationServer(address: string): Promise<NotificationServer> {
  const bus = dbus.sessionBus({ busAddress: address });
  const server = new Server();
  bus.export('/org/freedesktop/Notifications', server);
  await bus.requestName('org.freedesktop.Notifications', 0);
  return {
    heard: server.heard,
    next: (words) =>
      until(`a notification with "${words}"`, () =>
        server.heard.find(({ summary }) => summary.includes(words)),
      ),
    click: ({ id }) => server.ActionInvoked(id, 'default'),
    close: () => bus.disconnect(),
  };
}
