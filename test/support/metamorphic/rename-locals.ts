import type { PyNode } from '../../../src/python/node.ts';
import { COMPREHENSIONS, REFLECTION, scopeOf, type Use, useOf } from './names.ts';
import { edited, type Rewriting } from './rewriting.ts';
import { enclosing, isInside, type Source } from './source.ts';

interface Occurrence {
  readonly node: PyNode;
  readonly use: Use;
}

/**
 * New names for what functions bind by assignment, `for`, `with`, `except`, `:=` and comprehensions. A name is renamed
 * throughout a function's body or not at all: when it is no parameter of it, and nothing in the body, nested functions
 * included, binds it otherwise (parameter, definition, import, `match`, class body), declares it `global` or
 * `nonlocal`, or reads variables by a computed name.
 */
export function renameLocals(source: Source, prefix: string): Rewriting {
  const renamed = new Map<PyNode, string>();
  const names = new Map<string, string>();
  // Outer functions come first.
  for (const fn of source.nodes) {
    if (fn.type !== 'function_definition' || !fn.named) continue;
    const body = occurrences(source, fn.field('body')!);
    if ([...body.keys()].some((name) => REFLECTION.has(name))) continue;
    const parameters = occurrences(source, fn.field('parameters')!);
    for (const [name, all] of body) {
      if (parameters.has(name) || KEYWORDS.has(name) || !isRenamable(fn, all)) continue;
      if (all.some(({ node }) => renamed.has(node))) continue;
      const fresh = `${prefix}${names.size}`;
      names.set(fresh, name);
      for (const { node } of all) renamed.set(node, fresh);
    }
  }
  const edits = [...renamed].map(([{ start, end }, text]) => ({ start, end, text }));
  return edited(source.text, edits, names);
}

const KEYWORDS: ReadonlySet<string> = new Set(['match', 'case', 'type', 'print', 'exec']);

function occurrences({ nodes }: Source, outer: PyNode): Map<string, Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  for (let index = outer.index; index < nodes.length && nodes[index]!.start < outer.end; index++) {
    const node = nodes[index]!;
    const use = useOf(node);
    if (use === null) continue;
    const known = found.get(node.text);
    if (known) known.push({ node, use });
    else found.set(node.text, [{ node, use }]);
  }
  return found;
}

/** Whether every occurrence means something that the function's body binds. */
function isRenamable(fn: PyNode, all: readonly Occurrence[]): boolean {
  if (all.some(({ use }) => use !== 'load' && use !== 'local')) return false;
  const scopes = all.filter(({ use }) => use === 'local').map(({ node }) => scopeOf(node));
  if (scopes.some((scope) => scope?.type === 'class_definition')) return false;
  if (scopes.includes(fn)) return true;
  const owners = new Set(scopes.filter((scope) => scope !== null && COMPREHENSIONS.has(scope.type)));
  return owners.size > 0 && all.every(({ node }) => isBoundByComprehension(node, owners));
}

/** The first iterable of a comprehension is evaluated outside of it. */
function isBoundByComprehension(node: PyNode, owners: ReadonlySet<PyNode | null>): boolean {
  for (let one = enclosing(node, COMPREHENSIONS); one !== null; one = enclosing(one.parent!, COMPREHENSIONS)) {
    const first = one.children.find(({ type }) => type === 'for_in_clause')?.field('right');
    if (owners.has(one) && !(first && isInside(node, first))) return true;
  }
  return false;
}
