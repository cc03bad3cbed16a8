import type { Finding } from '../types.ts';
import { type Cell, cellsOf, textWidth } from './cells.ts';

export interface Excerpt {
  readonly source: string;
  /** Blanks up to the span. */
  readonly indent: string;
  readonly carets: string;
  /** The span goes on below the line. */
  readonly continues: boolean;
}

/** The finding's first line, cut around the span to at most `width` columns. */
export function excerptOf(finding: Finding, width: number): Excerpt {
  const line = finding.source[0] ?? '';
  const { start, end } = finding.place;
  const continues = end.line > start.line;
  const from = Math.min(start.column - 1, line.length);
  const lastOnLine = continues ? line.trimEnd().length : Math.min(end.column - 1, line.length);
  const to = Math.max(from, lastOnLine);

  const cells = cellsOf(line.trimEnd());
  const first = cells.findIndex((cell) => cell.end > from);
  const inSpan = (cell: Cell) => cell.end > from && cell.start < to;
  const window = visible(cells, first < 0 ? cells.length : first, cells.findLastIndex(inSpan), width);

  let source = window.cutLeft ? '…' : '';
  let indent = source === '' ? 0 : 1;
  let carets = 0;
  // An empty span beyond the text, as of a missing bracket, still gets its blanks.
  if (from > line.trimEnd().length) indent += textWidth(line.slice(line.trimEnd().length, from));
  for (const cell of cells.slice(window.from, window.to)) {
    source += cell.text;
    if (inSpan(cell)) carets += cell.width;
    else if (cell.end <= from) indent += cell.width;
  }
  if (window.cutRight) source += '…';
  return { source, indent: ' '.repeat(indent), carets: '^'.repeat(Math.max(carets, 1)), continues };
}

/** `text` on one line of at most `width` columns, cut at the right. */
export function clip(text: string, width: number): string {
  const cells = cellsOf(text);
  const window = visible(cells, 0, 0, width);
  const shown = cells.slice(window.from, window.to).map((cell) => cell.text);
  return `${shown.join('')}${window.cutRight ? '…' : ''}`;
}

interface Window {
  readonly from: number;
  readonly to: number;
  readonly cutLeft: boolean;
  readonly cutRight: boolean;
}

/** Which cells to show so that the span from `first` to `last` is in sight, with a quarter of the line before it. */
function visible(cells: readonly Cell[], first: number, last: number, width: number): Window {
  let total = 0;
  for (const cell of cells) total += cell.width;
  if (total <= width) return { from: 0, to: cells.length, cutLeft: false, cutRight: false };

  const upToSpan = columns(cells, 0, last + 1);
  let from = 0;
  if (upToSpan > width - 1) {
    from = first;
    for (let before = 0; from > 0; from--) {
      before += cells[from - 1]?.width ?? 0;
      if (before > width / 4) break;
    }
  }
  // A span near the end leaves room on the right: fill it from the left.
  while (from > 0 && columns(cells, from - 1, cells.length) <= width - 1) from--;
  const room = width - (from > 0 ? 1 : 0);
  if (columns(cells, from, cells.length) <= room) return { from, to: cells.length, cutLeft: from > 0, cutRight: false };

  let to = from;
  for (let used = 0; to < cells.length; to++) {
    used += cells[to]?.width ?? 0;
    if (used > room - 1) break;
  }
  return { from, to, cutLeft: from > 0, cutRight: true };
}

function columns(cells: readonly Cell[], from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to && i < cells.length; i++) width += cells[i]?.width ?? 0;
  return width;
}
