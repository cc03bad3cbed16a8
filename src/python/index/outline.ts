import {
  type Definition,
  type FunctionInfo,
  items,
  type ModuleIndex,
  type SuppressionComment,
} from './module-index.ts';
import { OPERANDS } from './operands.ts';
import { Op } from './ops.ts';

/**
 * A part of a file that can change by itself: a function of the module or of a class of the module, such a class without
 * its methods, or a statement of the module.
 */
export interface Unit {
  /** The same in two versions of a file; null for a statement. */
  readonly key: string | null;
  readonly kind: 'function' | 'class' | 'statement';
  /** What others may ask for to see it. */
  readonly names: ReadonlySet<string>;
  /** All that it says, by names rather than by places: two of the same content are the same, wherever they are. */
  readonly content: string;
  /** All words in it, also those in strings. */
  readonly words: ReadonlySet<string>;
  /** Whether code that does not mention one of the names may hang on it. */
  readonly speaksForOthers: boolean;
  /** A class with bases. */
  readonly isDerived: boolean;
}

/** What a file says, unit by unit, in the order of the text. */
export interface Outline {
  readonly units: readonly Unit[];
  /** What goes with no unit. */
  readonly rest: string;
  /** Whether it can be told from the units what changed: not with errors, or with comments that silence what stands beside them. */
  readonly isPlain: boolean;
}

export function outlineOf(index: ModuleIndex): Outline {
  return new Outliner(index).outline();
}

interface Draft {
  readonly key: string | null;
  readonly kind: Unit['kind'];
  readonly names: Set<string>;
  readonly content: (string | number)[];
  readonly words: Set<string>;
  speaksForOthers: boolean;
  isDerived: boolean;
}

/** What is looked for in a whole file or class, to be found or not; imports and `global` are the others. */
const LOOKED_FOR: ReadonlySet<string> = new Set([
  'add_done_callback',
  'monkeypatch',
  'patch',
  'setblocking',
  'settimeout',
]);

/** A line of text that looks like a definition is taken for one where a name is looked for in many files. */
const LIKE_DEFINITION = /^(?:class|(?:async[ \t]+)?def)[ \t]/m;

class Outliner {
  readonly #index: ModuleIndex;
  readonly #units: Draft[] = [];
  /** Of each node, the unit that it is in and its number there, from 1. */
  readonly #unitOf: Int32Array;
  readonly #numbers: Int32Array;
  readonly #counts: number[] = [];
  readonly #seen = new Map<string, number>();
  #at = -1;

  constructor(index: ModuleIndex) {
    this.#index = index;
    this.#unitOf = new Int32Array(index.op.length).fill(-1);
    this.#numbers = new Int32Array(index.op.length);
  }

  outline(): Outline {
    const index = this.#index;
    for (const statement of items(index, index.body)) this.#top(statement);
    for (const definition of index.definitions) this.#define(definition);
    for (const cls of index.classes) {
      for (const [name, attributes] of cls.attributes) {
        for (const { value, annotation, path, kind, function: setter } of attributes) {
          const unit = this.#unitOf[index.functions[setter]?.node ?? -1] ?? -1;
          const draft = this.#units[unit];
          if (!draft) throw new Error('an attribute is set outside all functions');
          draft.names.add(name);
          draft.content.push(
            JSON.stringify([name, kind, path]),
            this.#relative(value, unit),
            this.#relative(annotation, unit),
          );
        }
      }
    }
    const { stars, suppressions, faults, hasAsync } = index;
    return {
      units: this.#units.map((draft) => ({ ...draft, content: draft.content.join('\0') })),
      rest: JSON.stringify([stars, hasAsync]),
      isPlain: faults.length === 0 && suppressions.every(isOthers),
    };
  }

