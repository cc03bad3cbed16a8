import type { PyNode } from '../../../src/python/node.ts';
import { useOf } from './names.ts';
import { type Piece, type Rewriting, rearranged } from './rewriting.ts';
import { isInside, type Source } from './source.ts';

interface Block {
  readonly fn: PyNode;
  readonly name: string;
  /** Whole lines, with the comments that belong to the function. */
  readonly start: number;
  readonly end: number;
}

/**
 * Functions that stand one after another, at top level or in a class, the last one first. A run of them ends where
 * anything else stands between, where a name comes twice, and where a decorator, default or annotation speaks of
 * another one of the run.
 */
export function reorderFunctions(source: Source): Rewriting {
  const pieces: Piece[] = [];
  let at = 0;
  let changes = 0;
  const keep = (end: number) => {
    pieces.push({ text: source.text.slice(at, end), start: at, end });
    at = end;
  };
  for (const run of runsIn(source)) {
    for (const [i, { start, end }] of run.entries()) {
      keep(start);
      const moved = run[run.length - 1 - i]!;
      pieces.push({ text: source.text.slice(moved.start, moved.end), start: moved.start, end: moved.end });
      at = end;
    }
    changes += run.length;
  }
  keep(source.text.length);
  return rearranged(source.text, pieces, changes);
}

/** In the order of the text. Classes stay where they are, so that no run lies in another. */
function runsIn(source: Source): Block[][] {
  const { views, nodes } = source;
  const runs: Block[][] = [];
  const suites = nodes.filter(({ type, parent }) => type === 'module' || (type === 'block' && isTopClass(parent)));
  for (const suite of suites) {
    let run: Block[] = [];
    const close = () => {
      if (run.length > 1) runs.push(run);
      run = [];
    };
    let free = views.lines.startOf(views.lines.lineOf(suite.start));
    for (const child of suite.namedChildren) {
      if (child.type === 'comment') continue;
      const block = blockOf(source, child, free);
      free = lineAfter(source, child);
      if (block === null || !fits(source, run, block)) close();
      if (block !== null) run.push(block);
    }
    close();
  }
  return runs.sort((a, b) => a[0]!.start - b[0]!.start);
}

function isTopClass(node: PyNode | null): boolean {
  if (node?.type !== 'class_definition') return false;
  const outer = node.parent?.type === 'decorated_definition' ? node.parent.parent : node.parent;
  return outer?.type === 'module';
}

/** Null when it is no function on lines of its own. */
function blockOf(source: Source, node: PyNode, free: number): Block | null {
  const fn = node.type === 'decorated_definition' ? node.field('definition') : node;
  if (fn?.type !== 'function_definition') return null;
  const { lines } = source.views;
  let first = lines.lineOf(node.start);
  const indent = indentOf(lines.lineText(first));
  const end = lineAfter(source, node);
  const isAlone = lines.startOf(first) >= free && lines.startOf(first) + indent === node.start;
  const rest = lines.lineText(lines.lineOf(node.end - 1)).slice(node.end - lines.startOf(lines.lineOf(node.end - 1)));
  if (!isAlone || !/^\s*(#|$)/.test(rest) || source.text[end - 1] !== '\n') return null;
  const isOwn = (text: string) => text.trimStart().startsWith('#') && indentOf(text) === indent;
  while (first > 1 && lines.startOf(first - 1) >= free && isOwn(lines.lineText(first - 1))) first--;
  return { fn: node, name: fn.field('name')!.text, start: lines.startOf(first), end };
}

/** Where the line starts that is neither the node's nor a comment of its body. */
function lineAfter({ views, text }: Source, node: PyNode): number {
  const { lines } = views;
  const indent = indentOf(lines.lineText(lines.lineOf(node.start)));
  let line = lines.lineOf(node.end - 1) + 1;
  while (lines.lineText(line).trimStart().startsWith('#') && indentOf(lines.lineText(line)) > indent) line++;
  return Math.min(lines.startOf(line), text.length);
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)![0].length;
}

function fits(source: Source, run: readonly Block[], block: Block): boolean {
  const all = [...run, block];
  const names = new Set(all.map(({ name }) => name));
  if (names.size < all.length) return false;
  return !all.some(({ fn }) => headNames(source, fn).some((name) => names.has(name)));
}

/** What runs where a function is defined. */
function headNames({ nodes }: Source, fn: PyNode): string[] {
  const definition = fn.field('definition') ?? fn;
  const body = definition.field('body')!;
  const inside = nodes.slice(fn.index).filter((node) => node.start < fn.end && !isInside(node, body));
  return inside.filter((node) => useOf(node) === 'load').map(({ text }) => text);
}
