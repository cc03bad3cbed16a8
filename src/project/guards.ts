import { type FunctionInfo, items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { forEachChild } from '../python/index/parents.ts';
import type { Effect } from './effects.ts';
import { receiverOf } from './folding.ts';
import { isDatagramConnect, isNonblockingReceiver, pathOf } from './nonblocking.ts';
import { nameAt } from './project.ts';
import type { Mod } from './value.ts';

/** Questions that are asked so as not to wait. */
const QUESTIONS: ReadonlySet<string> = new Set([
  'empty',
  'qsize',
  'done',
  'full',
  'is_alive',
  'poll',
  'locked',
  'is_set',
]);

/** Whether what blocks in general does not in the place where it stands. */
export function isHarmless(mod: Mod, site: number, effect: Effect): boolean {
  if (effect.kind === 'network') return isNonblockingReceiver(mod, site) || isDatagramConnect(mod, site);
  return effect.kind === 'wait' && (isAskedFirst(mod, site) || isDoneAlready(mod, site));
}

/**
 * Whether the call does in place what the other arm of an `if thread.is_alive()` or `if loop.is_running()` hands over:
 * that is for the time before the start and after the end.
 */
export function isFallback(mod: Mod, call: number): boolean {
  const { index } = mod;
  const work = index.op[call] === Op.Call ? pathOf(mod, index.a[call] as number) : null;
  if (work === null) return false;
  let child = call;
  for (let at = index.parent[call] as number; at >= 0; child = at, at = index.parent[at] as number) {
    if (index.op[at] === Op.Function || index.op[at] === Op.Lambda) return false;
    if (index.op[at] !== Op.If || !items(index, index.c[at] as number).includes(child)) continue;
    const asked = pathOf(mod, calledOrSelf(mod, index.a[at] as number)) ?? '';
    const arm = items(index, index.b[at] as number);
    if (RUNNING.test(asked) && arm.some((statement) => handsOver(mod, statement, work))) return true;
  }
  return false;
}

const RUNNING = /[._](?:running|alive)$/;

function calledOrSelf(mod: Mod, node: number): number {
  return mod.index.op[node] === Op.Call ? (mod.index.a[node] as number) : node;
}

function handsOver(mod: Mod, node: number, work: string): boolean {
  const { index } = mod;
  const parent = index.parent[node] as number;
  const isCallee = index.op[parent] === Op.Call && index.a[parent] === node;
  if (!isCallee && pathOf(mod, node) === work) return true;
  let found = false;
  forEachChild(index, node, (child) => {
    found ||= handsOver(mod, child, work);
  });
  return found;
}

/** A callback given to `add_done_callback` is called with a future that is done: its `result()` has nothing to wait for. */
function isDoneAlready(mod: Mod, site: number): boolean {
  const { index } = mod;
  const receiver = receiverOf(mod, site);
  const owner = index.functions[index.owner[site] as number];
  if (!owner || index.op[receiver] !== Op.Name || !index.strings.includes('add_done_callback')) return false;
  const reaching = items(index, index.b[receiver] as number);
  if (reaching.length === 0 || !reaching.every((id) => index.definitions[id]?.kind === 'parameter')) return false;
  return index.functions.some((fn) => fn.sites.some((call) => isCallbackOf(mod, call, owner)));
}

function isCallbackOf(mod: Mod, call: number, owner: FunctionInfo): boolean {
  const { index } = mod;
  if (index.op[call] !== Op.Call || nameAt(mod, index.a[call] as number) !== 'add_done_callback') return false;
  const [callback] = items(index, index.b[call] as number);
  return callback !== undefined && (callback === owner.node || nameAt(mod, callback) === owner.name);
}

/**
 * Whether the code asked the receiver first: `while not queue.empty(): queue.get()`, `if future.done(): future.result()`,
 * or an `if` before that leaves. Between question and call nothing else runs on this thread.
 */
function isAskedFirst(mod: Mod, site: number): boolean {
  const { index } = mod;
  const receiver = receiverOf(mod, site);
  const key = receiver < 0 ? null : pathOf(mod, receiver);
  if (key === null) return false;
  let child = site;
  for (let at = index.parent[site] as number; at >= 0; child = at, at = index.parent[at] as number) {
    const op = index.op[at];
    if (op === Op.Lambda) return false;
    if (op === Op.Function) return leftBefore(mod, at, child, key);
    if (
      (op === Op.If || op === Op.While || op === Op.IfElse) &&
      child !== index.a[at] &&
      asks(mod, index.a[at] as number, key)
    ) {
      return true;
    }
    if (op === Op.If || op === Op.While || op === Op.For || op === Op.With || op === Op.Try) {
      if (leftBefore(mod, at, child, key)) return true;
    }
  }
  return false;
}

/** `if queue.empty(): continue` above the statement, in the same block. */
function leftBefore(mod: Mod, block: number, statement: number, key: string): boolean {
  const { index } = mod;
  let found = false;
  let passed = false;
  forEachChild(index, block, (child) => {
    if (child === statement) passed = true;
    if (passed || index.op[child] !== Op.If || !asks(mod, index.a[child] as number, key)) return;
    const last = items(index, index.b[child] as number).at(-1) ?? -1;
    found ||= [Op.Return, Op.Continue, Op.Break, Op.Raise].some((op) => index.op[last] === op);
  });
  return found;
}

function asks(mod: Mod, test: number, key: string): boolean {
  const { index } = mod;
  if (index.op[test] === Op.Call) {
    const callee = index.a[test] as number;
    if (
      index.op[callee] === Op.Attr &&
      QUESTIONS.has(nameAt(mod, callee) ?? '') &&
      pathOf(mod, index.a[callee] as number) === key
    ) {
      return true;
    }
  }
  let found = false;
  forEachChild(index, test, (child) => {
    found ||= asks(mod, child, key);
  });
  return found;
}
