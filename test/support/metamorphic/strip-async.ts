import type { Edit } from './rewriting.ts';
import type { Source } from './source.ts';

/** `async def`, `async for` and `async with` without `async`, and what is awaited without `await`. */
export function stripAsync({ text, nodes }: Source): Edit[] {
  const words = nodes.filter(({ named, type }) => !named && (type === 'async' || type === 'await'));
  return words.map(({ start, end }) => {
    const blanks = /^[ \t]*/.exec(text.slice(end))![0].length;
    return { start, end: end + blanks, text: '' };
  });
}
