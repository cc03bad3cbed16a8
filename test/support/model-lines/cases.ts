import type { Primitive } from '../../../src/project/behaviour.ts';
import type { Project } from '../../../src/project/project.ts';
import { COSTS, type Cost, type Kind } from '../../../src/types.ts';
import type { Add, Case } from './case.ts';
import { assignmentsOf, primitivesMet } from './conditions.ts';
import type { Entry } from './entries.ts';
import { addHandedOver, addSubclass } from './handed.ts';
import type { Imports } from './names.ts';
import { pair } from './pairs.ts';
import { coroutine, type Use, useOf } from './use.ts';

/** The cases of an entry; a reason instead of them when no line can show what the model says. */
export function casesOf(p: Project, entry: Entry, imports: Imports): Case[] | string {
  const { fn, behaviour } = entry;
  const out: Case[] = [];
  const add: Add = (what, text, tag, reaches = null) => {
    const expected = typeof tag === 'string' ? { tag } : { tag: 'stalls' as const, effects: tag };
    out.push({ entry: entry.name, what, text, expected, reaches });
  };

  if (behaviour.primitives.length > 0) {
    const reason = addPrimitives(p, entry, imports, add);
    if (reason !== null) return reason;
  }
  addHandedOver(p, entry, imports, add);
  if (behaviour.onLoop) addSubclass(p, entry, imports, add);
  if (behaviour.awaiting !== null) {
    const text = pair(p, entry, imports);
    const awaited = /= await /.test(text) ? `await ${fn.mod.name}:${fn.info.qualname}` : null;
    if (behaviour.awaiting === 'reads') add('reads', text, 'overlaps');
    else add('mutates', text, 'apart', awaited);
  }
  return out;
}

/** Each primitive once, on the first call that meets it; the call moved to a thread; calls that meet none. */
function addPrimitives(p: Project, entry: Entry, imports: Imports, add: Add): string | null {
  const { fn, behaviour } = entry;
  const open = new Set(behaviour.primitives);
  for (const assignment of assignmentsOf(p, fn, behaviour.primitives)) {
    const met = primitivesMet(p, fn, behaviour.primitives, assignment);
    if (met === null) continue;
    const use = useOf(p, entry, imports, { assignment });
    if (met.length === 0) add('condition unmet', coroutine(use), 'silent');
    if (!met.some((primitive) => open.has(primitive))) continue;
    for (const primitive of met) open.delete(primitive);
    add('on the loop', coroutine(use), effectsOf(met));
    add('in a thread', offloaded(use), 'silent');
    if (met.every(({ once }) => once)) add('once, below', below(use), 'silent');
  }
  return open.size === 0 ? null : 'no call meets one of its conditions';
}

function effectsOf(primitives: readonly Primitive[]): Map<Kind, Cost> {
  const out = new Map<Kind, Cost>();
  for (const { kind, cost } of primitives) {
    const known = out.get(kind);
    if (known === undefined || COSTS.indexOf(cost) > COSTS.indexOf(known)) out.set(kind, cost);
  }
  // One call that both waits and computes is one finding, of the rule for waiting.
  if (out.size > 1) out.delete('cpu');
  return out;
}

function offloaded({ declared, text, isStatement, call }: Use): string {
  const head = `async def CASE(${declared.join(', ')}):`;
  if (call !== null) {
    const rest = call.args.text === '' ? '' : `, ${call.args.text}`;
    if (call.args.hasKeywords) return `${head}\n    return await asyncio.to_thread(${call.callee}${rest})`;
    return `${head}\n    return await asyncio.get_running_loop().run_in_executor(None, ${call.callee}${rest})`;
  }
  if (!isStatement) return `${head}\n    return await asyncio.to_thread(lambda: ${text})`;
  return `${head}\n    def work():\n        ${text}\n    await asyncio.to_thread(work)`;
}

/** Called by a function that a coroutine calls. */
function below({ declared, text, isStatement }: Use): string {
  const names = declared.map((one) => one.replace(/:.*/, '')).join(', ');
  const helper = `def helper_CASE(${declared.join(', ')}):\n    ${isStatement ? text : `return ${text}`}`;
  return `${helper}\n\n\nasync def CASE(${declared.join(', ')}):\n    return helper_CASE(${names})`;
}
