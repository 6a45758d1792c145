/** A sentence of the host; what stands between back-ticks is something to type. */
export function Prose({ words }: { words: string }) {
  return words.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
