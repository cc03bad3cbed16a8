import { type FlatTree, firstChild, nodeText } from '../python/flat-tree.ts';
import { CLAUSES, lastCodeBefore, ownComment, parseComment } from '../python/index/suppressions.ts';
import { K } from '../python/kinds.ts';
import type { LineTable } from '../python/positions.ts';

export interface Layout {
  readonly tree: FlatTree;
  readonly lines: LineTable;
  /** Comment node by line. */
  readonly comments: ReadonlyMap<number, number>;
  /** Lines that end inside a string. */
  readonly inString: ReadonlySet<number>;
}

/** Where a comment may go: `before` and `after` are what must stand around it. */
export interface Place {
  readonly at: number;
  readonly before: string;
  readonly after: string;
  /** Whether what it speaks for moves down by a line. */
  readonly movesDown: boolean;
}

export function layoutOf(tree: FlatTree, lines: LineTable): Layout {
  const comments = new Map<number, number>();
  const inString = new Set<number>();
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind[node] === K.comment) comments.set(lines.lineOf(tree.start[node] as number), node);
    if (tree.kind[node] !== K.string) continue;
    const last = lines.lineOf(tree.end[node] as number);
    for (let line = lines.lineOf(tree.start[node] as number); line < last; line++) inString.add(line);
  }
  return { tree, lines, comments, inString };
}

/**
 * Best first: the end of the line where the finding begins, the ends of the other lines of its statement, a line of its
 * own above the statement.
 */
export function* placesFor(layout: Layout, need: { readonly line: number; readonly column: number }): Generator<Place> {
  const { tree, lines } = layout;
  const statements = statementsAround(tree, lines.startOf(need.line) + need.column - 1);
  const ends = [need.line];
  const [inner] = statements;
  if (inner !== undefined) {
    const first = lines.lineOf(tree.start[inner] as number);
    const last = lines.lineOf(lastOffset(tree, inner));
    for (let line = need.line + 1; line <= last; line++) ends.push(line);
    for (let line = need.line - 1; line >= first; line--) ends.push(line);
  }
  for (const line of ends) {
    const place = atEnd(layout, line);
    if (place) yield place;
  }
  for (const statement of statements) {
    const place = above(layout, tree.start[statement] as number);
    if (place) yield place;
  }
}

/** Behind the code of a line, and behind a comment that bears it. */
function atEnd({ tree, lines, comments, inString }: Layout, line: number): Place | null {
  const text = lines.lineText(line);
  const comment = comments.get(line);
  // An empty line belongs to no statement for sure, and a comment of somebody else's on its own line is not ours.
  if (inString.has(line) || text.trim() === '' || text.trimStart().startsWith('#')) return null;
  if (comment === undefined ? text.endsWith('\\') : !bearsOurs(nodeText(tree, comment))) return null;
  return { at: lines.startOf(line) + text.trimEnd().length, before: '  ', after: '', movesDown: false };
}

/** What nostall hears in a comment would be lost or changed by a second part. */
function bearsOurs(comment: string): boolean {
  if (ownComment(comment) !== null) return false;
  const noqa = parseComment(comment);
  return noqa === null || (!noqa.file && noqa.rules?.some((code) => /^ASYNC2/i.test(code)) === false);
}

/** On a line of its own, indented as the statement is. */
function above({ lines, inString, comments }: Layout, start: number): Place | null {
  const line = lines.lineOf(start);
  const at = lines.startOf(line);
  const indent = lines.text.slice(at, start);
  if (/\S/.test(indent) || inString.has(line - 1)) return null;
  if (lines.lineText(line - 1).endsWith('\\') && !comments.has(line - 1)) return null;
  return { at, before: indent, after: lineEndOf(lines, line), movesDown: true };
}

function lineEndOf(lines: LineTable, line: number): string {
  // A file of one line without a line end has none to go by.
  return lines.text.slice(lines.startOf(line) + lines.lineText(line).length, lines.startOf(line + 1)) || '\n';
}

/** From the innermost statement or clause outwards. */
function statementsAround(tree: FlatTree, offset: number): number[] {
  const out: number[] = [];
  let node = 0;
  for (let child = firstChild(tree, node); child >= 0; ) {
    if ((tree.end[child] as number) <= offset) child = tree.next[child] as number;
    else if ((tree.start[child] as number) > offset) break;
    else {
      if (isStatement(tree, child, node)) out.unshift(child);
      node = child;
      child = firstChild(tree, node);
    }
  }
  return out;
}

function isStatement(tree: FlatTree, node: number, parent: number): boolean {
  if (parent === 0 || tree.kind[parent] === K.block) return tree.kind[node] !== K.comment;
  return CLAUSES.has(tree.kind[node] as number);
}

/** Of the statement, or of its header when it has a body. */
function lastOffset(tree: FlatTree, node: number): number {
  for (let child = firstChild(tree, node); child >= 0; child = tree.next[child] as number) {
    if (tree.kind[child] === K.block) return lastCodeBefore(tree, node, child);
  }
  return Math.max((tree.end[node] as number) - 1, tree.start[node] as number);
}
