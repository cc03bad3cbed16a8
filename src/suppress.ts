import { nearest } from './config/near-miss.ts';
import type { SuppressionComment } from './python/index/module-index.ts';

/** The suppression comments of one file, and which of them were of use. */
export class Suppressions {
  readonly #comments: readonly SuppressionComment[];
  readonly #respectNoqa: boolean;
  readonly #used = new Set<SuppressionComment>();

  constructor(comments: readonly SuppressionComment[], respectNoqa: boolean) {
    this.#comments = comments.filter((comment) => comment.fault === null);
    this.#respectNoqa = respectNoqa;
  }

  /** The comment that silences `rule` somewhere on the given lines, which then counts as used unless told otherwise. */
  find(rule: string, firstLine: number, lastLine = firstLine, counts = true): SuppressionComment | null {
    for (const comment of this.#comments) {
      if (!comment.file && (comment.lastLine < firstLine || comment.firstLine > lastLine)) continue;
      if (comment.kind === 'noqa' && !this.#respectNoqa) continue;
      if (!names(comment, rule)) continue;
      if (counts) this.#used.add(comment);
      return comment;
    }
    return null;
  }

  /** The comment that silences `rule` by its name on the line. */
  named(rule: string, line: number): SuppressionComment | null {
    const comment = this.#comments.find(
      (one) => one.rules?.includes(rule) && (one.file || (one.firstLine <= line && line <= one.lastLine)),
    );
    if (comment) this.#used.add(comment);
    return comment ?? null;
  }

  /** nostall's own comments that silenced nothing; ruff's are ruff's business. */
  unused(): SuppressionComment[] {
    return this.#comments.filter((comment) => comment.kind === 'nostall' && !this.#used.has(comment));
  }
}

/** Codes of ruff and flake8-async that ask for what one of our rules asks for. */
const EQUIVALENT: Readonly<Record<string, RegExp>> = {
  'no-blocking-io-in-async': /^ASYNC2\d\d$/i,
};

function names(comment: SuppressionComment, rule: string): boolean {
  if (comment.rules === null) return true;
  if (comment.kind === 'nostall') return comment.rules.includes(rule);
  return comment.rules.some((code) => EQUIVALENT[rule]?.test(code) ?? false);
}

export interface SuppressionFault {
  readonly comment: SuppressionComment;
  readonly messageId: 'unused' | 'unknown' | 'malformed';
  readonly data: Readonly<Record<string, string>>;
}

/** What is wrong with the comments of a file, once every rule has run. `enabled` are the rules that ran. */
export function suppressionFaults(
  comments: readonly SuppressionComment[],
  used: Suppressions,
  known: readonly string[],
  enabled: ReadonlySet<string>,
): SuppressionFault[] {
  const out: SuppressionFault[] = [];
  for (const comment of comments) {
    if (comment.fault !== null) out.push({ comment, messageId: 'malformed', data: { what: comment.fault } });
    if (comment.kind !== 'nostall') continue;
    for (const rule of comment.rules ?? []) {
      if (known.includes(rule)) continue;
      const close = nearest(rule, known);
      const advice = close === null ? `The rules are ${known.join(', ')}` : `Perhaps \`${close}\` is meant`;
      out.push({ comment, messageId: 'unknown', data: { what: `\`${rule}\``, advice } });
    }
  }
  for (const comment of used.unused()) {
    const rules = comment.rules ?? [];
    // A rule that did not run cannot tell whether the comment is needed.
    if (comment.rules === null && known.some((rule) => !enabled.has(rule))) continue;
    if (rules.includes('unused-suppression')) continue;
    if (rules.some((rule) => !known.includes(rule) || !enabled.has(rule))) continue;
    const what = comment.rules === null ? 'no finding here' : `no finding of \`${rules.join('`, `')}\` here`;
    out.push({ comment, messageId: 'unused', data: { what } });
  }
  return out;
}
