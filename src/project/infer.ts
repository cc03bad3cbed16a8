import { Op } from '../python/index/ops.ts';
import { annotationType, builtinInstance, NO_ENV } from './annotations.ts';
import { callType } from './call-type.ts';
import { definitionType, foundType } from './definition-type.ts';
import { idiomType } from './idioms.ts';
import { countAt, firstAt, listAt } from './lists.ts';
import { definitionsOfName } from './lookup.ts';
import { attributeType, methodResult } from './members.ts';
import type { Project } from './project.ts';
import { awaited, element } from './shapes.ts';
import { type Mod, NOTHING, single, type Type, UNKNOWN, union, type Value } from './value.ts';
import { seenIn } from './views.ts';

/** What the expression at `node` may be. */
export function typeOf(p: Project, mod: Mod, node: number): Type {
  if (node < 0) return UNKNOWN;
  const known = mod.types.get(node);
  if (known) return p.given(known);
  const seen = seenIn(mod, mod.index.owner[node] as number);
  const there = seen === mod ? undefined : seen.types.get(node);
  return there ? p.given(there) : p.settle(seen.types, seen, node, infer);
}

function infer(p: Project, mod: Mod, node: number): Type {
  const { index } = mod;
  const a = index.a[node] as number;
  const b = index.b[node] as number;
  const c = index.c[node] as number;
  switch (index.op[node]) {
    case Op.Name:
      return nameType(p, mod, node);
    case Op.Attr:
      return orIdiom(p, mod, node, attributeType(p, typeOf(p, mod, a), index.strings[b] as string, mod));
    case Op.Call:
      return orIdiom(p, mod, node, callType(p, mod, node));
    case Op.Await:
      return awaited(p, typeOf(p, mod, a));
    case Op.Walrus:
      return typeOf(p, mod, b);
    case Op.IfElse:
      return union([typeOf(p, mod, b), typeOf(p, mod, c)]);
    case Op.And:
    case Op.Or:
      return union(listAt(index, a).map((part) => typeOf(p, mod, part)));
    case Op.String:
      return single({ tag: 'literal', text: JSON.stringify(index.strings[a]), cls: p.builtinClass('str') });
    case Op.Integer:
      return single({ tag: 'literal', text: index.strings[a] as string, cls: p.builtinClass('int') });
    case Op.FString:
      return builtinInstance(p, 'str', []);
    case Op.Bytes:
      return builtinInstance(p, 'bytes', []);
    case Op.Float:
      return builtinInstance(p, 'float', []);
    case Op.True:
    case Op.False:
    case Op.Compare:
    case Op.Not:
      return builtinInstance(p, 'bool', []);
    case Op.None:
      return NOTHING;
    case Op.Tuple:
      return single({ tag: 'tuple', items: listAt(index, a).map((part) => typeOf(p, mod, part)) });
    case Op.List:
      return builtinInstance(p, 'list', [elements(p, mod, listAt(index, a))]);
    case Op.Set:
      return builtinInstance(p, 'set', [elements(p, mod, listAt(index, a))]);
    case Op.Dict:
      return dictionary(p, mod, listAt(index, a));
    case Op.ListComp:
      return builtinInstance(p, 'list', [typeOf(p, mod, a)]);
    case Op.SetComp:
      return builtinInstance(p, 'set', [typeOf(p, mod, a)]);
    case Op.DictComp:
      return builtinInstance(p, 'dict', [typeOf(p, mod, index.a[a] as number), typeOf(p, mod, index.b[a] as number)]);
    case Op.Generator: {
      const fn = mod.functions[c];
      return fn ? single({ tag: 'generator', fn, yields: typeOf(p, mod, a) }) : UNKNOWN;
    }
    case Op.Lambda: {
      const fn = mod.functions[a];
      return fn ? single({ tag: 'function', fn, self: null }) : UNKNOWN;
    }
    case Op.Subscript:
      return subscript(p, mod, node);
    case Op.Binary:
      return binary(p, mod, a, b, index.strings[c] as string);
    case Op.Star:
      return element(p, typeOf(p, mod, a));
    default:
      return UNKNOWN;
  }
}

