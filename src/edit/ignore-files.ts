import { createParser, type Parser } from '../python/parser.ts';
import { LineTable } from '../python/positions.ts';
import type { TextEdit } from '../rule.ts';
import type { Finding } from '../types.ts';
import { applyFixes } from './edits.ts';
import { addComments, type Placed } from './ignore-comments.ts';
import { CHANGED, type FindingsOf, type Guard, isAbout, openTextFile, writeTextFile } from './text-file.ts';

/** Rules that no comment of its own kind on the spot silences for good. */
const UNSILENCEABLE: ReadonlySet<string> = new Set(['syntax-error', 'unused-suppression']);

/** The comments that one run wrote: to be called with what is found until nothing changes. */
export class IgnoreComments {
  readonly #reason: string;
  readonly #parser: Parser;
  readonly #placed = new Map<string, Placed[]>();

  private constructor(reason: string, parser: Parser) {
    this.#reason = reason;
    this.#parser = parser;
  }

  static async open(reason: string): Promise<IgnoreComments> {
    return new IgnoreComments(reason, await createParser());
  }

  /** Says whether a file changed. */
  write(files: FindingsOf, guard: Guard): boolean {
    let hasChanged = false;
    for (const [path, { absolute, findings }] of files) {
      const known = this.#placed.get(path) ?? [];
      const unused = findings.filter((finding) => finding.rule === 'unused-suppression' && finding.fix !== null);
      const needed = findings.filter(({ rule }) => !UNSILENCEABLE.has(rule));
      if (needed.length === 0 && (unused.length === 0 || known.length === 0)) continue;
      guard(path, () => {
        const file = openTextFile(absolute);
        if ('fault' in file) return file.fault;
        if (!isAbout(file.text, findings)) return CHANGED;
        const placed = known.map((one) => ({ ...one }));
        const text = this.#withoutOwn(file.text, unused, placed) ?? this.#withMore(file.text, needed, placed);
        if (text === file.text) return null;
        writeTextFile(file, text);
        this.#placed.set(path, placed);
        hasChanged = true;
        return null;
      });
    }
    return hasChanged;
  }

  summary(): { readonly added: number; readonly extended: number; readonly files: number } {
    const all = [...this.#placed.values()];
    const added = all.reduce((sum, placed) => sum + placed.filter(({ isNew }) => isNew).length, 0);
    const total = all.reduce((sum, placed) => sum + placed.length, 0);
    return { added, extended: total - added, files: all.filter((placed) => placed.length > 0).length };
  }

  /**
   * A comment in a function that others call ends their chains, so that those written further up can turn out to be of no
   * use. They go before anything else is added; null when there are none.
   */
  #withoutOwn(text: string, unused: readonly Finding[], placed: Placed[]): string | null {
    const lines = new LineTable(text);
    const isOwn = ({ place }: Finding): boolean => {
      const start = lines.startOf(place.start.line) + place.start.column - 1;
      const end = lines.startOf(place.end.line) + place.end.column - 1;
      return placed.some(({ at, isNew }) => isNew && start <= at && at < end);
    };
    const own = unused.filter(isOwn);
    if (own.length === 0) return null;
    const { text: without, edits } = applyFixes(text, own);
    const kept = placed.filter(({ at }) => !edits.some(({ start, end }) => start <= at && at < end));
    placed.splice(0, placed.length, ...kept.map(({ at, isNew }) => ({ at: at - removedBefore(edits, at), isNew })));
    return without;
  }

  #withMore(text: string, needed: readonly Finding[], placed: Placed[]): string {
    const needs = needed.map(({ rule, place: { start, end } }) => {
      return { rule, line: start.line, column: start.column, lastLine: end.line };
    });
    return addComments(text, needs, this.#reason, this.#parser, placed);
  }
}

function removedBefore(edits: readonly TextEdit[], at: number): number {
  return edits.reduce((sum, { start, end, text }) => sum + (end <= at ? end - start - text.length : 0), 0);
}
