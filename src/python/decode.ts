import type { FlatTree, SyntaxFault } from './flat-tree.ts';
import { K } from './kinds.ts';
import { ERROR_SYMBOL, type GrammarNames, kindName, vocabularyOf } from './language.ts';

// Offsets below are in 32-bit words and follow subtree.h, tree.h and parser.h of the library inside web-tree-sitter 0.27.

/** Words of a subtree on the heap. Its children stand right before it, in slots of two words. */
const PADDING = 1;
const SIZE = 4;
const CHILD_COUNT = 9;
const SYMBOL = 10;
const FLAGS = 11;
const VISIBLE_CHILDREN = 12;
const VISIBLE_DESCENDANTS = 14;
const PRODUCTION = 16;
const SLOT = 2;

/** Bits of FLAGS. A small leaf lies in its slot instead, with other bits and `INLINE` set. */
const VISIBLE = 1;
const EXTRA = 1 << 2;
const MISSING = 1 << 9;
const INLINE = 1;
const INLINE_VISIBLE = 1 << 1;
const INLINE_EXTRA = 1 << 3;
const INLINE_MISSING = 1 << 5;

/** Words of TSLanguage. */
const PRODUCTION_COUNT = 7;
const LONGEST_PRODUCTION = 9;
const FIELD_SLICES = 16;
const FIELD_ENTRIES = 17;
const ALIASES = 21;

/** What a grammar says about the n-th child of a production: `cell = production * width + n`. */
export interface GrammarTables {
  /** By symbol; ERROR has the highest id there is. */
  readonly kinds: Uint16Array;
  readonly width: number;
  /** The kind a child is shown as, 0 when it keeps its own. */
  readonly aliases: Uint16Array;
  readonly fields: Uint8Array;
}

export function readGrammar(grammar: GrammarNames, address: number, words: Uint32Array): GrammarTables {
  const vocabulary = vocabularyOf(grammar);
  const kinds = new Uint16Array(ERROR_SYMBOL + 1);
  for (const [id, kind] of vocabulary.kinds) kinds[id] = kind;
  const at = address >>> 2;
  const bytes = new Uint8Array(words.buffer);
  const halves = new Uint16Array(words.buffer);
  const width = words[at + LONGEST_PRODUCTION]! & 0xffff;
  const claimed = words[at + PRODUCTION_COUNT]!;
  // A count that memory could not hold means another layout; the comparison with the cursor then fails.
  const productions = claimed * width <= words.length ? claimed : 0;
  const aliases = new Uint16Array(productions * width);
  const fields = new Uint8Array(productions * width);
  // Production 0 is the one of every node without alias or field, and has no row.
  for (let production = 1; production < productions; production++) {
    const row = production * width;
    for (let n = 0; n < width; n++) aliases[row + n] = kinds[halves[(words[at + ALIASES]! >>> 1) + row + n]!]!;
    const slice = (words[at + FIELD_SLICES]! >>> 1) + production * 2;
    const first = halves[slice]!;
    // Entries are { u16 field; u8 child; bool inherited }, and the cursor takes the first that fits.
    for (let entry = first + halves[slice + 1]! - 1; entry >= first; entry--) {
      const byte = words[at + FIELD_ENTRIES]! + entry * 4;
      const inherited = bytes[byte + 3] !== 0;
      if (!inherited) fields[row + bytes[byte + 2]!] = vocabulary.fields.get(halves[byte >>> 1]!) ?? 0;
    }
  }
  return { kinds, width, aliases, fields };
}

/** Numbers that a level of the walk keeps while its children are visited. */
const FRAME = 8;

/**
 * Reads a tree straight out of the WebAssembly memory, some fifteen times faster than the cursor. No API promises this layout:
 * parser.ts compares one decoded tree with the cursor before it trusts this function, which answers null when the memory does
 * not look as expected. `address` is that of the TSTree, whose first member is the root's slot.
 */
