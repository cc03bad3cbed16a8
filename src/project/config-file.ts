import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { behaviourOf } from './behaviour.ts';
import { typeOf } from './infer.ts';
import { reachingValue } from './lookup.ts';
import type { Project } from './project.ts';
import type { FunctionRef, Mod } from './value.ts';

/** Parsers of formats that people write by hand, by the start of their names. */
const HAND_WRITTEN = /^(?:yaml|ruamel\.yaml|toml|tomli|tomllib|tomlkit)\./;

/**
 * Whether a parser is given one configuration file that was read off the loop: a few milliseconds, once, on a line whose
 * author has thought of the loop. In a loop files add up, and text from elsewhere may have any size.
 */
export function parsesOneConfigFile(p: Project, mod: Mod, site: number, name: string): boolean {
  const { index } = mod;
  if (index.op[site] !== Op.Call || !HAND_WRITTEN.test(name)) return false;
  const [text] = items(index, index.b[site] as number);
  return text !== undefined && isReadOffLoop(p, mod, text) && !isInLoop(mod, site);
}

function isReadOffLoop(p: Project, mod: Mod, node: number): boolean {
  const { index } = mod;
  if (index.op[node] === Op.Name) {
    const value = reachingValue(mod, node);
    return index.op[value] === Op.Await && isReadOffLoop(p, mod, value);
  }
  const call = index.a[node] as number;
  if (index.op[node] !== Op.Await || index.op[call] !== Op.Call) return false;
  const called = modelled(p, mod, index.a[call] as number);
  const given = items(index, index.b[call] as number);
  if (called.some((fn) => behaviourOf(fn).offloads.length > 0)) {
    return [...given].some((argument) => modelled(p, mod, argument).some(readsFile));
  }
  return called.some((fn) => fn.info.isAsync && /^(?:aiofiles|anyio)\b/.test(fn.mod.name) && isWholeRead(fn));
}

function modelled(p: Project, mod: Mod, node: number): FunctionRef[] {
  return typeOf(p, mod, node).values.flatMap((value) =>
    value.tag === 'function' && value.fn.mod.stub ? [value.fn] : [],
  );
}

function readsFile(fn: FunctionRef): boolean {
  return isWholeRead(fn) && behaviourOf(fn).primitives.some((primitive) => primitive.kind === 'file');
}

function isWholeRead(fn: FunctionRef): boolean {
  return ['read', 'read_text', 'read_bytes'].includes(fn.info.name);
}

function isInLoop(mod: Mod, site: number): boolean {
  const { op, parent } = mod.index;
  for (let at = parent[site] as number; at >= 0 && op[at] !== Op.Function; at = parent[at] as number) {
    if (LOOPS.has(op[at] as number)) return true;
  }
  return false;
}

const LOOPS: ReadonlySet<number> = new Set([
  Op.For,
  Op.While,
  Op.ListComp,
  Op.SetComp,
  Op.DictComp,
  Op.Generator,
  Op.Lambda,
]);
