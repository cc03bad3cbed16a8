import type { ModuleIndex } from './module-index.ts';

export type NodeArrays = Pick<ModuleIndex, 'op' | 'start' | 'end' | 'a' | 'b' | 'c' | 'owner' | 'parent' | 'lists'>;

/** The arrays of a tree, all in one piece of memory: pieces by the thousand, most of them small, cost as much as they hold. */
export function nodeArrays(nodes: number, listSize: number): NodeArrays {
  const buffer = new ArrayBuffer((nodes * WORDS + listSize) * 4 + nodes);
  let at = 0;
  const next = (length: number): number => {
    const from = at;
    at += length * 4;
    return from;
  };
  return {
    start: new Uint32Array(buffer, next(nodes), nodes),
    end: new Uint32Array(buffer, next(nodes), nodes),
    a: new Int32Array(buffer, next(nodes), nodes),
    b: new Int32Array(buffer, next(nodes), nodes),
    c: new Int32Array(buffer, next(nodes), nodes),
    owner: new Int32Array(buffer, next(nodes), nodes),
    parent: new Int32Array(buffer, next(nodes), nodes),
    lists: new Int32Array(buffer, next(listSize), listSize),
    op: new Uint8Array(buffer, at, nodes),
  };
}

/** Arrays with four bytes for each node. */
const WORDS = 7;
