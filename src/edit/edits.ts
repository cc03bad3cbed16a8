import { LineTable } from '../python/positions.ts';
import type { TextEdit } from '../rule.ts';
import type { Finding } from '../types.ts';

/** `edits` are sorted and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let done = 0;
  for (const edit of edits) {
    out += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return out + text.slice(done);
}

export interface Fixed {
  readonly text: string;
  /** How many findings. */
  readonly fixed: number;
  readonly edits: readonly TextEdit[];
}

/** Applies the fixes of findings in one file. Of two that touch the same text the later one is left for the next run. */
export function applyFixes(text: string, findings: readonly Finding[]): Fixed {
  const lines = new LineTable(text);
  const kept: TextEdit[] = [];
  let fixed = 0;
  for (const { fix } of findings) {
    if (fix === null || fix.edits.length === 0) continue;
    const edits = fix.edits.map(({ start, end, text: put }) => {
      return { start: offsetOf(lines, start), end: offsetOf(lines, end), text: put };
    });
    if (edits.some((edit) => kept.some((other) => edit.start < other.end && other.start < edit.end))) continue;
    kept.push(...edits);
    fixed++;
  }
  kept.sort((left, right) => left.start - right.start);
  return { text: applyEdits(text, kept), fixed, edits: kept };
}

function offsetOf(lines: LineTable, { line, column }: { readonly line: number; readonly column: number }): number {
  return lines.startOf(line) + column - 1;
}
