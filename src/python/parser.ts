import { type Tree, Parser as WasmParser } from 'web-tree-sitter';
import { readByCursor } from './cursor.ts';
import { decodeTree } from './decode.ts';
import type { FlatTree } from './flat-tree.ts';
import { type Follower, follow } from './follower.ts';
import { vocabularyOf } from './language.ts';
import { loadNative } from './native.ts';
import { addressOf, loadWasm, parseWithWasm, type ReadWasm, type WasmRuntime } from './wasm.ts';

export interface ParserOptions {
  /** Use the packages tree-sitter and tree-sitter-python; an error when they cannot be loaded. */
  readonly native?: boolean;
  /** Folder to look for those packages from. */
  readonly nativeFrom?: string;
  /** Where the WebAssembly files come from, when not from the disk. */
  readonly readWasm?: ReadWasm;
}

export interface Parser {
  readonly backend: 'wasm' | 'wasm-cursor' | 'native';
  /** Takes any text; what is not Python becomes ERROR nodes. */
  parse(text: string): FlatTree;
  /** What parses the text of an open file; absent where nothing is gained by it. */
  readonly follow?: () => Follower;
}

export async function createParser(options: ParserOptions = {}): Promise<Parser> {
  if (options.native === true) return { backend: 'native', parse: loadNative(options.nativeFrom) };
  return wasmParser(await loadWasm(options.readWasm));
}

/** Decodes memory when that gives for `PROBE` what the cursor gives, and walks with the cursor otherwise. */
export function wasmParser(runtime: WasmRuntime): Parser {
  const parser = new WasmParser();
  parser.setLanguage(runtime.language);
  const vocabulary = vocabularyOf(runtime.language);
  const decode = (tree: Tree, text: string) => decodeTree(runtime.words(), addressOf(tree), runtime.tables, text);
  const walk = (tree: Tree, text: string) => {
    const cursor = tree.walk();
    try {
      return readByCursor(cursor, text, vocabulary);
    } finally {
      cursor.delete();
    }
  };
  const agree = withTree(parser, PROBE, (tree) => {
    const decoded = decode(tree, PROBE);
    return decoded !== null && sameTree(decoded, walk(tree, PROBE));
  });
  if (!agree) return { backend: 'wasm-cursor', parse: (text) => withTree(parser, text, (tree) => walk(tree, text)) };
  const read = (tree: Tree, text: string) => decode(tree, text) ?? walk(tree, text);
  return {
    backend: 'wasm',
    parse: (text) => withTree(parser, text, (tree) => read(tree, text)),
    follow: () => follow(parser, read),
  };
}

/** Holds an alias, an inherited field, a comment, letters outside the basic plane, a MISSING and an ERROR node. */
export const PROBE = `# \u{1d6fc}
async def f(\u{1d6fc}=f"\u{1f40d}{c!r}") -> None:
    with a as x, y: await x.b
    return i not in x
def g(:
    pass
h(a b)
`;

function withTree<R>(parser: WasmParser, text: string, use: (tree: Tree) => R): R {
  const tree = parseWithWasm(parser, text);
  try {
    return use(tree);
  } finally {
    tree.delete();
  }
}

function sameTree(a: FlatTree, b: FlatTree): boolean {
  if (a.count !== b.count || a.errors.length !== b.errors.length) return false;
  for (let i = 0; i < a.errors.length; i++) {
    if (a.errors[i]!.node !== b.errors[i]!.node || a.errors[i]!.missing !== b.errors[i]!.missing) return false;
  }
  for (let i = 0; i < a.count; i++) {
    if (a.kind[i] !== b.kind[i] || a.field[i] !== b.field[i]) return false;
    if (a.start[i] !== b.start[i] || a.end[i] !== b.end[i]) return false;
    if (a.parent[i] !== b.parent[i] || a.next[i] !== b.next[i]) return false;
  }
  return true;
}
