import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chunksOf } from './chunks.ts';
import { type Cursor, readByCursor } from './cursor.ts';
import type { FlatTree } from './flat-tree.ts';
import type { Vocabulary } from './language.ts';

interface NativeTree {
  walk(): Cursor;
}

interface NativeParser {
  setLanguage(language: unknown): void;
  parse(read: (index: number) => string): NativeTree;
}

type NativeParserClass = new () => NativeParser;

/** `from` is a folder to resolve the packages from, instead of where nostall itself is installed. */
export function loadNative(from?: string): (text: string) => FlatTree {
  const load = createRequire(from === undefined ? import.meta.url : join(from, 'package.json'));
  const NativeParser = loaded(load, 'tree-sitter') as NativeParserClass;
  const grammar = loaded(load, 'tree-sitter-python');
  const parser = attempt('tree-sitter-python', () => {
    const made = new NativeParser();
    made.setLanguage(grammar);
    return made;
  });
  const vocabulary: Vocabulary = { kinds: new Map(), fields: new Map() };
  // The binding frees a tree when it is collected; nothing can free it sooner.
  return (text) => readByCursor(parser.parse(chunksOf(text)).walk(), text, vocabulary);
}

function loaded(load: NodeJS.Require, name: string): unknown {
  return attempt(name, () => load(name));
}

function attempt<T>(name: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0];
    throw new Error(`NOSTALL_PARSER=native: the package ${name} could not be loaded (${reason})`);
  }
}
