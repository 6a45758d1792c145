// The tray's mark as SVG, drawn for each size on its own so that edges fall on whole pixels (look "Tray").

export const TRAY_STATES = ['idle', 'running', 'paused'] as const;
export const TRAY_SIZES = [16, 22, 24, 32] as const;
export type TrayState = (typeof TRAY_STATES)[number];
export type TraySize = (typeof TRAY_SIZES)[number];

interface Measures {
  /** Outer radius and width of the ring. */
  readonly radius: number;
  readonly stroke: number;
  /** Radius of the filled centre: it runs. */
  readonly centre: number;
  /** Width, height and distance of the two bars: it pauses. */
  readonly bar: readonly [width: number, height: number, apart: number];
  /** Width of the opening at the top: something waits. */
  readonly notch: number;
}

/** All lengths in pixels of that size. */
const MEASURES: Readonly<Record<TraySize, Measures>> = {
  16: { radius: 7, stroke: 2, centre: 3, bar: [2, 6, 2], notch: 6 },
  22: { radius: 9, stroke: 2, centre: 4, bar: [2, 8, 2], notch: 6 },
  24: { radius: 10, stroke: 2, centre: 5, bar: [3, 10, 2], notch: 8 },
  32: { radius: 14, stroke: 3, centre: 7, bar: [3, 12, 4], notch: 10 },
};

/** One tray icon. `colour` is any SVG colour; the ground is transparent. */
export function trayDrawing(state: TrayState, notch: boolean, size: TraySize, colour: string): string {
  const { radius, stroke, centre, bar, notch: opening } = MEASURES[size];
  const middle = size / 2;
  const parts = [ring(middle, radius, stroke, notch ? opening : 0)];
  if (state === 'running') parts.push(`<circle cx="${middle}" cy="${middle}" r="${centre}"/>`);
  if (state === 'paused') {
    const [width, height, apart] = bar;
    parts.push(rect(middle - apart / 2 - width, middle - height / 2, width, height));
    parts.push(rect(middle + apart / 2, middle - height / 2, width, height));
  }
  const view = `viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${view} fill="${colour}">${parts.join('')}</svg>`;
}

/** A closed ring, or one that is open at the top for `opening` pixels. */
function ring(middle: number, radius: number, stroke: number, opening: number): string {
  const outer = radius;
  const inner = radius - stroke;
  if (opening === 0) {
    return `<path fill-rule="evenodd" d="${circle(middle, outer)}${circle(middle, inner)}"/>`;
  }
  const half = opening / 2;
  const at = (r: number) => middle - Math.sqrt(r * r - half * half);
  const right = middle + half;
  const left = middle - half;
  const path =
    `M${right} ${at(outer)}A${outer} ${outer} 0 1 1 ${left} ${at(outer)}` +
    `L${left} ${at(inner)}A${inner} ${inner} 0 1 0 ${right} ${at(inner)}Z`;
  return `<path d="${path}"/>`;
}

const circle = (middle: number, r: number): string =>
  `M${middle - r} ${middle}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

const rect = (x: number, y: number, width: number, height: number): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`;
