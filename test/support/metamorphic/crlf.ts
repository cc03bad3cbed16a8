import type { Edit } from './rewriting.ts';
import type { Source } from './source.ts';

export function crlf({ text }: Source): Edit[] {
  return [...text.matchAll(/(?<!\r)\n/g)].map(({ index }) => ({ start: index, end: index + 1, text: '\r\n' }));
}
