import { childByField, type FlatTree, firstChild, nodeText } from './flat-tree.ts';
import { F } from './kinds.ts';
import { isNamed, kindName } from './language.ts';
import { LineTable } from './positions.ts';

export type FieldName = keyof typeof F;

/** Lines count from 1 and columns from 0, as ESLint has them. */
export interface SourceLocation {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface PyNode {
  readonly index: number;
  /** `call`, `identifier`; for anonymous nodes the token itself: `await`, `(`. */
  readonly type: string;
  readonly named: boolean;
  readonly start: number;
  readonly end: number;
  readonly range: readonly [number, number];
  readonly loc: SourceLocation;
  readonly text: string;
  readonly parent: PyNode | null;
  readonly children: readonly PyNode[];
  readonly namedChildren: readonly PyNode[];
  field(name: FieldName): PyNode | null;
}

/** A text and the node of all of it. */
export interface SourceViews {
  readonly text: string;
  readonly lines: LineTable;
  readonly root: PyNode;
}

export interface NodeViews extends SourceViews {
  /** The same object each time for the same index. */
  node(index: number): PyNode;
}

const viewsOfTrees = new WeakMap<FlatTree, Views>();

export function nodesOf(tree: FlatTree): NodeViews {
  let views = viewsOfTrees.get(tree);
  if (views === undefined) {
    views = new Views(tree);
    viewsOfTrees.set(tree, views);
  }
  return views;
}

class Views implements NodeViews {
  readonly tree: FlatTree;
  readonly lines: LineTable;
  readonly #views = new Map<number, View>();

  constructor(tree: FlatTree) {
    this.tree = tree;
    this.lines = new LineTable(tree.text);
  }

  get text(): string {
    return this.tree.text;
  }

  get root(): PyNode {
    return this.node(0);
  }

  node(index: number): PyNode {
    let view = this.#views.get(index);
    if (view === undefined) {
      if (!(index >= 0 && index < this.tree.count))
        throw new RangeError(`no node ${index} in a tree of ${this.tree.count}`);
      view = new View(this, index);
      this.#views.set(index, view);
    }
    return view;
  }
}

class View implements PyNode {
  readonly index: number;
  private readonly views: Views;
  private listed: readonly PyNode[] | null = null;

  constructor(views: Views, index: number) {
    this.views = views;
    this.index = index;
  }

  get type(): string {
    // When the grammar can place nothing at all the root is an ERROR, but to visitors it is the file as ever.
    if (this.index === 0) return 'module';
    return kindName(this.views.tree.kind[this.index]!);
  }

  get named(): boolean {
    return isNamed(this.views.tree.kind[this.index]!);
  }

  get start(): number {
    return this.views.tree.start[this.index]!;
  }

  get end(): number {
    return this.views.tree.end[this.index]!;
  }

  get range(): readonly [number, number] {
    return [this.start, this.end];
  }

  get loc(): SourceLocation {
    const start = this.views.lines.positionOf(this.start);
    const end = this.views.lines.positionOf(this.end);
    return { start: { line: start.line, column: start.column - 1 }, end: { line: end.line, column: end.column - 1 } };
  }

  get text(): string {
    return nodeText(this.views.tree, this.index);
  }

  get parent(): PyNode | null {
    return this.viewOrNull(this.views.tree.parent[this.index]!);
  }

  get children(): readonly PyNode[] {
    this.listed ??= this.listChildren();
    return this.listed;
  }

  get namedChildren(): readonly PyNode[] {
    return this.children.filter((child) => child.named);
  }

  field(name: FieldName): PyNode | null {
    return this.viewOrNull(childByField(this.views.tree, this.index, F[name]));
  }

  private viewOrNull(index: number): PyNode | null {
    return index < 0 ? null : this.views.node(index);
  }

  private listChildren(): PyNode[] {
    const { tree } = this.views;
    const children: PyNode[] = [];
    for (let child = firstChild(tree, this.index); child >= 0; child = tree.next[child]!) {
      children.push(this.views.node(child));
    }
    return children;
  }
}
