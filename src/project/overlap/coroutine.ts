import { items } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import { typeOf } from '../infer.ts';
import { pathOf } from '../nonblocking.ts';
import { nameAt, type Project } from '../project.ts';
import type { FunctionRef, Mod } from '../value.ts';
import { type Awaited, classify } from './classify.ts';
import type { Exclusive } from './exclusive.ts';
import { exclusivesOf } from './exclusive.ts';
import { isMutator, rootOf } from './paths.ts';

/** What awaiting a coroutine of the project does, as far as its own code shows. */
export interface CoroutineFacts {
  /** It changes self, a global or an argument, or awaits something whose order matters. */
  readonly writes: boolean;
  /** It calls or awaits something that is not known. */
  readonly unknown: boolean;
  /** Exclusive objects it uses, by path from `self`, its parameters, globals. */
  readonly exclusives: readonly Exclusive[];
}

const UNKNOWN_FACTS: CoroutineFacts = { writes: false, unknown: true, exclusives: [] };
const facts = new WeakMap<FunctionRef, CoroutineFacts | 'pending'>();

export function coroutineFacts(p: Project, fn: FunctionRef): CoroutineFacts {
  const known = facts.get(fn);
  if (known === 'pending') return UNKNOWN_FACTS;
  if (known) return known;
  facts.set(fn, 'pending');
  const found = read(p, fn);
  facts.set(fn, found);
  return found;
}

function read(p: Project, fn: FunctionRef): CoroutineFacts {
  const { mod, info } = fn;
  const { index } = mod;
  let writes = writesInside(p, fn);
  let unknown = info.broken;
  const exclusives: Exclusive[] = [];
  const outside = (path: string) => !isLocal(p, fn, path);
  for (const site of info.sites) {
    const op = index.op[site];
    if (op === Op.Await) {
      const awaited = classify(p, mod, site);
      if (awaited === null) unknown = true;
      else merge(awaited);
    } else if (op === Op.Call) {
      if (index.op[index.parent[site] as number] === Op.Await) continue;
      const callee = index.a[site] as number;
      const receiver = index.op[callee] === Op.Attr ? pathOf(mod, index.a[callee] as number) : null;
      if (receiver !== null && outside(receiver) && isMutator(nameAt(mod, callee) ?? '')) writes = true;
      if (!isHarmless(p, mod, site, outside)) unknown = true;
      for (const exclusive of exclusivesOf(p, mod, site)) if (outside(exclusive.path)) exclusives.push(exclusive);
    } else if ((op === Op.WithItem && index.c[site] === 1) || op === Op.For) {
      // Entering, leaving and stepping are awaits too.
      if (op === Op.WithItem || index.lists[(index.c[site] as number) + 1] === 1) unknown = true;
    }
  }
  return { writes, unknown, exclusives };

  function merge(awaited: Awaited): void {
    if (awaited.certainty === 'never') writes = true;
    else if (awaited.certainty !== 'proven') unknown = true;
    for (const exclusive of awaited.exclusives) if (outside(exclusive.path)) exclusives.push(exclusive);
  }
}

/** A synchronous call that is known to change nothing, or that works on values of the coroutine's own. */
function isHarmless(p: Project, mod: Mod, call: number, outside: (path: string) => boolean): boolean {
  const { index } = mod;
  const callee = index.a[call] as number;
  const { values } = typeOf(p, mod, callee);
  if (values.length > 0 && values.every((value) => (value.tag === 'function' ? value.fn.mod.stub : value.tag === 'class'))) {
    return true;
  }
  if (index.op[callee] !== Op.Attr) return false;
  const receiver = pathOf(mod, index.a[callee] as number);
  return receiver === null || !outside(receiver);
}

/** Whether the path starts at a variable that the function makes itself: not a parameter, not a global. */
function isLocal(p: Project, fn: FunctionRef, path: string): boolean {
  const root = rootOf(path);
  const { index } = fn.mod;
  const scope = index.scopes[fn.info.scope];
  const definitions = scope?.names.get(root);
  void p;
  return definitions?.every((id) => index.definitions[id]?.kind !== 'parameter') ?? false;
}

function writesInside(p: Project, fn: FunctionRef): boolean {
  const { mod, info } = fn;
  const { index } = mod;
  const scope = index.scopes[info.scope];
  if (scope && scope.elsewhere.size > 0) return true;
  for (let node = 0; node < index.op.length; node++) {
    if (index.owner[node] !== fn.id) continue;
    const op = index.op[node];
    const targets =
      op === Op.Assign
        ? items(index, index.a[node] as number)
        : op === Op.Annotated || op === Op.Augmented
          ? [index.a[node] as number]
          : [];
    for (const target of targets) {
      const path = index.op[target] === Op.Subscript ? pathOf(mod, index.a[target] as number) : pathOf(mod, target);
      if (index.op[target] === Op.Name) continue;
      if (path === null || !isLocal(p, fn, path)) return true;
    }
  }
  return false;
}

