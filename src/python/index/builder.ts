import { type FlatTree, nodeText } from '../flat-tree.ts';
import type {
  AttributeDefinition,
  ClassInfo,
  Definition,
  DefinitionKind,
  FunctionInfo,
  ImportTarget,
  Scope,
  ScopeKind,
  StarImport,
} from './module-index.ts';
import { Op } from './ops.ts';
import { copied } from './words.ts';

/** Shared: most definitions have neither, and there are many. */
const NONE: readonly number[] = [];
/** Shared as well: an empty map takes more memory than a function's other facts. */
const NOWHERE: ReadonlyMap<string, number> = new Map();

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
export type OpenFunction = Mutable<FunctionInfo>;
export type OpenClass = Mutable<ClassInfo>;
type OpenScope = Mutable<Scope>;

/** Grows the arrays of a `ModuleIndex`, and knows where in the file the lowering stands. */
export class Builder {
  /** The tree being lowered; another one for the length of a quoted annotation. */
  tree: FlatTree;
  readonly parse: (text: string) => FlatTree;
  inAnnotation = false;
  /** Assignment expressions alone bind names within an expression. */
  hasWalrus = false;
  /** How many expressions deep the lowering is. */
  depth = 0;
  readonly strings: string[] = [];
  readonly #ids = new Map<string, number>();

  op = new Uint8Array(1024);
  start = new Uint32Array(1024);
  end = new Uint32Array(1024);
  a = new Int32Array(1024);
  b = new Int32Array(1024);
  c = new Int32Array(1024);
  owner = new Int32Array(1024);
  count = 0;

  lists = new Int32Array(1024);
  listEnd = 0;

  readonly scopes: Scope[] = [];
  readonly definitions: Definition[] = [];
  readonly functions: OpenFunction[] = [];
  readonly classes: OpenClass[] = [];
  readonly stars: StarImport[] = [];
  readonly topCalls: number[] = [];
  /** Definition made at a node that is not a Name: import aliases, functions, classes, handlers. */
  readonly madeAt = new Map<number, number>();

  /** By definition, the list that has nothing else. */
  readonly #alone: number[] = [];
  /** Names with more than one definition. */
  readonly repeated: { readonly names: Scope['names']; readonly name: string }[] = [];

  /** Where the lowering stands. */
  scope = -1;
  function = -1;
  class = -1;

  constructor(tree: FlatTree, parse: (text: string) => FlatTree) {
    this.tree = tree;
    this.parse = parse;
  }

  string(text: string): number {
    let id = this.#ids.get(text);
    if (id === undefined) {
      const own = copied(text);
      id = this.strings.push(own) - 1;
      this.#ids.set(own, id);
    }
    return id;
  }

  /** The number of what stands at a syntax node; of the empty text for none. */
  stringAt(at: number): number {
    return this.string(at < 0 ? '' : nodeText(this.tree, at));
  }

  /** What stands at a syntax node, to be held for long; the empty text for none. */
  textAt(at: number): string {
    return at < 0 ? '' : copied(nodeText(this.tree, at));
  }

  /** Adds a node that spans the syntax node `at`. Its children get their parent from `adopt` when the tree is done. */
  node(op: number, at: number, a = -1, b = -1, c = -1): number {
    return this.nodeSpanning(op, this.tree.start[at] as number, this.tree.end[at] as number, a, b, c);
  }

  nodeSpanning(op: number, start: number, end: number, a = -1, b = -1, c = -1): number {
    const id = this.count++;
    if (id === this.op.length) this.#grow();
    this.op[id] = op;
    this.start[id] = start;
    this.end[id] = end;
    this.a[id] = a;
    this.b[id] = b;
    this.c[id] = c;
    this.owner[id] = this.function;
    return id;
  }

  list(values: readonly number[]): number {
    const offset = this.listEnd;
    const needed = offset + values.length + 1;
    if (needed > this.lists.length) this.lists = widened(this.lists, Math.max(needed, this.lists.length * 2));
    this.lists[offset] = values.length;
    for (let i = 0; i < values.length; i++) this.lists[offset + 1 + i] = values[i] as number;
    this.listEnd = needed;
    return offset;
  }

  /** The list of definitions that reach a name. Most names have one, and share its list with the other names that do. */
  reaching(definitions: readonly number[]): number {
    if (definitions.length !== 1) return this.list(definitions);
    const alone = this.#alone;
    const id = definitions[0] as number;
    while (alone.length <= id) alone.push(-1);
    if (alone[id] === -1) alone[id] = this.list(definitions);
    return alone[id] as number;
  }

  /** The first item of a list, -1 when there is none. */
  firstOf(list: number): number {
    return list < 0 || this.lists[list] === 0 ? -1 : (this.lists[list + 1] as number);
  }

  openScope(kind: ScopeKind, of: number): number {
    this.scopes.push({ kind, parent: this.scope, of, names: new Map(), elsewhere: NOWHERE });
    this.scope = this.scopes.length - 1;
    return this.scope;
  }

  closeScope(): void {
    this.scope = (this.scopes[this.scope] as Scope).parent;
  }

  /** `global` and `nonlocal`: the scope that a name belongs to. Names here and below can be held for long. */
  declare(name: string, scope: number): void {
    const here = this.scopes[this.scope] as OpenScope;
    if (here.elsewhere === NOWHERE) here.elsewhere = new Map();
    (here.elsewhere as Map<string, number>).set(name, scope);
  }

  /** Records that `node` binds `name`, in the scope that Python's rules give it. */
  define(kind: DefinitionKind, name: string, node: number, more: Partial<Definition> = {}, scope = this.scope): number {
    let target = scope;
    const declared = this.scopes[scope] as Scope;
    const elsewhere = declared.elsewhere.get(name);
    if (elsewhere !== undefined) target = elsewhere;
    const id =
      this.definitions.push({
        kind,
        name,
        scope: target,
        value: -1,
        annotation: -1,
        path: NONE,
        id: -1,
        node,
        import: null as ImportTarget | null,
        of: NONE,
        ...more,
      }) - 1;
    const { names } = this.scopes[target] as Scope;
    const known = names.get(name);
    if (known === undefined) names.set(name, [id]);
    else {
      if (known.length === 1) this.repeated.push({ names, name });
      known.push(id);
    }
    this.madeAt.set(node, id);
    return id;
  }

  addAttribute(classId: number, name: string, definition: AttributeDefinition): void {
    const attributes = (this.classes[classId] as OpenClass).attributes;
    const known = attributes.get(name);
    if (known) known.push(definition);
    else attributes.set(name, [definition]);
  }

  site(node: number): void {
    const owner = this.functions[this.function];
    if (owner) owner.sites.push(node);
    else if (this.op[node] === Op.Call) this.topCalls.push(node);
  }

  #grow(): void {
    const size = this.op.length * 2;
    const op = new Uint8Array(size);
    op.set(this.op);
    this.op = op;
    const start = new Uint32Array(size);
    start.set(this.start);
    this.start = start;
    const end = new Uint32Array(size);
    end.set(this.end);
    this.end = end;
    this.a = widened(this.a, size);
    this.b = widened(this.b, size);
    this.c = widened(this.c, size);
    this.owner = widened(this.owner, size);
  }
}

function widened(from: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(size);
  to.set(from);
  return to;
}
