/** No field of interest is longer; what is over is dropped, so a subject of 100 MB costs nothing. */
const FIELD_LIMIT = 16_384;

/**
 * Cuts a stream of bytes into NUL-ended fields and gives them in groups. Bytes that are no UTF-8 become U+FFFD.
 * Each field is a string of its own: it does not keep the piece of output alive that it came in.
 */
export function fieldSplitter(
  perRecord: number,
  onRecord: (fields: readonly string[]) => void,
): (chunk: Buffer) => void {
  let fields: string[] = [];
  let begun: Buffer[] = [];
  let begunLength = 0;
  const end = (last: Buffer): void => {
    const bytes = begun.length === 0 ? last : Buffer.concat([...begun, last]);
    fields.push(bytes.toString('utf8', 0, Math.min(bytes.length, FIELD_LIMIT)));
    begun = [];
    begunLength = 0;
    if (fields.length === perRecord) {
      onRecord(fields);
      fields = [];
    }
  };
  return (chunk) => {
    let from = 0;
    for (let nul = chunk.indexOf(0); nul >= 0; nul = chunk.indexOf(0, from)) {
      end(chunk.subarray(from, nul));
      from = nul + 1;
    }
    if (from < chunk.length && begunLength < FIELD_LIMIT) {
      const rest = Buffer.from(chunk.subarray(from, from + FIELD_LIMIT));
      begun.push(rest);
      begunLength += rest.length;
    }
  };
}
