import type { Questions } from './project/questions.ts';
import type { FlatTree } from './python/flat-tree.ts';
import type { Fault } from './python/index/module-index.ts';
import { type NodeViews, nodesOf, type PyNode, type SourceLocation } from './python/node.ts';

interface Step {
  readonly type: 'visit';
  readonly kind: 1;
  readonly phase: 1 | 2;
  readonly target: PyNode;
  readonly args: unknown[];
}

/** One parsed file as rules see it: its text, its nodes, and the questions they may ask the project about them. */
export class PythonSourceCode {
  readonly text: string;
  readonly ast: PyNode;
  readonly faults: readonly Fault[];
  readonly project: Questions;
  readonly #views: NodeViews;

  constructor(tree: FlatTree, faults: readonly Fault[], project: Questions) {
    this.text = tree.text;
    this.#views = nodesOf(tree);
    this.ast = this.#views.root;
    this.faults = faults;
    this.project = project;
  }

  getLoc(node: PyNode): SourceLocation {
    return node.loc;
  }

  getRange(node: PyNode): [number, number] {
    return [node.start, node.end];
  }

  getText(node?: PyNode): string {
    return node ? node.text : this.text;
  }

  getParent(node: PyNode): PyNode | undefined {
    return node.parent ?? undefined;
  }

  /** Lines from 1, columns from 0. */
  locAt(start: number, end: number): SourceLocation {
    const { lines } = this.#views;
    const first = lines.positionOf(start);
    const last = lines.positionOf(end);
    return {
      start: { line: first.line, column: first.column - 1 },
      end: { line: last.line, column: last.column - 1 },
    };
  }

  *traverse(): Generator<Step> {
    yield* walk(this.ast, null);
  }
}

function* walk(node: PyNode, parent: PyNode | null): Generator<Step> {
  yield { type: 'visit', kind: 1, phase: 1, target: node, args: [node, parent] };
  for (const child of node.namedChildren) yield* walk(child, node);
  yield { type: 'visit', kind: 1, phase: 2, target: node, args: [node, parent] };
}
