import type { Definition, ModuleIndex } from '../python/index/module-index.ts';
import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { isExported } from './exports.ts';
import { listAt } from './lists.ts';
import type { Project } from './project.ts';
import type { Mod } from './value.ts';
import { active } from './version.ts';

/** What a name refers to: definitions of one module. */
export interface Found {
  readonly mod: Mod;
  readonly definitions: readonly number[];
}

/** The definitions that the Name node may refer to: those that reach it, else by Python's scope rules. */
export function definitionsOfName(p: Project, mod: Mod, node: number): Found | null {
  const { index } = mod;
  const uses = index.b[node] as number;
  if (uses >= 0) return { mod, definitions: listAt(index, uses) };
  return lookup(p, mod, index.c[node] as number, index.strings[index.a[node] as number] as string);
}

/** The value that the name was given, where that happens once by Python's scope rules. */
export function soleValue(p: Project, mod: Mod, node: number): { readonly mod: Mod; readonly node: number } | null {
  const found = definitionsOfName(p, mod, node);
  const value = found === null ? -1 : onlyValue(found.mod.index, found.definitions);
  return found === null || value < 0 ? null : { mod: found.mod, node: value };
}

/** The same among the assignments that reach the name in its own function; -1 when there is none. */
export function reachingValue(mod: Mod, node: number): number {
  return onlyValue(mod.index, items(mod.index, mod.index.b[node] as number));
}

function onlyValue(index: ModuleIndex, definitions: ArrayLike<number>): number {
  const definition = definitions.length === 1 ? index.definitions[definitions[0] as number] : undefined;
  return definition?.kind === 'assign' && definition.path.length === 0 ? definition.value : -1;
}

/** Looks `name` up from `scope` outwards; a class body is not visible from the functions in it. */
export function lookup(p: Project, mod: Mod, scope: number, name: string): Found | null {
  const { scopes } = mod.index;
  for (let at = scope; at >= 0; ) {
    const here = scopes[at];
    if (!here) break;
    const elsewhere = here.elsewhere.get(name);
    if (elsewhere !== undefined && elsewhere !== at) {
      at = elsewhere;
      continue;
    }
    if (here.kind !== 'class' || at === scope) {
      const definitions = here.names.get(name);
      if (definitions && definitions.length > 0) {
        return { mod, definitions: here.kind === 'module' ? liveAtEnd(mod, definitions) : definitions };
      }
    }
    at = here.parent;
  }
  return starImported(p, mod, name) ?? builtin(p, mod, name);
}

/** The definitions of a module's own top level, and what it star-imports. */
export function moduleSymbol(p: Project, mod: Mod, name: string): Found | null {
  const definitions = mod.index.scopes[0]?.names.get(name);
  if (definitions && definitions.length > 0) {
    return { mod, definitions: activeDefinitions(p, mod, liveAtEnd(mod, definitions)) };
  }
  return starImported(p, mod, name);
}

const searching = new Set<Mod>();

function starImported(p: Project, mod: Mod, name: string): Found | null {
  if (mod.index.stars.length === 0 || searching.has(mod)) return null;
  searching.add(mod);
  let found: Found | null = null;
  for (const star of mod.index.stars) {
    const from = p.moduleAt(mod, star.module, star.level);
    if (from && isExported(p, from, name)) found = moduleSymbol(p, from, name) ?? found;
  }
  searching.delete(mod);
  return found;
}

/** Of the definitions of a module's name those that are live when it has run: what a later one replaces is gone. */
function liveAtEnd(mod: Mod, definitions: readonly number[]): readonly number[] {
  if (mod.stub || definitions.length < 2) return definitions;
  const { index } = mod;
  for (let i = definitions.length - 1; i > 0; i--) {
    const definition = index.definitions[definitions[i] as number] as Definition;
    if (definition.kind === 'augmented' || definition.kind === 'declare') continue;
    const parent = definition.node < 0 ? 0 : (index.parent[definition.node] as number);
    const isTop = parent === -1 || (parent >= 0 && index.parent[parent] === -1 && index.op[parent] !== Op.Function);
    const isStatement = parent === -1 || BINDING.has(index.op[parent] as number);
    if (isTop && isStatement) return definitions.slice(i);
  }
  return definitions;
}

const BINDING: ReadonlySet<number> = new Set([Op.Assign, Op.Annotated, Op.Import, Op.ImportFrom]);

function builtin(p: Project, mod: Mod, name: string): Found | null {
  const { builtins } = p;
  if (builtins === null || builtins === mod) return null;
  const definitions = builtins.index.scopes[0]?.names.get(name);
  return definitions ? { mod: builtins, definitions: activeDefinitions(p, builtins, definitions) } : null;
}

/** In a stub, the definitions that stand under a version test which the target passes. */
export function activeDefinitions(p: Project, mod: Mod, definitions: readonly number[]): readonly number[] {
  if (!mod.stub) return definitions;
  const isActive = (id: number) => active(p, mod, mod.index.definitions[id] as Definition);
  return definitions.every(isActive) ? definitions : definitions.filter(isActive);
}

/** The import that a name stands for, null when it is defined otherwise. */
export function importOf(found: Found | null): Definition | null {
  if (found === null || found.definitions.length === 0) return null;
  const definition = found.mod.index.definitions[found.definitions[0] as number];
  return definition?.kind === 'import' ? definition : null;
}

/** Dotted name that an expression spells out through imports (`typing.Optional`), without loading anything. */
export function spelled(p: Project, mod: Mod, node: number): string | null {
  const { index } = mod;
  if (index.op[node] === Op.Attr) {
    const object = spelled(p, mod, index.a[node] as number);
    return object === null ? null : `${object}.${index.strings[index.b[node] as number]}`;
  }
  if (index.op[node] !== Op.Name) return null;
  const found = definitionsOfName(p, mod, node);
  const definition = importOf(found);
  if (definition?.import) {
    const { module, name, level } = definition.import;
    if (level > 0) return null;
    return name === null ? module : `${module}.${name}`;
  }
  return found && found.mod.name === 'builtins' && found.mod !== mod
    ? `builtins.${index.strings[index.a[node] as number]}`
    : null;
}