  #top(statement: number): void {
    const { op, a } = this.#index;
    const kind = op[statement];
    if (kind === Op.Function) this.#function(statement);
    else if (kind === Op.Class) this.#class(statement, a[statement] as number);
    else this.#open(null, 'statement', () => this.#node(statement));
  }

  #function(node: number): void {
    const info = this.#index.functions[this.#index.a[node] as number] as FunctionInfo;
    this.#open(info.qualname, 'function', (draft) => {
      draft.names.add(info.name);
      this.#node(node);
    });
  }

  #class(node: number, id: number): void {
    const index = this.#index;
    const { name, qualname, bases, decorators, typeParameters, body } = index.classes[id]!;
    const nested: number[] = [];
    this.#open(qualname, 'class', (draft) => {
      draft.names.add(name);
      draft.isDerived = bases.length > 0;
      this.#number(node);
      this.#text('class', name, ...typeParameters);
      this.#nodes(decorators);
      this.#nodes(bases);
      for (const statement of items(index, body)) {
        const op = index.op[statement];
        if (op === Op.Function || op === Op.Class) nested.push(statement);
        else this.#node(statement);
      }
    });
    for (const statement of nested) this.#top(statement);
  }

  #open(qualname: string | null, kind: Unit['kind'], fill: (draft: Draft) => void): void {
    let key = qualname;
    if (qualname !== null) {
      const count = this.#seen.get(qualname) ?? 0;
      this.#seen.set(qualname, count + 1);
      key = `${qualname} ${count}`;
    }
    const draft: Draft = {
      key,
      kind,
      names: new Set(),
      content: [],
      words: new Set(),
      speaksForOthers: false,
      isDerived: false,
    };
    this.#at = this.#units.push(draft) - 1;
    this.#counts.push(0);
    fill(draft);
  }

  get #draft(): Draft {
    return this.#units[this.#at] as Draft;
  }

  #number(node: number): void {
    this.#unitOf[node] = this.#at;
    this.#counts[this.#at]!++;
    this.#numbers[node] = this.#counts[this.#at] as number;
  }

  #node(node: number): void {
    const { content } = this.#draft;
    if (node < 0) {
      content.push(node);
      return;
    }
    const index = this.#index;
    const op = index.op[node] as number;
    const operands = OPERANDS[op];
    if (operands === undefined) throw new Error(`operation ${op} has no operands`);
    this.#number(node);
    content.push(op);
    const inner = op === Op.Expression ? (index.a[node] as number) : -1;
    if (inner >= 0 && index.op[inner] === Op.String) {
      // What a docstring says does not matter.
      this.#number(inner);
      content.push('text');
      const text = index.strings[index.a[inner] as number] as string;
      if (LIKE_DEFINITION.test(text)) this.#text(text);
      return;
    }
    if (op === Op.Import || op === Op.ImportFrom || op === Op.Global) this.#draft.speaksForOthers = true;
    this.#operand(operands[0] as string, index.a[node] as number);
    this.#operand(operands[1] as string, index.b[node] as number);
    this.#operand(operands[2] as string, index.c[node] as number);
  }

  #operand(kind: string, value: number): void {
    const index = this.#index;
    const { content } = this.#draft;
    switch (kind) {
      case 'n':
      case 'g':
        this.#node(value);
        return;
      case 'l':
        this.#nodes(value < 0 ? null : items(index, value));
        return;
      case 's':
        this.#text(value < 0 ? null : (index.strings[value] as string));
        return;
      case 'S':
        this.#text(...[...items(index, value)].map((id) => index.strings[id] as string));
        return;
      case 'i':
        content.push(value);
        return;
      case 'b': {
        const [first = 0, ...blocks] = items(index, value);
        // A `for` begins with a number; a `try` has blocks alone.
        content.push(blocks.length);
        if (blocks.length === 2) content.push(first);
        else blocks.unshift(first);
        for (const block of blocks) this.#nodes(block < 0 ? null : items(index, block));
        return;
      }
      case 'f':
        this.#signature(index.functions[value] as FunctionInfo);
        return;
      case 'c':
        this.#innerClass(value);
    }
  }

  #nodes(nodes: ArrayLike<number> | null): void {
    const { content } = this.#draft;
    content.push(nodes === null ? 'none' : nodes.length);
    for (let i = 0; i < (nodes?.length ?? 0); i++) this.#node((nodes as ArrayLike<number>)[i] as number);
  }

  #signature(info: FunctionInfo): void {
    const { kind, name, isAsync, yields, broken, stated, typeParameters } = info;
    this.#text(JSON.stringify([kind, isAsync, yields, broken, stated]), name, ...typeParameters);
    this.#nodes(info.decorators);
    for (const parameter of info.parameters) {
      this.#text(parameter.kind, parameter.name);
      this.#node(parameter.annotation);
      this.#node(parameter.default);
    }
    this.#node(info.returns);
    this.#nodes(info.body < 0 ? null : items(this.#index, info.body));
    this.#node(info.expression);
  }

  #innerClass(id: number): void {
    const { name, bases, decorators, typeParameters, body } = this.#index.classes[id]!;
    this.#text(name, ...typeParameters);
    this.#nodes(decorators);
    this.#nodes(bases);
    this.#nodes(items(this.#index, body));
  }

  /** With what stands around texts, so that no two lists of them look alike. */
  #text(...texts: readonly (string | null)[]): void {
    const draft = this.#draft;
    draft.content.push(JSON.stringify(texts));
    for (const text of texts) {
      if (text === null) continue;
      if (LIKE_DEFINITION.test(text)) draft.speaksForOthers = true;
      for (const word of text.match(WORD) ?? []) {
        draft.words.add(word);
        if (LOOKED_FOR.has(word)) draft.speaksForOthers = true;
      }
    }
  }

  /** How names are bound. Which of the bindings reach a name in a function follows from what the function says. */
  #define(definition: Definition): void {
    const unit = this.#unitOfDefinition(definition);
    const draft = this.#units[unit];
    if (!draft) throw new Error(`nothing defines ${definition.name}`);
    const { kind, name, value, annotation, path, node, import: target, of, scope } = definition;
    const isInner = draft.kind === 'function' && this.#index.scopes[scope]?.kind !== 'module';
    if (!isInner && kind !== 'narrow' && kind !== 'exclude') draft.names.add(name);
    draft.content.push(JSON.stringify([kind, name, path, target, of.length]));
    for (const at of [value, annotation, node]) draft.content.push(this.#relative(at, unit));
  }

  #unitOfDefinition({ scope, node }: Definition): number {
    const { scopes, functions } = this.#index;
    let at = scopes[scope];
    while (at?.kind === 'comprehension') at = scopes[at.parent];
    if (at?.kind === 'function') return this.#unitOf[functions[at.of]?.node ?? -1] ?? -1;
    return node < 0 ? -1 : (this.#unitOf[node] as number);
  }

  #relative(node: number, unit: number): number | string {
    if (node < 0) return node;
    return this.#unitOf[node] === unit ? (this.#numbers[node] as number) : 'elsewhere';
  }
}

/** Tells other linters of rules that have nothing to do with ours. */
function isOthers({ kind, rules, fault }: SuppressionComment): boolean {
  return kind === 'noqa' && fault === null && rules !== null && !rules.some((code) => /^ASYNC/i.test(code));
}

const WORD = /[\p{L}_][\p{L}\p{N}_]*/gu;
