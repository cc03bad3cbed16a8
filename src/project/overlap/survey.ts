import { items } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import { forEachChild } from '../../python/index/parents.ts';
import { pathOf } from '../nonblocking.ts';
import { nameAt, type Project } from '../project.ts';
import type { Mod } from '../value.ts';
import { awaitNodes } from './awaits.ts';
import { classifyCall } from './classify.ts';
import { readsClock } from './clocks.ts';
import { isMutator, pathsWritten } from './paths.ts';

/** What the body of a loop shows without asking what is called in it. */
export interface Survey {
  /** In text order. */
  readonly awaits: number[];
  /** `async with` statements. */
  readonly entered: number[];
  /** Paths that rounds write: accumulators among them. */
  readonly mutated: Set<string>;
  /** Names bound in the body. */
  readonly bound: Set<string>;
  /** Conditions that decide whether an await happens. */
  readonly tests: number[];
  hasTry: boolean;
}

/** Reads the body of a loop; null when something in it ties the rounds together. */
export function survey(p: Project, mod: Mod, body: Iterable<number>): Survey | null {
  const { index } = mod;
  const out: Survey = { awaits: [], entered: [], mutated: new Set(), bound: new Set(), tests: [], hasTry: false };
  let tied = false;
  const visit = (node: number): void => {
    if (tied || node < 0) return;
    const a = index.a[node] as number;
    switch (index.op[node]) {
      case Op.Function:
      case Op.Class:
      case Op.Lambda:
      case Op.Generator:
        return;
      case Op.Break:
      case Op.Return:
      case Op.Yield:
      case Op.YieldFrom:
      case Op.While:
      case Op.Assert:
        tied = true;
        return;
      case Op.Raise:
        // A bare `raise` in a handler is what happens without the handler, too.
        if (a >= 0) tied = true;
        return;
      case Op.If:
        out.tests.push(a);
        break;
      case Op.For:
        if (index.lists[(index.c[node] as number) + 1] === 1) tied = true;
        break;
      case Op.Try:
        out.hasTry = true;
        break;
      case Op.With:
        if (index.c[node] === 1) out.entered.push(node);
        break;
      case Op.ListComp:
      case Op.SetComp:
      case Op.DictComp:
        if (awaitNodes(mod, [node]).length > 0) tied = true;
        break;
      case Op.Await:
        out.awaits.push(node);
        break;
      case Op.Assign:
        for (const target of items(index, a)) written(mod, target, out);
        break;
      case Op.Annotated:
        written(mod, a, out);
        break;
      case Op.Augmented:
        pathsWritten(mod, a, out.mutated);
        break;
      case Op.Call: {
        if (readsClock(p, mod, node)) tied = true;
        const callee = a;
        if (index.op[callee] !== Op.Attr || !isMutator(nameAt(mod, callee) ?? '')) break;
        const path = pathOf(mod, index.a[callee] as number);
        if (path !== null) out.mutated.add(path);
        break;
      }
    }
    forEachChild(index, node, visit);
  };
  for (const statement of body) visit(statement);
  out.awaits.sort((left, right) => (index.start[left] as number) - (index.start[right] as number));
  return tied ? null : out;
}

function written(mod: Mod, target: number, out: Survey): void {
  const { index } = mod;
  if (index.op[target] === Op.Name) pathsWritten(mod, target, out.bound);
  else if (index.op[target] === Op.Tuple || index.op[target] === Op.List) {
    for (const child of items(index, index.a[target] as number)) written(mod, child, out);
  } else pathsWritten(mod, target, out.mutated);
}

/** `async with session.get(url) as answer`: a request of its own in each round, when entering it is known to read. */
export function entersReading(p: Project, mod: Mod, statement: number, bound: Set<string>): boolean {
  const { index } = mod;
  return [...items(index, index.a[statement] as number)].every((item) => {
    const context = index.a[item] as number;
    if (index.op[context] !== Op.Call) return false;
    const target = index.b[item] as number;
    if (target >= 0) pathsWritten(mod, target, bound);
    return classifyCall(p, mod, context, context).certainty === 'proven';
  });
}
