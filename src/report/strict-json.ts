import { wellFormed } from './words.ts';

/** Readers in Go and Ruby refuse half of a surrogate pair, which `JSON.stringify` writes as an escape. */
export function strictJson(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? wellFormed(part) : part), 2);
  return `${text}\n`;
}
