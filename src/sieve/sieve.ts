import { looksBroken } from './brackets.ts';
import { ROOT_FORMS, ROOT_NAMES, ROOT_PACKAGES } from './roots.ts';

/**
 * Whether a file has anything to report by itself: code for an event loop, something that the loop calls, a comment of
 * nostall's own, or text that cannot be Python. What else there is speaks only through those that call it, and is read
 * when they do. `bytes` are UTF-8.
 */
export function isWorthParsing(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return WORDS.test(text) || looksBroken(bytes);
}

/** Part of a word is enough for `nostall`, as in comments of a linter by a longer name; for all others it would be too much. */
const WORDS = new RegExp(
  [
    String.raw`\b(?:async(?:io)?|${[...ROOT_NAMES, ...ROOT_PACKAGES].join('|')})\b`,
    ...ROOT_FORMS,
    'nostall',
    '^(?:<<<<<<<|>>>>>>>) ',
  ].join('|'),
  'm',
);
