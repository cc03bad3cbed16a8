import type { PyNode } from '../../../src/python/node.ts';
import { REFLECTION, useOf } from './names.ts';
import { enclosing, isInside, type Source } from './source.ts';

/** One name that an import statement binds. */
export interface Imported {
  readonly statement: PyNode;
  /** `x`, `x.y as z`: what stands between the commas. */
  readonly clause: PyNode;
  /** Dotted: the module in `import`, the name in `from ... import`. */
  readonly what: string;
  readonly alias: PyNode | null;
  readonly bound: string;
  /** Of `from`; null in `import`. */
  readonly from: PyNode | null;
}

export function importsIn({ nodes }: Source): Imported[] {
  return nodes.filter(({ named, type }) => named && STATEMENTS.has(type)).flatMap(importedBy);
}

/** Where the name is read, when that is all that ever happens to it and nothing reads it by a string or from outside. */
export function usesOf(
  source: Source,
  all: readonly Imported[],
  one: Imported,
  others: readonly Source[],
): PyNode[] | null {
  const { bound, statement } = one;
  if (isConditional(statement) || all.filter((other) => other.bound === bound).length > 1) return null;
  const frame = enclosing(statement, FRAMES);
  if (frame !== null && frame.type !== 'function_definition') return null;
  const uses: PyNode[] = [];
  for (const node of source.nodes) {
    if (node.type === 'string_content' && isText(node) && new RegExp(`\\b${bound}\\b`).test(node.text)) return null;
    const use = useOf(node);
    if (use !== null && REFLECTION.has(node.text)) return null;
    if (use === null || use === 'import' || node.text !== bound) continue;
    if (use !== 'load' || (frame !== null && !isInside(node, frame))) return null;
    uses.push(node);
  }
  return frame === null && others.some((other) => mayRead(other, bound)) ? null : uses;
}

/** A failing import may be caught, or another may have the same purpose. */
export function isConditional(statement: PyNode): boolean {
  return enclosing(statement, new Set(['try_statement'])) !== null;
}

const STATEMENTS: ReadonlySet<string> = new Set(['import_statement', 'import_from_statement']);
const FRAMES: ReadonlySet<string> = new Set(['function_definition', 'lambda', 'class_definition']);

function importedBy(statement: PyNode): Imported[] {
  const from = statement.field('module_name');
  return statement.namedChildren.flatMap((clause): Imported[] => {
    if (clause === from || (clause.type !== 'dotted_name' && clause.type !== 'aliased_import')) return [];
    const alias = clause.field('alias');
    const what = (clause.field('name') ?? clause).text;
    const bound = alias?.text ?? what.split('.')[0]!;
    return [{ statement, clause, what, alias, bound, from }];
  });
}

/** Whether a string is more than a docstring. */
function isText(content: PyNode): boolean {
  return content.parent?.parent?.type !== 'expression_statement';
}

function mayRead(other: Source, name: string): boolean {
  return other.nodes.some((node) => {
    if (node.type === 'wildcard_import') return true;
    const use = useOf(node);
    return node.type === 'identifier' && node.named && node.text === name && (use === null || use === 'import');
  });
}
