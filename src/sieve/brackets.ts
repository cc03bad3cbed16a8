/**
 * Whether brackets or quotes do not match, as in a file that was saved half-way. Cheaper than a parser by far, and on the
 * safe side: what nests quotes in new ways (PEP 701) may look broken, and is parsed to see. `bytes` are UTF-8.
 */
export function looksBroken(bytes: Uint8Array): boolean {
  const { length } = bytes;
  let depth = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] as number;
    const role = ROLES[byte] as number;
    if (role === PLAIN) continue;
    if (role === OPENS) {
      if (depth === DEEPEST) return true;
      open[depth++] = byte;
    } else if (role === CLOSES) {
      // `(` and `)` are neighbours; `[` and `]`, `{` and `}` have one between them.
      if (depth === 0 || byte - (open[--depth] as number) > 2 || byte < (open[depth] as number)) return true;
    } else if (role === COMMENT) {
      at = bytes.indexOf(NEWLINE, at);
      if (at < 0) break;
    } else {
      at = endOfString(bytes, at, byte);
      if (at < 0) return true;
    }
  }
  return depth > 0;
}

/** Where the string that begins with this quote ends; -1 when it does not. */
function endOfString(bytes: Uint8Array, start: number, quote: number): number {
  const { length } = bytes;
  const isLong = bytes[start + 1] === quote && bytes[start + 2] === quote;
  for (let at = isLong ? start + 3 : start + 1; at < length; at++) {
    const byte = bytes[at];
    if (byte === BACKSLASH) {
      at++;
      if (bytes[at] === RETURN && bytes[at + 1] === NEWLINE) at++;
    } else if (byte === quote) {
      if (!isLong) return at;
      if (bytes[at + 1] === quote && bytes[at + 2] === quote) return at + 2;
    } else if (!isLong && (byte === NEWLINE || byte === RETURN)) return -1;
  }
  return -1;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BACKSLASH = 0x5c;

const PLAIN = 0;
const OPENS = 1;
const CLOSES = 2;
const COMMENT = 3;
const QUOTE = 4;

const ROLES = new Uint8Array(256);
for (const [letters, role] of [
  ['([{', OPENS],
  [')]}', CLOSES],
  ['#', COMMENT],
  ['"\'', QUOTE],
] as const) {
  for (const letter of letters) ROLES[letter.charCodeAt(0)] = role;
}

const DEEPEST = 1_000;
const open = new Uint8Array(DEEPEST);
