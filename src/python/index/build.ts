import type { FlatTree } from '../flat-tree.ts';
import { nodeText } from '../flat-tree.ts';
import { LineTable } from '../positions.ts';
import { Builder } from './builder.ts';
import { linkUses } from './flow.ts';
import { lowerBlock } from './lower-statement.ts';
import type { Fault, ModuleIndex } from './module-index.ts';
import { type NodeArrays, nodeArrays } from './node-arrays.ts';
import { adopt } from './parents.ts';
import { readStated } from './stated.ts';
import { readSuppressions } from './suppressions.ts';

/** Makes the index of one file. `parse` is asked for annotations in quotes. */
export function buildIndex(path: string, tree: FlatTree, parse: (text: string) => FlatTree): ModuleIndex {
  const b = new Builder(tree, parse);
  b.openScope('module', -1);
  const body = tree.count > 0 ? lowerBlock(b, 0) : b.list([]);
  linkUses(b, 0, body, -1);
  for (const info of b.functions) {
    if (info.kind === 'def') linkUses(b, info.scope, info.body, -1);
    else if (info.kind === 'lambda') linkUses(b, info.scope, -1, info.expression);
    info.sites.sort((left, right) => textOrder(b, left, right));
  }
  for (const fault of tree.errors) markBroken(b, tree.start[fault.node] as number, tree.end[fault.node] as number);
  const lines = new LineTable(tree.text);
  const unusable = readStated(tree, lines, (start) =>
    b.functions.find(({ kind, node }) => kind === 'def' && b.start[node] === start),
  );
  trim(b);
  const index: ModuleIndex = {
    path,
    strings: b.strings,
    ...nodesOf(b),
    scopes: b.scopes,
    definitions: b.definitions,
    functions: b.functions,
    classes: b.classes,
    body,
    stars: b.stars,
    topCalls: b.topCalls,
    suppressions: [...readSuppressions(tree, lines), ...unusable],
    faults: tree.errors.map((fault) => describeFault(tree, fault)),
    hasAsync: b.functions.some((info) => info.isAsync),
  };
  adopt(index);
  return index;
}

function nodesOf(b: Builder): NodeArrays {
  const nodes = nodeArrays(b.count, b.listEnd);
  for (const key of ['op', 'start', 'end', 'a', 'b', 'c', 'owner'] as const)
    nodes[key].set(b[key].subarray(0, b.count));
  nodes.parent.fill(-1);
  nodes.lists.set(b.lists.subarray(0, b.listEnd));
  return nodes;
}

/** Lists that grew have room to spare, and most are empty: over a large project that adds up. */
function trim(b: Builder): void {
  for (const info of b.functions) {
    info.parameters = trimmed(info.parameters);
    info.typeParameters = trimmed(info.typeParameters);
    info.decorators = trimmed(info.decorators);
    info.sites = trimmed(info.sites);
    info.results = trimmed(info.results);
    info.yielded = trimmed(info.yielded);
  }
  for (const { names, name } of b.repeated) names.set(name, trimmed(names.get(name) as number[]));
}

const NONE: never[] = [];

function trimmed<T>(list: T[]): T[] {
  return list.length === 0 ? NONE : list.slice();
}

/** Evaluation order is close to text order; an outer call comes after the calls in its arguments. */
function textOrder(b: Builder, left: number, right: number): number {
  return (b.start[left] as number) - (b.start[right] as number) || (b.end[left] as number) - (b.end[right] as number);
}

function markBroken(b: Builder, start: number, end: number): void {
  for (const info of b.functions) {
    if ((b.start[info.node] as number) <= start && end <= (b.end[info.node] as number)) info.broken = true;
  }
}

function describeFault(tree: FlatTree, fault: FlatTree['errors'][number]): Fault {
  const start = tree.start[fault.node] as number;
  const end = tree.end[fault.node] as number;
  if (fault.missing !== null) return { start, end, message: `expected \`${fault.missing}\`` };
  const text = nodeText(tree, fault.node).split(/\r?\n/)[0]?.trim() ?? '';
  const shown = text.length > 40 ? `${text.slice(0, 37)}...` : text;
  return { start, end, message: shown === '' ? 'unexpected end of the file' : `unexpected \`${shown}\`` };
}