function nameType(p: Project, mod: Mod, node: number): Type {
  const { index } = mod;
  const uses = index.b[node] as number;
  // Most names were given their value once.
  if (countAt(index, uses) === 1) return definitionType(p, mod, firstAt(index, uses));
  return foundType(p, definitionsOfName(p, mod, node));
}

function orIdiom(p: Project, mod: Mod, node: number, type: Type): Type {
  return type.values.length === 0 && type.open ? (idiomType(p, mod, node) ?? type) : type;
}

function elements(p: Project, mod: Mod, parts: readonly number[]): Type {
  return parts.length === 0 ? UNKNOWN : union(parts.slice(0, 8).map((part) => typeOf(p, mod, part)));
}

function dictionary(p: Project, mod: Mod, pairs: readonly number[]): Type {
  const { index } = mod;
  const plain = pairs.filter((pair) => index.op[pair] === Op.Pair);
  if (plain.length === 0 || plain.length < pairs.length) return builtinInstance(p, 'dict', []);
  const keys = plain.map((pair) => index.a[pair] as number);
  const values = plain.map((pair) => index.b[pair] as number);
  return builtinInstance(p, 'dict', [elements(p, mod, keys), elements(p, mod, values)]);
}

function subscript(p: Project, mod: Mod, node: number): Type {
  const { index } = mod;
  const base = typeOf(p, mod, index.a[node] as number);
  const key = index.b[node] as number;
  return union(
    base.values.map((value): Type => {
      if (value.tag === 'class') {
        const alias = annotationType(p, mod, node, NO_ENV);
        return union(
          alias.values.map((v) =>
            v.tag === 'instance' ? single({ tag: 'class', cls: v.cls, args: v.args }) : UNKNOWN,
          ),
        );
      }
      if (value.tag === 'tuple' && index.op[key] === Op.Integer) {
        return value.items[Number(index.strings[index.a[key] as number])] ?? UNKNOWN;
      }
      if (value.tag === 'tuple') return index.op[key] === Op.Slice ? single(value) : union(value.items);
      if (value.tag === 'shape') return value.args.at(-1) ?? UNKNOWN;
      if (index.op[key] === Op.Slice && value.tag === 'instance' && BUILTIN_SEQUENCES.has(value.cls.info.qualname)) {
        return single(value);
      }
      return methodResult(p, value, '__getitem__');
    }),
  );
}

const BUILTIN_SEQUENCES: ReadonlySet<string> = new Set(['list', 'str', 'bytes', 'bytearray', 'tuple']);

const OPERATORS: Readonly<Record<string, readonly [string, string]>> = {
  '/': ['__truediv__', '__rtruediv__'],
  '+': ['__add__', '__radd__'],
  '-': ['__sub__', '__rsub__'],
  '*': ['__mul__', '__rmul__'],
  '@': ['__matmul__', '__rmatmul__'],
  '%': ['__mod__', '__rmod__'],
  '//': ['__floordiv__', '__rfloordiv__'],
  '|': ['__or__', '__ror__'],
  '&': ['__and__', '__rand__'],
};

/** The method that an operator calls on its left operand. */
export function operatorMethod(operator: string): string | null {
  return OPERATORS[operator]?.[0] ?? null;
}

function binary(p: Project, mod: Mod, left: number, right: number, operator: string): Type {
  const methods = OPERATORS[operator];
  if (!methods) return UNKNOWN;
  const results = (type: Type, method: string): Type[] =>
    type.values.map((value: Value) => methodResult(p, value, method)).filter((result) => result.values.length > 0);
  const forward = results(typeOf(p, mod, left), methods[0]);
  if (forward.length > 0) return union(forward);
  const backward = results(typeOf(p, mod, right), methods[1]);
  if (backward.length > 0) return union(backward);
  return operator === '/' && isText(mod, right) && typeOf(p, mod, left).values.length === 0 ? joinedPath(p) : UNKNOWN;
}

/** Numbers are not divided by text: `root / "orders.csv"` joins paths, of pathlib or of something that is much like it. */
function joinedPath(p: Project): Type {
  const cls = p.modelClass('pathlib', 'Path');
  return cls ? { values: [{ tag: 'instance', cls, args: [] }], open: true } : UNKNOWN;
}

function isText(mod: Mod, node: number): boolean {
  return mod.index.op[node] === Op.String || mod.index.op[node] === Op.FString;
}
