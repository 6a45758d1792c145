import { useHostWords } from '../hooks/host-words.ts';

/** A sentence of the host, in the language of the window; what stands between back-ticks is something to type. */
export function Prose({ words }: { words: string }) {
  return useHostWords()(words)
    .split('`')
    .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
