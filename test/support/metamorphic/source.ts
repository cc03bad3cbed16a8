import { type NodeViews, nodesOf, type PyNode } from '../../../src/python/node.ts';
import { createParser } from '../../../src/python/parser.ts';

/** One file of a fixture, parsed. */
export interface Source {
  /** As findings show it. */
  readonly path: string;
  readonly text: string;
  readonly views: NodeViews;
  /** Every node, in the order of the text. */
  readonly nodes: readonly PyNode[];
  readonly faults: number;
}

const parser = await createParser();

export function parseSource(path: string, text: string): Source {
  const tree = parser.parse(text);
  const views = nodesOf(tree);
  const nodes = Array.from({ length: tree.count }, (_, index) => views.node(index));
  return { path, text, views, nodes, faults: tree.errors.length };
}

export function isInside(node: PyNode, outer: PyNode): boolean {
  for (let one: PyNode | null = node; one !== null; one = one.parent) if (one === outer) return true;
  return false;
}

/** The node itself or what is nearest around it. */
export function enclosing(node: PyNode, types: ReadonlySet<string>): PyNode | null {
  for (let one: PyNode | null = node; one !== null; one = one.parent) {
    if (one.named && types.has(one.type)) return one;
  }
  return null;
}
