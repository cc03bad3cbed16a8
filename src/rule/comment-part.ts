import type { TextEdit } from '../rule.ts';

/** Where what is meant for nostall begins; src/python/index/suppressions.ts reads it there. */
const OWN = /(?:^|\s)(?=#\s*nostall\s*:)/;
/** Another comment behind ours: `# noqa`, `# pragma: no cover`, but not the `#12` of a reason. */
const NEXT = /\s(?=#\s*[a-z])/gi;

/**
 * Takes the part that is nostall's out of the comment between two offsets: with the blanks before it when it is the last
 * one, with the whole line when nothing else stands there.
 */
export function withoutOwnPart(text: string, start: number, end: number): TextEdit | null {
  const part = ownPart(text, start, end);
  if (part === null) return null;
  if (part.next !== null) return { start: part.start, end: part.next, text: '' };
  let first = part.start;
  while (isBlank(text[first - 1])) first--;
  let last = end;
  while (isBlank(text[last])) last++;
  const isAlone = first === 0 || isLineEnd(text[first - 1]);
  if (isAlone && text[last] === '\r') last++;
  if (isAlone && text[last] === '\n') last++;
  return { start: first, end: last, text: '' };
}

/** Takes one rule out of the brackets; the whole part when they name no other. */
export function withoutRule(text: string, start: number, end: number, rule: string): TextEdit | null {
  const part = ownPart(text, start, end);
  if (part === null) return null;
  const open = text.indexOf('[', part.start);
  const close = text.indexOf(']', open);
  if (open < 0 || close < 0 || close >= end) return null;
  const ids = [...text.slice(open + 1, close).matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => {
    const first = open + 1 + index;
    return { id, first, last: first + id.length };
  });
  const at = ids.findIndex(({ id }) => id === rule);
  const found = ids[at];
  if (!found) return null;
  if (ids.every(({ id }) => id === rule)) return withoutOwnPart(text, start, end);
  const [before, after] = [ids[at - 1], ids[at + 1]];
  if (before) return { start: before.last, end: found.last, text: '' };
  return { start: found.first, end: after?.first ?? found.last, text: '' };
}

/** `next` is where another tool's comment begins behind it. */
function ownPart(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly next: number | null } | null {
  const comment = text.slice(start, end);
  const own = OWN.exec(comment);
  if (!own) return null;
  const first = own.index + own[0].length;
  NEXT.lastIndex = first;
  const next = NEXT.exec(comment);
  return { start: start + first, next: next === null ? null : start + next.index + 1 };
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\f';
}

function isLineEnd(char: string | undefined): boolean {
  return char === '\n' || char === '\r';
}