export function decodeTree(words: Uint32Array, address: number, tables: GrammarTables, text: string): FlatTree | null {
  const { kinds, width, aliases, fields } = tables;
  const root = words[address >>> 2]! >>> 2;
  if (root === 0) return null;
  const rootChildren = words[root + CHILD_COUNT]!;
  const total = rootChildren === 0 ? 1 : words[root + VISIBLE_DESCENDANTS]! + 1;
  // Every child occupies a slot of its own, so a walk that wants more slots than memory holds has lost its way.
  let budget = words.length / SLOT - rootChildren;
  if (!(total * SLOT <= words.length && budget >= 0)) return null;

  const kind = new Uint16Array(total);
  const start = new Uint32Array(total);
  const end = new Uint32Array(total);
  const field = new Uint8Array(total);
  const parent = new Int32Array(total);
  // While a node is open, `next` holds its last child so far.
  const next = new Int32Array(total).fill(-1);
  const errors: SyntaxFault[] = [];

  const rootSymbol = words[root + SYMBOL]! & 0xffff;
  kind[0] = kinds[rootSymbol]!;
  start[0] = words[root + PADDING]! >>> 1;
  end[0] = (words[root + PADDING]! + words[root + SIZE]!) >>> 1;
  parent[0] = -1;
  if (rootSymbol === ERROR_SYMBOL) errors.push({ node: 0, missing: null });

  let frames = new Int32Array(64 * FRAME);
  let top = 0;
  let count = 1;
  // The current level: slots still to visit, their cells, the byte where the previous one ended, the visible parent, the
  // field that hidden wrappers hand down, and whether the level belongs to the parent itself rather than to a wrapper.
  let slotEnd = root;
  let slot = root - rootChildren * SLOT;
  const rootProduction = words[root + PRODUCTION]! >>> 16;
  let cell = rootChildren === 0 ? 0 : rootProduction * width;
  let cellEnd = cell === 0 ? 0 : cell + width;
  let offset = 0;
  let above = 0;
  let handed = 0;
  let owner = 1;

  for (;;) {
    if (slot === slotEnd) {
      if (owner === 1) next[above] = -1;
      if (top === 0) break;
      top -= FRAME;
      slot = frames[top]!;
      slotEnd = frames[top + 1]!;
      cell = frames[top + 2]!;
      cellEnd = frames[top + 3]!;
      offset = frames[top + 4]!;
      above = frames[top + 5]!;
      handed = frames[top + 6]!;
      owner = frames[top + 7]!;
      continue;
    }

    const head = words[slot]!;
    let at = 0;
    let children = 0;
    let symbol: number;
    let from: number;
    let to: number;
    let visible: number;
    let extra: number;
    let missing: number;
    if ((head & INLINE) !== 0) {
      const sizes = words[slot + 1]!;
      symbol = (head >>> 8) & 0xff;
      from = offset + ((sizes >>> 16) & 0xff);
      to = from + (sizes >>> 24);
      visible = head & INLINE_VISIBLE;
      extra = head & INLINE_EXTRA;
      missing = head & INLINE_MISSING;
    } else {
      at = head >>> 2;
      const flags = words[at + FLAGS]!;
      children = words[at + CHILD_COUNT]!;
      symbol = words[at + SYMBOL]! & 0xffff;
      from = offset + words[at + PADDING]!;
      to = from + words[at + SIZE]!;
      visible = flags & VISIBLE;
      extra = flags & EXTRA;
      missing = flags & MISSING;
    }
    slot += SLOT;

    let alias = 0;
    let own = 0;
    if (extra === 0) {
      own = handed;
      if (cell < cellEnd) {
        alias = aliases[cell]!;
        own = fields[cell]! || handed;
        cell++;
      }
    }

    const shown = visible !== 0 || alias !== 0;
    let into = above;
    if (shown) {
      if (count === total) return null;
      into = count++;
      kind[into] = alias !== 0 ? alias : kinds[symbol]!;
      start[into] = from >>> 1;
      end[into] = to >>> 1;
      field[into] = own;
      parent[into] = above;
      const previous = next[above]!;
      if (previous >= 0) next[previous] = into;
      next[above] = into;
      if (missing !== 0) errors.push({ node: into, missing: kindName(kind[into]!) });
      else if (kind[into] === K.ERROR) errors.push({ node: into, missing: null });
    }

    if (children > 0 && (shown || words[at + VISIBLE_CHILDREN]! > 0)) {
      budget -= children;
      if (!(budget >= 0 && at - children * SLOT > 0)) return null;
      if (top === frames.length) frames = doubled(frames);
      frames[top] = slot;
      frames[top + 1] = slotEnd;
      frames[top + 2] = cell;
      frames[top + 3] = cellEnd;
      frames[top + 4] = to;
      frames[top + 5] = above;
      frames[top + 6] = handed;
      frames[top + 7] = owner;
      top += FRAME;
      const production = words[at + PRODUCTION]! >>> 16;
      slot = at - children * SLOT;
      slotEnd = at;
      cell = production * width;
      cellEnd = production === 0 ? 0 : cell + width;
      // The padding of a node is that of its first child.
      above = into;
      handed = shown ? 0 : own;
      owner = shown ? 1 : 0;
    } else {
      offset = to;
    }
  }
  return count === total ? { text, count, kind, start, end, field, parent, next, errors } : null;
}

function doubled(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}
