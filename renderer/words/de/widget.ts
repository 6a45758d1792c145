import type { widget as english } from '../en/widget.ts';
import type { SameKeys } from '../same-keys.ts';

export const widget: SameKeys<typeof english> = {
  widget: {
    region: 'Was läuft',
    close: 'Kleines Fenster schließen',
  },
};
