import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { pathKind, readBytes } from '../files.ts';
import { chunksOf } from './chunks.ts';
import { type GrammarTables, readGrammar } from './decode.ts';

export type WasmFile = 'web-tree-sitter.wasm' | 'tree-sitter-python.wasm';
export type ReadWasm = (file: WasmFile) => Uint8Array | Promise<Uint8Array>;

export interface WasmRuntime {
  readonly language: Language;
  readonly tables: GrammarTables;
  /** Memory moves when it grows: ask again after every parse. */
  words(): Uint32Array;
}

/** Emscripten writes its views of the memory into the object that it is given. */
interface Memory {
  readonly instantiateWasm: (imports: object, done: (instance: object, module: object) => void) => void;
  HEAPU32?: Uint32Array;
}

/** The part that is used here; the types for Node leave it to those for browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => object;
};

let loading: Promise<WasmRuntime> | null = null;

/** web-tree-sitter can be initialised once per process, so the first caller's `read` counts; a failed load may be repeated. */
export function loadWasm(read: ReadWasm = readInstalled): Promise<WasmRuntime> {
  loading ??= load(read).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** The caller must delete the tree. `last` is one of the text before it was edited, told of the edit. */
export function parseWithWasm(parser: Parser, text: string, last: Tree | null = null): Tree {
  const tree = parser.parse(chunksOf(text), last);
  if (tree === null) throw new Error('tree-sitter gave no tree');
  return tree;
}

/** What web-tree-sitter keeps at index 0 of its objects: their address in the WebAssembly memory. */
export function addressOf(object: Tree | Language): number {
  return (object as unknown as { readonly 0: number })[0];
}

async function load(read: ReadWasm): Promise<WasmRuntime> {
  const [runtime, grammar] = await Promise.all([read('web-tree-sitter.wasm'), read('tree-sitter-python.wasm')]);
  const memory: Memory = {
    // Functions are compiled when they are first called, so that there is no work here to hand to another thread.
    instantiateWasm(imports, done) {
      const module = new WebAssembly.Module(runtime);
      done(new WebAssembly.Instance(module, imports), module);
    },
  };
  await Parser.init(memory);
  const language = Language.loadSync(new WebAssembly.Module(grammar));
  const words = (): Uint32Array => memory.HEAPU32 ?? new Uint32Array();
  return { language, tables: readGrammar(language, addressOf(language), words()), words };
}

const PACKAGES: Readonly<Record<WasmFile, string>> = {
  'web-tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-python.wasm': 'tree-sitter-python/tree-sitter-python.wasm',
};

/** The build puts the files beside the bundle; when running from source they are in the installed packages. */
function readInstalled(file: WasmFile): Uint8Array {
  const beside = fileURLToPath(new URL(file, import.meta.url));
  return readBytes(pathKind(beside) === 'file' ? beside : (inPackage(file) ?? beside));
}

function inPackage(file: WasmFile): string | null {
  try {
    return createRequire(import.meta.url).resolve(PACKAGES[file]);
  } catch {
    return null;
  }
}
