import { Edit, type Tree, type Parser as WasmParser } from 'web-tree-sitter';
import { isHighSurrogate, readable } from './chunks.ts';
import type { FlatTree } from './flat-tree.ts';
import { parseWithWasm } from './wasm.ts';

/** Parses a text that is edited again and again, where tree-sitter has to look only at what is new. */
export interface Follower {
  parse(text: string): FlatTree;
  /** Gives the memory of the last tree back. */
  end(): void;
}

interface Followed {
  readonly tree: Tree;
  readonly text: string;
  readonly flat: FlatTree;
}

export function follow(parser: WasmParser, read: (tree: Tree, text: string) => FlatTree): Follower {
  let last: Followed | null = null;
  return {
    parse(text) {
      if (last?.text === text) return last.flat;
      const before = last;
      last = null;
      const tree = (before && reparse(parser, before, text)) ?? parseWithWasm(parser, text);
      before?.tree.delete();
      last = { tree, text, flat: read(tree, text) };
      return last.flat;
    },
    end() {
      last?.tree.delete();
      last = null;
    },
  };
}

/** Null where the text has errors: how one is mended hangs on what was there before, and a report must not. */
function reparse(parser: WasmParser, before: Followed, text: string): Tree | null {
  before.tree.edit(editBetween(readable(before.text), readable(text)));
  const tree = parseWithWasm(parser, text, before.tree);
  if (!tree.rootNode.hasError) return tree;
  tree.delete();
  return null;
}

/** What lies between the common beginning and the common end of two texts. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  // Not through the middle of a letter outside the basic plane.
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end--;
  const [oldEndIndex, newEndIndex] = [before.length - end, after.length - end];
  return new Edit({
    startIndex: start,
    oldEndIndex,
    newEndIndex,
    startPosition: pointAt(before, start),
    oldEndPosition: pointAt(before, oldEndIndex),
    newEndPosition: pointAt(after, newEndIndex),
  });
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

function pointAt(text: string, index: number): { row: number; column: number } {
  let row = 0;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: index - lineStart };
}
