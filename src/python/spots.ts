import type { FlatTree } from './flat-tree.ts';
import { type FieldName, nodesOf, type PyNode, type SourceLocation, type SourceViews } from './node.ts';
import { LineTable } from './positions.ts';

/** Where a node of the syntax tree stands, and which one it is. */
export interface Spot {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Single nodes of a text that is not parsed, as long as nobody asks for more than the parts of a call. */
export class SpotViews implements SourceViews {
  readonly text: string;
  readonly lines: LineTable;
  readonly root: PyNode;
  readonly parse: (text: string) => FlatTree;
  #tree: FlatTree | null = null;

  constructor(text: string, parse: (text: string) => FlatTree) {
    this.text = text;
    this.lines = new LineTable(text);
    this.parse = parse;
    this.root = this.at({ type: 'module', start: 0, end: text.length });
  }

  at(spot: Spot): PyNode {
    return new SpotNode(this, spot);
  }

  /** The node in the tree of the whole text. */
  parsed({ type, start, end }: Spot): PyNode {
    this.#tree ??= this.parse(this.text);
    const views = nodesOf(this.#tree);
    if (type === 'module') return views.root;
    for (let index = 1; index < this.#tree.count; index++) {
      if (this.#tree.start[index] !== start || this.#tree.end[index] !== end) continue;
      const node = views.node(index);
      if (node.named && node.type === type) return node;
    }
    throw new Error(`no ${type} from ${start} to ${end}`);
  }
}

class SpotNode implements PyNode {
  readonly type: string;
  readonly named = true;
  readonly start: number;
  readonly end: number;
  readonly #views: SpotViews;
  #call: PyNode | null | undefined;

  constructor(views: SpotViews, { type, start, end }: Spot) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.#views = views;
  }

  get range(): readonly [number, number] {
    return [this.start, this.end];
  }

  get loc(): SourceLocation {
    const start = this.#views.lines.positionOf(this.start);
    const end = this.#views.lines.positionOf(this.end);
    return { start: { line: start.line, column: start.column - 1 }, end: { line: end.line, column: end.column - 1 } };
  }

  get text(): string {
    return this.#views.text.slice(this.start, this.end);
  }

  get index(): number {
    return this.#parsed().index;
  }

  get parent(): PyNode | null {
    return this.#parsed().parent;
  }

  get children(): readonly PyNode[] {
    return this.#parsed().children;
  }

  get namedChildren(): readonly PyNode[] {
    return this.#parsed().namedChildren;
  }

  /** Of a call, the part as it is when the call is parsed by itself: its positions count from there. */
  field(name: FieldName): PyNode | null {
    if (this.type !== 'call') return this.#parsed().field(name);
    // In parentheses a call may go over several lines, and is no statement.
    this.#call ??= callIn(nodesOf(this.#views.parse(`(${this.text})`)).root) ?? this.#parsed();
    return this.#call.field(name);
  }

  #parsed(): PyNode {
    return this.#views.parsed(this);
  }
}

function callIn(root: PyNode): PyNode | null {
  const call = root.namedChildren[0]?.namedChildren[0]?.namedChildren[0];
  return call?.type === 'call' && call.end === root.end - 1 ? call : null;
}
