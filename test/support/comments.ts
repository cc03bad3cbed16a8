import { type FlatTree, firstChild, nodeText } from '../../src/python/flat-tree.ts';
import { K } from '../../src/python/kinds.ts';
import { LineTable } from '../../src/python/positions.ts';
import type { CommentLine } from './expectations.ts';

export interface FixtureLines {
  readonly comments: readonly CommentLine[];
  /** Lines on which a token other than a comment begins, ascending. */
  readonly codeLines: readonly number[];
  /** Lines on which a call or an await begins. */
  readonly callLines: ReadonlySet<number>;
}

/** Comments are taken from the tree, so that a string that holds `# expect` is none. */
export function linesOf(tree: FlatTree): FixtureLines {
  const lines = new LineTable(tree.text);
  const code = new Set<number>();
  const callLines = new Set<number>();
  const found: { line: number; text: string }[] = [];
  for (let node = 0; node < tree.count; node++) {
    const line = lines.lineOf(tree.start[node]!);
    const kind = tree.kind[node];
    if (kind === K.comment) found.push({ line, text: nodeText(tree, node) });
    else if (firstChild(tree, node) < 0 && tree.end[node]! > tree.start[node]!) code.add(line);
    if (kind === K.call || kind === K.await) callLines.add(line);
  }
  const comments = found.map((one) => ({ ...one, alone: lines.lineText(one.line).trimStart().startsWith('#') }));
  return { comments, codeLines: [...code].sort((a, b) => a - b), callLines };
}
