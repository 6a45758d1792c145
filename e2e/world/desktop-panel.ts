// The desktop's panel, as a tray app sees it: the watcher that icons register with, and the menu they offer over
// D-Bus (StatusNotifierItem, com.canonical.dbusmenu). Reads the real menu and clicks it.
import dbus from 'dbus-next';
import { until } from './wait.ts';

const { Interface, ACCESS_READ } = dbus.interface;
const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';

class Watcher extends Interface {
  readonly items: string[] = [];
  constructor() {
    super('org.kde.StatusNotifierWatcher');
  }
  RegisterStatusNotifierItem(service: string): void {
    this.items.push(service);
    this.StatusNotifierItemRegistered(service);
  }
  RegisterStatusNotifierHost(_service: string): void {
    // This panel is its own host.
  }
  get RegisteredStatusNotifierItems(): string[] {
    return this.items;
  }
  get IsStatusNotifierHostRegistered(): boolean {
    return true;
  }
  get ProtocolVersion(): number {
    return 0;
  }
  StatusNotifierItemRegistered(service: string): string {
    return service;
  }
}
Watcher.configureMembers({
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's' },
    RegisterStatusNotifierHost: { inSignature: 's' },
  },
  properties: {
    RegisteredStatusNotifierItems: { signature: 'as', access: ACCESS_READ },
    IsStatusNotifierHostRegistered: { signature: 'b', access: ACCESS_READ },
    ProtocolVersion: { signature: 'i', access: ACCESS_READ },
  },
  signals: { StatusNotifierItemRegistered: { signature: 's' } },
});

/** A picture as it goes over the bus: ARGB, a byte each. */
export interface Pixmap {
  readonly width: number;
  readonly height: number;
  readonly argb: Buffer;
}

/** A row as the person reads it; rows of a submenu stand below it, one level deeper. */
export interface PanelRow {
  readonly id: number;
  readonly depth: number;
  readonly label: string;
  readonly enabled: boolean;
}

/** Our icon in the panel. Everything is asked anew at each call. */
export interface PanelIcon {
  tooltip(): Promise<string>;
  picture(): Promise<Pixmap>;
  /** What is drawn inside the ring and at its top; see `readShape`. */
  shape(): Promise<string>;
  rows(): Promise<PanelRow[]>;
  /** Labels alone, separators as `--`. */
  labels(): Promise<string[]>;
  /** Revision of the menu's layout: grows when the menu is rebuilt. */
  revision(): Promise<number>;
  /** Clicks the first row with this label. @throws when there is none. */
  click(label: string): Promise<void>;
  /** A plain click on the icon itself. */
  activate(): Promise<void>;
}

export interface Panel {
  /** The icon that registered last; waits for the first one. */
  icon(): Promise<PanelIcon>;
  iconCount(): number;
  close(): void;
}

/** Puts a panel on the session bus. It must stand before the app starts. */
export async function openPanel(address: string): Promise<Panel> {
  const bus = dbus.sessionBus({ busAddress: address });
  const watcher = new Watcher();
  bus.export('/StatusNotifierWatcher', watcher);
  await bus.requestName('org.kde.StatusNotifierWatcher', 0);
  return {
    icon: async () => iconAt(bus, await until('the tray icon', () => watcher.items.at(-1))),
    iconCount: () => watcher.items.length,
    close: () => bus.disconnect(),
  };
}

type Call = (
  path: string,
  face: string,
  member: string,
  signature: string,
  body: unknown[],
) => Promise<unknown[]>;
type MenuNode = [id: number, properties: Record<string, dbus.Variant>, children: dbus.Variant<MenuNode>[]];

function iconAt(bus: dbus.MessageBus, registered: string): PanelIcon {
  const slash = registered.indexOf('/');
  const destination = slash > 0 ? registered.slice(0, slash) : registered;
  const path = slash > 0 ? registered.slice(slash) : '/StatusNotifierItem';
  // Electron's objects cannot be introspected: plain messages.
  const call: Call = async (at, face, member, signature, body) => {
    const message = new dbus.Message({ destination, path: at, interface: face, member, signature, body });
    return (await bus.call(message))?.body ?? [];
  };
  const property = async <T>(name: string): Promise<T> => {
    const [variant] = await call(path, 'org.freedesktop.DBus.Properties', 'Get', 'ss', [ITEM, name]);
    return (variant as dbus.Variant<T>).value;
  };
  const layout = async (): Promise<[revision: number, root: MenuNode, menu: string]> => {
    const menu = await property<string>('Menu');
    const [revision, root] = await call(menu, MENU, 'GetLayout', 'iias', [0, -1, []]);
    return [revision as number, root as MenuNode, menu];
  };
  const rows = async (): Promise<PanelRow[]> => flatten((await layout())[1]);
  const picture = async (): Promise<Pixmap> => {
    const [[width, height, argb]] = await property<[[number, number, Buffer]]>('IconPixmap');
    return { width, height, argb: Buffer.from(argb) };
  };
  return {
    tooltip: async () => (await property<[string, unknown, string, string]>('ToolTip'))[2],
    picture,
    shape: async () => readShape(await picture()),
    rows,
    labels: async () => (await rows()).map((row) => row.label),
    revision: async () => (await layout())[0],
    async click(label) {
      const [, root, menu] = await layout();
      const row = flatten(root).find((each) => each.label === label);
      if (row === undefined) throw new Error(`the tray menu has no "${label}"`);
      await call(menu, MENU, 'Event', 'isvu', [row.id, 'clicked', new dbus.Variant('s', ''), 0]);
    },
    activate: async () => void (await call(path, ITEM, 'Activate', 'ii', [0, 0])),
  };
}

function flatten([id, properties, children]: MenuNode, depth = -1): PanelRow[] {
  const value = (name: string): unknown => properties[name]?.value;
  const label = value('type') === 'separator' ? '--' : labelText(value('label')).replaceAll('__', '_');
  const below = children.flatMap((child) => flatten(child.value, depth + 1));
  return depth < 0 ? below : [{ id, depth, label, enabled: value('enabled') !== false }, ...below];
}

/**
 * Reads the shape a person sees: is the centre filled (`●`), are there two bars (`‖`) or nothing (`○`),
 * and `!` when the ring is open at the top.
 */
export function readShape({ width, height, argb }: Pixmap): string {
  const opaque = (x: number, y: number): boolean =>
    (argb[(Math.round(y) * width + Math.round(x)) * 4] ?? 0) > 127;
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  const row = Array.from({ length: Math.floor(width * 0.5) }, (_, i) => opaque(width * 0.25 + i, cy));
  const runs = row.filter((on, i) => on && !row[i - 1]).length;
  const inside = opaque(cx, cy) ? '●' : runs >= 2 ? '‖' : '○';
  const column = Array.from({ length: Math.floor(height / 4) }, (_, y) => opaque(cx, y));
  return column.some(Boolean) ? inside : `${inside}!`;
}

const labelText = (label: unknown): string => (typeof label === 'string' ? label : '');
