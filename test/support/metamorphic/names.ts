import type { PyNode } from '../../../src/python/node.ts';
import { enclosing } from './source.ts';

/** What an identifier does to its name where it stands. `local` binds it in a way that can be renamed. */
export type Use = 'load' | 'local' | 'parameter' | 'definition' | 'import' | 'outer' | 'capture';

/** Null for what names no variable: attributes, the names of keyword arguments. */
export function useOf(node: PyNode): Use | null {
  const { parent } = node;
  if (node.type !== 'identifier' || !node.named || parent === null) return null;
  if (parent.type === 'attribute' && parent.field('attribute') === node) return null;
  if (parent.type === 'keyword_argument' && parent.field('name') === node) return null;
  if (enclosing(node, IMPORTS) !== null) return 'import';
  if (enclosing(node, PATTERNS) !== null || parent.type === 'type_parameter') return 'capture';
  if (OUTER.has(parent.type)) return 'outer';
  if (DEFINITIONS.has(parent.type) && parent.field('name') === node) return 'definition';
  if (isParameter(node)) return 'parameter';
  return bindingOf(node) === null ? 'load' : 'local';
}

/** The function, lambda, class or comprehension that a binding identifier binds its name in; the module is null. */
export function scopeOf(node: PyNode): PyNode | null {
  const binding = bindingOf(node);
  const inner = binding?.type === 'for_in_clause' ? SCOPES : FRAMES;
  return enclosing(node, inner);
}

/** What reads variables by names that are not written as names. */
export const REFLECTION: ReadonlySet<string> = new Set(['locals', 'vars', 'eval', 'exec', 'dir', 'globals']);

export const COMPREHENSIONS: ReadonlySet<string> = new Set([
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
]);
const FRAMES: ReadonlySet<string> = new Set(['function_definition', 'lambda', 'class_definition']);
const SCOPES: ReadonlySet<string> = new Set([...FRAMES, ...COMPREHENSIONS]);
const IMPORTS: ReadonlySet<string> = new Set(['import_statement', 'import_from_statement', 'future_import_statement']);
const PATTERNS: ReadonlySet<string> = new Set(['case_pattern']);
const OUTER: ReadonlySet<string> = new Set(['global_statement', 'nonlocal_statement']);
const DEFINITIONS: ReadonlySet<string> = new Set(['function_definition', 'class_definition', 'type_alias_statement']);
const PARAMETER_LISTS: ReadonlySet<string> = new Set(['parameters', 'lambda_parameters']);
const NAMED_PARAMETERS: ReadonlySet<string> = new Set(['default_parameter', 'typed_default_parameter']);
const STARRED: ReadonlySet<string> = new Set(['list_splat_pattern', 'dictionary_splat_pattern']);
const TARGETS: ReadonlySet<string> = new Set([
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
  'list_splat_pattern',
  'tuple',
  'list',
  'list_splat',
  'expression_list',
  'parenthesized_expression',
]);
const BINDERS: Readonly<Record<string, 'left' | 'name' | null>> = {
  assignment: 'left',
  augmented_assignment: 'left',
  for_statement: 'left',
  for_in_clause: 'left',
  named_expression: 'name',
  as_pattern_target: null,
  delete_statement: null,
};

function isParameter(node: PyNode): boolean {
  const parent = node.parent!;
  if (NAMED_PARAMETERS.has(parent.type)) return parent.field('name') === node;
  const inner = STARRED.has(parent.type) ? parent : node;
  const outer = inner.parent!;
  return PARAMETER_LISTS.has(outer.type) || (outer.type === 'typed_parameter' && outer.namedChildren[0] === inner);
}

/** The statement or clause that binds the identifier. */
function bindingOf(node: PyNode): PyNode | null {
  let target = node;
  while (target.parent !== null && TARGETS.has(target.parent.type)) target = target.parent;
  const binder = target.parent;
  const field = binder === null ? undefined : BINDERS[binder.type];
  if (binder === null || field === undefined) return null;
  return field === null || binder.field(field) === target ? binder : null;
}
