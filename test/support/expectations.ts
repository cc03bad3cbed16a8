import { LEVELS, type Level } from '../../src/types.ts';

export interface CommentLine {
  readonly line: number;
  /** From the `#` on. */
  readonly text: string;
  /** Whether nothing else stands on the line. */
  readonly alone: boolean;
}

/** `missing`: a missed alarm, must not fire yet; `spurious`: a false alarm, must fire still. */
export type Gap = 'missing' | 'spurious';

export interface Expectation {
  readonly line: number;
  readonly rule: string;
  readonly column: number | null;
  readonly level: Level | null;
  /** Part of what the finding says. */
  readonly text: string | null;
  readonly gap: Gap | null;
}

export interface Expectations {
  readonly expected: readonly Expectation[];
  readonly okLines: readonly number[];
  readonly faults: readonly Fault[];
}

export interface Fault {
  readonly line: number;
  readonly message: string;
}

/** `codeLines`: lines on which code begins, ascending. A comment that is almost a directive is a fault, never prose. */
export function readExpectations(
  comments: readonly CommentLine[],
  codeLines: readonly number[],
  ruleIds: ReadonlySet<string>,
): Expectations {
  const expected: Expectation[] = [];
  const okLines: number[] = [];
  const faults: Fault[] = [];
  for (const comment of comments) {
    try {
      if (/^#\s*ok\b/.test(comment.text)) {
        okLines.push(okLine(comment));
        continue;
      }
      const directive = directiveOf(comment);
      if (directive === null) continue;
      const line = directive.alone ? codeLines.find((candidate) => candidate > comment.line) : comment.line;
      if (line === undefined) throw new Error('no code below this expectation');
      expected.push(...parseExpect(directive.text, ruleIds).map((one) => ({ line, ...one })));
    } catch (error) {
      faults.push({ line: comment.line, message: (error as Error).message });
    }
  }
  for (const line of okLines) {
    if (expected.some((one) => one.line === line)) {
      faults.push({ line, message: 'the line is said to be silent and has an expectation' });
    }
  }
  return { expected, okLines, faults };
}

function okLine({ line, text, alone }: CommentLine): number {
  if (alone) throw new Error('"# ok:" stands at the end of the line that it speaks of');
  if (!/^#\s*ok:\s*\S/.test(text)) throw new Error('write "# ok: reason"');
  return line;
}

/** An expectation may follow another comment (`# noqa  # expect: ...`) and then speaks of that comment's own line. */
function directiveOf({ text, alone }: CommentLine): { text: string; alone: boolean } | null {
  if (/^#\s*expect/.test(text)) return { text, alone };
  const inside = text.search(/#\s*expect(?=[:(])/);
  return inside < 0 ? null : { text: text.slice(inside), alone: false };
}

type Unplaced = Omit<Expectation, 'line'>;

function parseExpect(text: string, ruleIds: ReadonlySet<string>): Unplaced[] {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const sticky = new RegExp(pattern, 'y');
    sticky.lastIndex = at;
    const match = sticky.exec(text);
    if (match !== null) at = sticky.lastIndex;
    return match;
  };
  const need = (pattern: RegExp, what: string): RegExpExecArray => {
    const match = take(pattern);
    if (match === null) throw new Error(`expected ${what} at "${text.slice(at)}"`);
    return match;
  };

  need(/#\s*expect/, '"# expect"');
  const gap = (take(/\((missing|spurious)\)/)?.[1] ?? null) as Gap | null;
  need(/:\s*/, '":"');
  const found: Unplaced[] = [];
  do {
    const rule = need(/[a-z][a-z0-9-]*/, 'a rule id')[0];
    if (!ruleIds.has(rule)) throw new Error(`no such rule: ${rule}`);
    const before = take(/\[([a-z]+)\]/)?.[1];
    const column = take(/@([1-9]\d*)/)?.[1];
    const level = before ?? take(/\[([a-z]+)\]/)?.[1];
    if (level !== undefined && !isLevel(level)) throw new Error(`no such level: ${level}`);
    const quoted = take(/\s*"((?:[^"\\]|\\["\\])+)"/)?.[1];
    found.push({
      rule,
      column: column === undefined ? null : Number(column),
      level: level ?? null,
      text: quoted?.replace(/\\(.)/g, '$1') ?? null,
      gap,
    });
  } while (take(/\s*,\s*/) !== null);
  need(/\s*$/, 'the end of the comment');
  return found;
}

function isLevel(word: string): word is Level {
  return (LEVELS as readonly string[]).includes(word);
}
