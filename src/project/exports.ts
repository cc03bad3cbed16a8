import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { definitionsOfName, importOf } from './lookup.ts';
import type { Project } from './project.ts';
import type { Mod } from './value.ts';

const exported = new WeakMap<Mod, ReadonlySet<string> | null>();

/** Whether `from mod import *` takes the name: what `__all__` lists, else all without an underscore. */
export function isExported(p: Project, mod: Mod, name: string): boolean {
  const names = namesInAll(p, mod);
  return names === null ? !name.startsWith('_') : names.has(name);
}

/** The strings of `__all__`; null when there is none, or when it is put together in a way that is not followed. */
function namesInAll(p: Project, mod: Mod): ReadonlySet<string> | null {
  let names = exported.get(mod);
  if (names === undefined) {
    // Two modules may list each other's names.
    exported.set(mod, null);
    names = readAll(p, mod);
    exported.set(mod, names);
  }
  return names;
}

function readAll(p: Project, mod: Mod): ReadonlySet<string> | null {
  const { index } = mod;
  const definitions = index.scopes[0]?.names.get('__all__');
  if (!definitions) return null;
  const names = new Set<string>();
  for (const id of definitions) if (!addNames(p, mod, index.definitions[id]?.value ?? -1, names)) return null;
  for (const call of index.topCalls) {
    const callee = index.a[call] as number;
    if (index.op[callee] !== Op.Attr || !isNameOf(mod, index.a[callee] as number, '__all__')) continue;
    const method = index.strings[index.b[callee] as number];
    const [argument = -1] = items(index, index.b[call] as number);
    if (method === 'append' && index.op[argument] === Op.String) names.add(stringAt(mod, argument));
    else if (method !== 'extend' || !addNames(p, mod, argument, names)) return null;
  }
  return names;
}

/** Adds the strings of a list, a sum of lists, or the `__all__` of another module; false for anything else. */
function addNames(p: Project, mod: Mod, node: number, names: Set<string>): boolean {
  const { index } = mod;
  const [a, b, c] = [index.a[node] as number, index.b[node] as number, index.c[node] as number];
  switch (index.op[node]) {
    case Op.List:
    case Op.Tuple:
      return [...items(index, a)].every((part) => {
        if (index.op[part] === Op.Star) return addNames(p, mod, index.a[part] as number, names);
        if (index.op[part] === Op.String) names.add(stringAt(mod, part));
        return index.op[part] === Op.String;
      });
    case Op.Binary:
      return index.strings[c] === '+' && addNames(p, mod, a, names) && addNames(p, mod, b, names);
    case Op.Name:
    case Op.Attr: {
      const others = listed(p, mod, node);
      for (const name of others ?? []) names.add(name);
      return others !== null;
    }
    default:
      return false;
  }
}

/** What `other.__all__` lists, or a name that `from other import __all__` brought. */
function listed(p: Project, mod: Mod, node: number): ReadonlySet<string> | null {
  const { index } = mod;
  const isAttribute = index.op[node] === Op.Attr;
  const holder = isAttribute ? (index.a[node] as number) : node;
  if (isAttribute && index.strings[index.b[node] as number] !== '__all__') return null;
  const target = index.op[holder] === Op.Name ? importOf(definitionsOfName(p, mod, holder))?.import : null;
  if (!target || (!isAttribute && target.name !== '__all__')) return null;
  const inner = isAttribute && target.name !== null ? target.name : '';
  const module = [target.module, inner].filter((part) => part !== '').join('.');
  const other = p.moduleAt(mod, module, target.level);
  return other === null ? null : namesInAll(p, other);
}

function isNameOf(mod: Mod, node: number, name: string): boolean {
  return mod.index.op[node] === Op.Name && mod.index.strings[mod.index.a[node] as number] === name;
}

function stringAt(mod: Mod, node: number): string {
  return mod.index.strings[mod.index.a[node] as number] as string;
}
