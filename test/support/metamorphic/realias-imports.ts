import { pathKind } from '../../../src/files.ts';
import { type Imported, importsIn, isConditional, usesOf } from './imports.ts';
import { type Edit, edited, type Rewriting } from './rewriting.ts';
import type { Source } from './source.ts';

/** `import x.y as z` to `from x import y as z`. */
export function importAsFrom(source: Source): Rewriting {
  const edits = importsIn(source).flatMap(({ statement, from, what, alias }): Edit[] => {
    const last = what.lastIndexOf('.');
    if (from !== null || alias === null || last < 0) return [];
    if (isConditional(statement) || statement.namedChildren.length > 1) return [];
    const text = `from ${what.slice(0, last)} import ${what.slice(last + 1)} as ${alias.text}`;
    return [{ start: statement.start, end: statement.end, text }];
  });
  return edited(source.text, edits);
}

/** `import x` to `import x as a`, `from x import y` to `from x import y as a`, and `a` wherever it is read. */
export function aliasImports(source: Source, prefix: string, others: readonly Source[]): Rewriting {
  const all = importsIn(source);
  const names = new Map<string, string>();
  const edits: Edit[] = [];
  for (const one of all) {
    const { clause, what, alias, bound, from } = one;
    if (from === null && alias === null && what.includes('.')) continue;
    const uses = usesOf(source, all, one, others);
    if (uses === null) continue;
    // All that is known of a function without a model may be the words of its name.
    const words = from === null || isModelled(from.text) ? '' : `${bound}_`;
    const fresh = `${words}${prefix}${names.size}`;
    names.set(fresh, bound);
    edits.push({ start: clause.start, end: clause.end, text: `${what} as ${fresh}` });
    for (const { start, end } of uses) edits.push({ start, end, text: fresh });
  }
  return edited(source.text, edits, names);
}

/** `from x import y` to `import x as a`, and `a.y` wherever `y` is read. A relative import has no such form. */
export function throughModules(source: Source, prefix: string, others: readonly Source[]): Rewriting {
  const all = importsIn(source);
  const names = new Map<string, string>();
  const edits: Edit[] = [];
  for (const statement of new Set(all.map((one) => one.statement))) {
    const imported = all.filter((one) => one.statement === statement);
    const module = imported[0]!.from;
    if (module === null || module.type === 'relative_import') continue;
    const fresh = `${prefix}${edits.length}`;
    const moved: Edit[] = [];
    const isMovable = imported.every((one) => {
      const uses = usesOf(source, all, one, others);
      if (uses === null || mayBeModule(one, uses, others)) return false;
      const text = `${fresh}.${one.what}`;
      names.set(text, one.bound);
      moved.push(...uses.map(({ start, end }) => ({ start, end, text })));
      return true;
    });
    if (!isMovable) continue;
    edits.push({ start: statement.start, end: statement.end, text: `import ${module.text} as ${fresh}` }, ...moved);
  }
  return edited(source.text, edits, names);
}

/** `import x` alone does not load `x.y`. */
function mayBeModule(
  { from, what }: Imported,
  uses: NonNullable<ReturnType<typeof usesOf>>,
  others: readonly Source[],
) {
  if (isModelled(`${from!.text}.${what}`)) return true;
  const path = `${from!.text.replaceAll('.', '/')}/${what}`;
  if (others.some((other) => `/${other.path}`.includes(`/${path}/`) || `/${other.path}`.endsWith(`/${path}.py`)))
    return true;
  // What no model and no file speaks of may be a package: it is taken for a class when it is written like one.
  return /^[a-z]/.test(what) && uses.some((use) => use.parent?.type === 'attribute');
}

function isModelled(module: string): boolean {
  const path = `rules/models/${module.replaceAll('.', '/')}`;
  return pathKind(`${path}.pyi`) !== null || pathKind(path) !== null;
}
