import { childByField, firstChild, nodeText } from '../flat-tree.ts';
import { F, K } from '../kinds.ts';
import type { Builder } from './builder.ts';
import { namedChildren } from './lower-expression.ts';
import { Op } from './ops.ts';
import { copied } from './words.ts';

/** `import a.b` binds `a`; `import a.b as c` binds `c` to the submodule. */
export function lowerImport(b: Builder, at: number): number {
  const aliases = namedChildren(b, at).map((child) => {
    const { name, as } = aliasAt(b, child);
    const node = b.node(Op.Alias, child, b.string(name), as === null ? -1 : b.string(as));
    const dot = name.indexOf('.');
    const first = dot < 0 ? name : copied(name.slice(0, dot));
    const module = as === null ? first : name;
    b.define('import', as ?? first, node, { import: { module, level: 0, name: null } });
    return node;
  });
  return b.node(Op.Import, at, b.list(aliases));
}

export function lowerImportFrom(b: Builder, at: number): number {
  const { tree } = b;
  const moduleAt = childByField(tree, at, F.module_name);
  const { module, level } = moduleAt < 0 ? { module: '', level: 0 } : moduleName(b, moduleAt);
  const aliases: number[] = [];
  for (let child = firstChild(tree, at); child >= 0; child = tree.next[child] as number) {
    if (tree.kind[child] === K.wildcard_import) b.stars.push({ module, level, scope: b.scope });
    if (tree.field[child] !== F.name) continue;
    const { name, as } = aliasAt(b, child);
    const node = b.node(Op.Alias, child, b.string(name), as === null ? -1 : b.string(as));
    b.define('import', as ?? name, node, { import: { module, level, name } });
    aliases.push(node);
  }
  return b.node(Op.ImportFrom, at, b.string(module), b.list(aliases), level);
}

function aliasAt(b: Builder, at: number): { name: string; as: string | null } {
  const { tree } = b;
  if (tree.kind[at] !== K.aliased_import) return { name: dottedText(b, at), as: null };
  const name = childByField(tree, at, F.name);
  const alias = childByField(tree, at, F.alias);
  return { name: name < 0 ? '' : dottedText(b, name), as: alias < 0 ? null : b.textAt(alias) };
}

function moduleName(b: Builder, at: number): { module: string; level: number } {
  const { tree } = b;
  if (tree.kind[at] !== K.relative_import) return { module: dottedText(b, at), level: 0 };
  let module = '';
  let level = 0;
  for (const child of namedChildren(b, at)) {
    if (tree.kind[child] === K.import_prefix) level = nodeText(tree, child).replace(/[^.]/g, '').length;
    else module = dottedText(b, child);
  }
  return { module, level };
}

/** The dotted name at `at` without the white space and comments that may stand around its dots. */
function dottedText(b: Builder, at: number): string {
  const parts = namedChildren(b, at);
  if (parts.length < 2) return b.textAt(parts[0] ?? at);
  return copied(parts.map((part) => nodeText(b.tree, part)).join('.'));
}
