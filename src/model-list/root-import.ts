import { definitionsOfName } from '../project/lookup.ts';
import type { Project } from '../project/project.ts';
import type { Mod } from '../project/value.ts';
import type { AttributeDefinition, Definition } from '../python/index/module-index.ts';
import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';

/** Further copies of copies are not followed. */
const DEEPEST = 8;

/**
 * The import that a value comes from, however many attributes, calls and assignments ago, with what was asked of it: for
 * `self.db.find`, something in the module whose client `__init__` put there. For modules without a model, of which no
 * types are known.
 */
export function rootImport(p: Project, mod: Mod, node: number, depth = 0): string | null {
  if (node < 0 || depth > DEEPEST) return null;
  const { index } = mod;
  const a = index.a[node] as number;
  switch (index.op[node]) {
    case Op.Attr: {
      const root = rootImport(p, mod, a, depth);
      return root === null ? ofSelf(p, mod, node, depth) : `${root}.${index.strings[index.b[node] as number]}`;
    }
    case Op.Call:
    case Op.Await:
    case Op.Subscript:
      return rootImport(p, mod, a, depth);
    case Op.Name: {
      const found = definitionsOfName(p, mod, node);
      if (found === null || found.mod !== mod) return null;
      for (const id of found.definitions) {
        const root = ofDefinition(p, mod, index.definitions[id] as Definition, depth + 1);
        if (root !== null) return root;
      }
      return null;
    }
    case Op.Binary:
      // `acme.Client | None`
      return rootImport(p, mod, a, depth) ?? rootImport(p, mod, index.b[node] as number, depth);
    default:
      return null;
  }
}

function ofDefinition(p: Project, mod: Mod, definition: Definition, depth: number): string | null {
  if (definition.import) {
    const { module, level, name } = definition.import;
    if (level > 0) return null;
    return name === null ? module : `${module}.${name}`;
  }
  return bound(p, mod, definition, depth);
}

/** An annotation says more than the value: `client: Client = make()`. Of `Optional[Client]`, what it holds. */
function bound(p: Project, mod: Mod, { annotation, value }: Definition | AttributeDefinition, depth: number) {
  const isForm = annotation >= 0 && mod.index.op[annotation] === Op.Subscript;
  const stated = isForm ? (mod.index.b[annotation] as number) : annotation;
  return rootImport(p, mod, stated, depth) ?? rootImport(p, mod, value, depth);
}

/** `self.client`: what methods of the class around it, or its body, assign. */
function ofSelf(p: Project, mod: Mod, node: number, depth: number): string | null {
  const { index } = mod;
  const object = index.a[node] as number;
  const name = index.strings[index.b[node] as number] as string;
  let fn = index.functions[index.owner[node] as number];
  while (fn && fn.class < 0 && fn.outer >= 0) fn = index.functions[fn.outer];
  const cls = index.classes[fn?.class ?? -1];
  const first = fn?.parameters[0]?.name;
  if (!cls || index.op[object] !== Op.Name || index.strings[index.a[object] as number] !== first) return null;
  const inBody = index.scopes[cls.scope]?.names.get(name) ?? [];
  const definitions = [...(cls.attributes.get(name) ?? []), ...inBody.map((id) => index.definitions[id] as Definition)];
  for (const definition of definitions) {
    const root = bound(p, mod, definition, depth + 1);
    if (root !== null) return root;
  }
  return null;
}

/** Dotted names that the imports of a module ask for, wherever they stand; relative ones stay in the project. */
export function importsOf({ index }: Mod): string[] {
  const names: string[] = [];
  const aliasesAt = (list: number) =>
    [...items(index, list)].map((alias) => index.strings[index.a[alias] as number] as string);
  for (const [node, op] of index.op.entries()) {
    if (op === Op.Import) names.push(...aliasesAt(index.a[node] as number));
    if (op !== Op.ImportFrom || index.c[node] !== 0) continue;
    const module = index.strings[index.a[node] as number] as string;
    names.push(module, ...aliasesAt(index.b[node] as number).map((name) => `${module}.${name}`));
  }
  return names;
}
