import { type NodeArrays, nodeArrays } from './node-arrays.ts';
import type { StreamReader, StreamWriter } from './number-stream.ts';

/** Operands that nodes of an operation have in this file. */
const A = 1;
const B = 2;
const C = 4;

/** By operation, the operand of the last node that had one: they go up for each operation by itself. */
const lastA = new Int32Array(256);
const lastB = new Int32Array(256);
const lastC = new Int32Array(256);

/** The lowered tree but for the parents, which follow from the rest. */
export function packNodes(out: StreamWriter, { op, start, end, a, b, c, owner, lists }: NodeArrays): void {
  const operands = new Uint8Array(256);
  for (let node = 0; node < op.length; node++) {
    const kind = op[node] as number;
    const has = (a[node] === -1 ? 0 : A) | (b[node] === -1 ? 0 : B) | (c[node] === -1 ? 0 : C);
    operands[kind] = (operands[kind] as number) | has;
  }
  out.count(op.length);
  out.count(lists.length);
  for (let kind = 0; kind < operands.length; kind++) {
    if (operands[kind] === 0) continue;
    out.count(kind);
    out.count(operands[kind] as number);
  }
  out.count(operands.length);
  forget();
  for (let node = 0, before = 0; node < op.length; node++) {
    const kind = op[node] as number;
    const has = operands[kind] as number;
    const to = end[node] as number;
    out.count(kind);
    // Most nodes come right after their last operand.
    out.number(to - before);
    out.count(to - (start[node] as number));
    before = to;
    if ((has & A) !== 0) packOperand(out, a[node] as number, lastA, kind);
    if ((has & B) !== 0) packOperand(out, b[node] as number, lastB, kind);
    if ((has & C) !== 0) packOperand(out, c[node] as number, lastC, kind);
  }
  packOwners(out, owner);
  packLists(out, lists);
}

export function unpackNodes(read: StreamReader): NodeArrays {
  const count = read.count();
  const nodes = nodeArrays(count, read.count());
  const { op, start, end, a, b, c } = nodes;
  const operands = new Uint8Array(256);
  for (let kind = read.count(); kind < operands.length; kind = read.count()) operands[kind] = read.count();
  forget();
  for (let node = 0, before = 0; node < count; node++) {
    const kind = read.count();
    const has = operands[kind] as number;
    before += read.number();
    op[node] = kind;
    end[node] = before;
    start[node] = before - read.count();
    a[node] = (has & A) === 0 ? -1 : unpackOperand(read, lastA, kind);
    b[node] = (has & B) === 0 ? -1 : unpackOperand(read, lastB, kind);
    c[node] = (has & C) === 0 ? -1 : unpackOperand(read, lastC, kind);
  }
  unpackOwners(read, nodes.owner);
  nodes.parent.fill(-1);
  unpackLists(read, nodes.lists);
  return nodes;
}

function forget(): void {
  lastA.fill(0);
  lastB.fill(0);
  lastC.fill(0);
}

function packOperand(out: StreamWriter, value: number, last: Int32Array, kind: number): void {
  out.id(value, last[kind] as number);
  if (value !== -1) last[kind] = value;
}

function unpackOperand(read: StreamReader, last: Int32Array, kind: number): number {
  const value = read.id(last[kind] as number);
  if (value !== -1) last[kind] = value;
  return value;
}

/** Neighbours mostly have the same owner: how many, and how far it is to the next one. */
function packOwners(out: StreamWriter, owner: Int32Array): void {
  for (let node = 0, before = 0; node < owner.length; ) {
    const first = node;
    const own = owner[node] as number;
    while (node < owner.length && owner[node] === own) node++;
    out.count(node - first);
    out.number(own - before);
    before = own;
  }
}

function unpackOwners(read: StreamReader, owner: Int32Array): void {
  for (let node = 0, own = 0; node < owner.length; ) {
    const to = node + read.count();
    own += read.number();
    for (; node < to; node++) owner[node] = own;
  }
}

/** Lists with one item and longer ones go up each by themselves: the former are mostly definitions, the latter nodes. */
function packLists(out: StreamWriter, lists: Int32Array): void {
  for (let at = 0, single = 0, first = 0; at < lists.length; ) {
    const length = lists[at++] as number;
    out.count(length);
    let before = length === 1 ? single : first;
    for (const to = at + length; at < to; at++) {
      out.number((lists[at] as number) - before);
      before = lists[at] as number;
    }
    if (length === 1) single = before;
    else if (length > 0) first = before;
  }
}

function unpackLists(read: StreamReader, lists: Int32Array): void {
  for (let at = 0, single = 0, first = 0; at < lists.length; ) {
    const length = read.count();
    lists[at++] = length;
    let before = length === 1 ? single : first;
    for (const to = at + length; at < to; at++) {
      before += read.number();
      lists[at] = before;
    }
    if (length === 1) single = before;
    else if (length > 0) first = before;
  }
}
