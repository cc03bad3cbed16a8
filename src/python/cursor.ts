import type { FlatTree, SyntaxFault } from './flat-tree.ts';
import { ERROR_SYMBOL, fieldOf, kindName, kindOf, type Vocabulary } from './language.ts';

/** What the cursors of web-tree-sitter and of the native binding have in common. */
export interface Cursor {
  readonly nodeTypeId: number;
  readonly nodeIsNamed: boolean;
  readonly nodeIsMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  /** The native binding says undefined where the other says 0. */
  readonly currentFieldId: number | undefined;
  readonly currentFieldName: string | null | undefined;
  readonly currentNode: { readonly type: string };
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}

/** Reads a tree through the public API: slower than decoding memory, and right with any version. The caller frees both. */
export function readByCursor(cursor: Cursor, text: string, vocabulary: Vocabulary): FlatTree {
  let capacity = 256 + (text.length >>> 2);
  let kind = new Uint16Array(capacity);
  let start = new Uint32Array(capacity);
  let end = new Uint32Array(capacity);
  let field = new Uint8Array(capacity);
  let parent = new Int32Array(capacity);
  let next = new Int32Array(capacity);
  const errors: SyntaxFault[] = [];
  let count = 0;

  function add(parentIndex: number): number {
    if (count === capacity) {
      capacity *= 2;
      kind = grown(kind, new Uint16Array(capacity));
      start = grown(start, new Uint32Array(capacity));
      end = grown(end, new Uint32Array(capacity));
      field = grown(field, new Uint8Array(capacity));
      parent = grown(parent, new Int32Array(capacity));
      next = grown(next, new Int32Array(capacity));
    }
    const id = cursor.nodeTypeId;
    const own = kindOfId(cursor, id, vocabulary);
    kind[count] = own;
    start[count] = cursor.startIndex;
    end[count] = cursor.endIndex;
    field[count] = currentField(cursor, vocabulary);
    parent[count] = parentIndex;
    next[count] = -1;
    if (id === ERROR_SYMBOL) errors.push({ node: count, missing: null });
    else if (cursor.nodeIsMissing) errors.push({ node: count, missing: kindName(own) });
    return count++;
  }

  let node = add(-1);
  for (;;) {
    if (cursor.gotoFirstChild()) {
      node = add(node);
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        return {
          text,
          count,
          kind: kind.slice(0, count),
          start: start.slice(0, count),
          end: end.slice(0, count),
          field: field.slice(0, count),
          parent: parent.slice(0, count),
          next: next.slice(0, count),
          errors,
        };
      }
      node = parent[node]!;
    }
    const sibling = add(parent[node]!);
    next[node] = sibling;
    node = sibling;
  }
}

function kindOfId(cursor: Cursor, id: number, vocabulary: Vocabulary): number {
  let kind = vocabulary.kinds.get(id);
  if (kind === undefined) {
    kind = kindOf(cursor.currentNode.type, cursor.nodeIsNamed);
    vocabulary.kinds.set(id, kind);
  }
  return kind;
}

function currentField(cursor: Cursor, vocabulary: Vocabulary): number {
  const id = cursor.currentFieldId ?? 0;
  if (id === 0) return 0;
  let field = vocabulary.fields.get(id);
  if (field === undefined) {
    field = fieldOf(cursor.currentFieldName ?? '');
    vocabulary.fields.set(id, field);
  }
  return field;
}

function grown<A extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
