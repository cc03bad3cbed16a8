/** What is wrong with a text that ought to be JSON: names line and column. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

/** Throws JsonError, which quotes nothing of the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { offset, isEnd } = faultIn(text);
    const before = text.slice(0, offset).split('\n');
    const place = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
    throw new JsonError(`not valid JSON: ${isEnd ? 'it ends too early, at' : 'the fault is at'} ${place}`);
  }
}

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a string must not hold them
  /([[\]{},:])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const BLANKS = /[\t\n\r ]*/y;

/** What may come next. */
type Expected = 'value' | 'item or ]' | 'key or }' | 'key' | ':' | 'next' | 'nothing';

/** The first token that no JSON could have there; engines disagree on how they tell of it. */
function faultIn(text: string): { readonly offset: number; readonly isEnd: boolean } {
  const open: string[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    BLANKS.lastIndex = offset;
    BLANKS.exec(text);
    offset = BLANKS.lastIndex;
    TOKEN.lastIndex = offset;
    const token = TOKEN.exec(text);
    const next: Expected | null = token === null ? null : after(expected, token, open);
    if (next === null) return { offset, isEnd: offset === text.length };
    expected = next;
    offset = TOKEN.lastIndex;
  }
}

/** Null when the token has no place there. `open` are the brackets around. */
function after(expected: Expected, [whole, mark, string]: RegExpExecArray, open: string[]): Expected | null {
  const outer = (): Expected => (open.length === 0 ? 'nothing' : 'next');
  const isClosing = mark === (open.at(-1) === '{' ? '}' : ']') && open.length > 0;
  if (isClosing && ['item or ]', 'key or }', 'next'].includes(expected)) {
    open.pop();
    return outer();
  }
  if (expected === 'next') return mark === ',' ? (open.at(-1) === '{' ? 'key' : 'value') : null;
  if (expected === 'key' || expected === 'key or }') return string === undefined ? null : ':';
  if (expected === ':') return mark === ':' ? 'value' : null;
  if (expected === 'nothing') return null;
  if (mark === undefined) return string !== undefined || /^[-\dtfn]/.test(whole) ? outer() : null;
  if (mark !== '[' && mark !== '{') return null;
  open.push(mark);
  return mark === '[' ? 'item or ]' : 'key or }';
}
