import type { ClassInfo, Definition, FunctionInfo, ModuleIndex, Scope } from '../python/index/module-index.ts';

/**
 * The index of stubs that stand one below the other in one text, where a later one speaks for what it names and the
 * earlier ones for the rest: functions by name, classes member by member. `starts` are the offsets of all but the first.
 */
export function overlaid(index: ModuleIndex, starts: readonly number[]): ModuleIndex {
  const layerAt = (node: number): number => {
    const offset = node < 0 ? 0 : (index.start[node] as number);
    return starts.filter((start) => start <= offset).length;
  };
  const merged = {
    scopes: [...index.scopes],
    definitions: [...index.definitions],
    functions: [...index.functions],
    classes: [...index.classes],
  };
  for (const layer of starts.keys()) {
    for (const [id, own] of index.classes.entries()) {
      if (layerAt(own.node) !== layer + 1) continue;
      const below = index.classes.findIndex((cls) => cls.qualname === own.qualname && layerAt(cls.node) <= layer);
      if (below >= 0) mergeClass(merged, id, below);
    }
  }
  merged.scopes = merged.scopes.map((scope) => {
    if (scope.kind !== 'module' && scope.kind !== 'class') return scope;
    return { ...scope, names: latest(scope.names, merged.definitions, (id) => layerAt(nodeOf(merged, id))) };
  });
  return { ...index, ...merged };
}

interface Merged {
  scopes: Scope[];
  definitions: Definition[];
  functions: FunctionInfo[];
  classes: ClassInfo[];
}

/** Makes the class `own` another way to reach the class `below`, which takes its members, bases and decorators over. */
function mergeClass(merged: Merged, own: number, below: number): void {
  const [upper, lower] = [merged.classes[own] as ClassInfo, merged.classes[below] as ClassInfo];
  const [over, under] = [merged.scopes[upper.scope] as Scope, merged.scopes[lower.scope] as Scope];
  const names = new Map(under.names);
  for (const [name, ids] of over.names) names.set(name, [...(names.get(name) ?? []), ...ids]);
  // Both see all names, so that annotations in either find classes nested in the other.
  merged.scopes[upper.scope] = { ...over, names };
  merged.scopes[lower.scope] = { ...under, names };
  merged.classes[below] = {
    ...lower,
    bases: upper.bases.length > 0 ? upper.bases : lower.bases,
    decorators: upper.decorators.length > 0 ? upper.decorators : lower.decorators,
    attributes: new Map([...lower.attributes, ...upper.attributes]),
  };
  for (const [id, fn] of merged.functions.entries())
    if (fn.class === own) merged.functions[id] = { ...fn, class: below };
  for (const [id, definition] of merged.definitions.entries())
    if (definition.kind === 'class' && definition.id === own) merged.definitions[id] = { ...definition, id: below };
}

function latest(
  names: ReadonlyMap<string, number[]>,
  definitions: readonly Definition[],
  layerOf: (definition: number) => number,
): Map<string, number[]> {
  return new Map(
    [...names].map(([name, ids]) => {
      const last = Math.max(...ids.map(layerOf));
      const kept = ids.filter((id) => layerOf(id) === last);
      // A class that was merged is reached by its first definition already.
      return [name, kept.filter((id, at) => at === kept.findIndex((other) => isSameClass(definitions, id, other)))];
    }),
  );
}

function isSameClass(definitions: readonly Definition[], left: number, right: number): boolean {
  if (left === right) return true;
  const [a, b] = [definitions[left] as Definition, definitions[right] as Definition];
  return a.kind === 'class' && b.kind === 'class' && a.id === b.id;
}

function nodeOf({ definitions, functions, classes }: Merged, id: number): number {
  const definition = definitions[id] as Definition;
  if (definition.kind === 'function') return functions[definition.id]?.node ?? -1;
  if (definition.kind === 'class') return classes[definition.id]?.node ?? -1;
  return definition.node;
}
