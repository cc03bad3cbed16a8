import { Op } from '../python/index/ops.ts';

/** Node types at which something may happen, by what they are lowered to. */
export const TYPES: Readonly<Record<number, string>> = {
  [Op.Call]: 'call',
  [Op.Attr]: 'attribute',
  [Op.Binary]: 'binary_operator',
  [Op.Subscript]: 'subscript',
  [Op.WithItem]: 'with_item',
  [Op.For]: 'for_statement',
  [Op.While]: 'while_statement',
  [Op.CompFor]: 'for_in_clause',
  [Op.YieldFrom]: 'yield',
  [Op.Compare]: 'comparison_operator',
  [Op.Star]: 'list_splat',
  [Op.Assign]: 'expression_statement',
  [Op.Function]: 'decorated_definition',
};

/** Every node type that `stallsAt` may answer for. */
export const SITE_TYPES: readonly string[] = Object.values(TYPES);
