import { childByField } from '../flat-tree.ts';
import { F, K } from '../kinds.ts';
import type { Builder } from './builder.ts';
import { firstNamed, lowerExpression, namedChildren } from './lower-expression.ts';
import type { DefinitionKind } from './module-index.ts';
import { Op } from './ops.ts';

export interface Binding {
  readonly kind: DefinitionKind;
  readonly value: number;
  readonly annotation?: number;
}

/** Lowers an assignment target and records what it binds. `path` says which part of the value goes there. */
export function bindTarget(
  b: Builder,
  at: number,
  binding: Binding,
  path: readonly number[] = [],
  scope = b.scope,
): number {
  const { tree } = b;
  switch (tree.kind[at]) {
    case K.identifier: {
      const name = b.stringAt(at);
      const node = b.node(Op.Name, at, name, -1, scope);
      const definition = b.define(binding.kind, b.strings[name] as string, node, definitionOf(binding, path), scope);
      b.b[node] = b.reaching([definition]);
      return node;
    }
    case K.tuple:
    case K.pattern_list:
    case K.tuple_pattern:
    case K.expression_list:
      return b.node(Op.Tuple, at, bindAll(b, at, binding, path, scope));
    case K.list:
    case K.list_pattern:
      return b.node(Op.List, at, bindAll(b, at, binding, path, scope));
    case K.as_pattern_target:
    case K.parenthesized_expression: {
      const inner = firstNamed(b, at);
      return inner < 0 ? b.node(Op.Unparsed, at, b.list([])) : bindTarget(b, inner, binding, path, scope);
    }
    case K.list_splat:
    case K.list_splat_pattern: {
      const inner = firstNamed(b, at);
      const last = path.at(-1) ?? 0;
      const starred = [...path.slice(0, -1), -1 - last];
      return inner < 0
        ? b.node(Op.Unparsed, at, b.list([]))
        : b.node(Op.Star, at, bindTarget(b, inner, binding, starred, scope));
    }
    case K.attribute: {
      const object = childByField(tree, at, F.object);
      const name = childByField(tree, at, F.attribute);
      const owner = object < 0 || name < 0 ? -1 : classOfSelf(b, object);
      if (owner >= 0) {
        const { kind, value, annotation } = { annotation: -1, ...binding };
        b.addAttribute(owner, b.textAt(name), { kind, value, annotation, path, function: b.function });
      }
      const target = object < 0 ? b.node(Op.Unparsed, at, b.list([])) : lowerExpression(b, object);
      const node = b.node(Op.Attr, at, target, b.stringAt(name));
      b.site(node);
      return node;
    }
    default:
      return lowerExpression(b, at);
  }
}

function bindAll(b: Builder, at: number, binding: Binding, path: readonly number[], scope: number): number {
  return b.list(namedChildren(b, at).map((child, i) => bindTarget(b, child, binding, [...path, i], scope)));
}

function definitionOf(binding: Binding, path: readonly number[]) {
  return { value: binding.value, annotation: binding.annotation ?? -1, path };
}

/** Class whose instance (or which itself) the name at `at` is by convention: the first parameter of an enclosing method. */
function classOfSelf(b: Builder, at: number): number {
  if (b.tree.kind[at] !== K.identifier) return -1;
  const name = b.textAt(at);
  for (let f = b.function; f >= 0; f = b.functions[f]?.outer as number) {
    const info = b.functions[f];
    if (!info) return -1;
    const position = info.parameters.findIndex((parameter) => parameter.name === name);
    if (position === 0 && info.class >= 0) return info.class;
    if (position >= 0) return -1;
  }
  return -1;
}
