// The app's mark in small, drawn for each size on its own so that edges fall on whole pixels; app.svg is for the rest.

/** Corner, outer radius and width of the ring, radius of its centre: all in pixels of that size. */
const MEASURES: Readonly<
  Record<number, readonly [corner: number, radius: number, stroke: number, centre: number]>
> = {
  16: [4, 6, 2, 2],
  24: [6, 9, 3, 3],
  32: [7, 11, 3, 5],
  48: [11, 16, 5, 7],
};

/** The mark as SVG; null where the large drawing is fine enough. */
export function smallAppDrawing(size: number): string | null {
  const measures = MEASURES[size];
  if (measures === undefined) return null;
  const [corner, radius, stroke, centre] = measures;
  const middle = size / 2;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">` +
    `<rect width="${size}" height="${size}" rx="${corner}" fill="#4f5bd5"/>` +
    `<circle cx="${middle}" cy="${middle}" r="${radius - stroke / 2}" fill="none" stroke="#fff" stroke-width="${stroke}"/>` +
    `<circle cx="${middle}" cy="${middle}" r="${centre}" fill="#fff"/></svg>`
  );
}
