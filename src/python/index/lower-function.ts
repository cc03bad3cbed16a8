import { childByField, firstChild, nodeText } from '../flat-tree.ts';
import { F, K, T } from '../kinds.ts';
import { bindTarget } from './bind.ts';
import type { Builder, OpenFunction } from './builder.ts';
import { firstNamed, hasToken, lowerArgument, lowerExpression, lowerField, namedChildren } from './lower-expression.ts';
import { lowerBlock } from './lower-statement.ts';
import type { FunctionKind, Parameter } from './module-index.ts';
import { Op } from './ops.ts';
import { copied } from './words.ts';

/** Opens a function-like unit: code that runs when somebody calls or consumes it. */
function openFunction(b: Builder, kind: FunctionKind, name: string, isAsync: boolean): OpenFunction {
  const scopeNow = b.scopes[b.scope];
  const inClass = kind === 'def' && scopeNow?.kind === 'class' ? (scopeNow.of as number) : -1;
  const outer = b.function;
  const isGlobal = scopeNow?.elsewhere.get(name) === 0;
  const prefix = scopeNow?.kind === 'class' ? `${b.classes[scopeNow.of as number]?.qualname}.` : '';
  const around = prefix === '' && outer >= 0 && !isGlobal ? `${b.functions[outer]?.qualname}.<locals>.` : '';
  const info: OpenFunction = {
    kind,
    name,
    qualname: `${prefix}${around}${name}`,
    node: -1,
    scope: -1,
    class: inClass,
    outer,
    isAsync,
    yields: false,
    parameters: [],
    typeParameters: [],
    returns: -1,
    decorators: [],
    body: -1,
    expression: -1,
    sites: [],
    results: [],
    yielded: [],
    broken: false,
    stated: null,
  };
  b.functions.push(info);
  return info;
}

export function lowerFunction(b: Builder, at: number, decorators: readonly number[], outermost: number): number {
  const { tree } = b;
  const nameAt = childByField(tree, at, F.name);
  const name = b.textAt(nameAt);
  const info = openFunction(b, 'def', name, hasToken(b, at, T.async));
  const id = b.functions.length - 1;
  info.decorators = [...decorators];
  const parametersAt = childByField(tree, at, F.parameters);
  info.parameters = parametersAt < 0 ? [] : lowerParameters(b, parametersAt);
  info.typeParameters = typeParametersOf(b, at);
  const returnsAt = childByField(tree, at, F.return_type);
  if (returnsAt >= 0) info.returns = lowerAnnotation(b, returnsAt);
  const node = b.node(Op.Function, outermost, id);
  info.node = node;
  b.define('function', name, node, { id });
  if (decorators.length > 0) b.site(node);

  enter(b, id, info, () => {
    const bodyAt = childByField(tree, at, F.body);
    info.body = bodyAt < 0 ? b.list([]) : lowerBlock(b, bodyAt);
  });
  return node;
}

export function lowerLambda(b: Builder, at: number): number {
  const { tree } = b;
  const info = openFunction(b, 'lambda', '<lambda>', false);
  const id = b.functions.length - 1;
  const parametersAt = childByField(tree, at, F.parameters);
  info.parameters = parametersAt < 0 ? [] : lowerParameters(b, parametersAt);
  enter(b, id, info, () => {
    info.expression = lowerField(b, at, F.body);
    info.results.push(info.expression);
  });
  info.node = b.node(Op.Lambda, at, id);
  return info.node;
}

/** Runs `body` inside the scope of function `id`, its parameters bound. */
function enter(b: Builder, id: number, info: OpenFunction, body: () => void): void {
  const { scope, function: outer } = b;
  info.scope = b.openScope('function', id);
  b.function = id;
  info.parameters.forEach((parameter, position) => {
    b.define('parameter', parameter.name, -1, {
      annotation: parameter.annotation,
      value: parameter.default,
      id: position,
    });
  });
  body();
  b.scope = scope;
  b.function = outer;
}

function lowerParameters(b: Builder, at: number): Parameter[] {
  const { tree } = b;
  let parameters: Parameter[] = [];
  let kind: Parameter['kind'] = 'normal';
  const add = (name: string, more: Partial<Parameter> = {}) =>
    parameters.push({ name, kind, annotation: -1, default: -1, ...more });
  for (const child of namedChildren(b, at)) {
    switch (tree.kind[child]) {
      case K.identifier:
        add(b.textAt(child));
        break;
      case K.default_parameter:
      case K.typed_default_parameter: {
        const nameAt = childByField(tree, child, F.name);
        const typeAt = childByField(tree, child, F.type);
        add(b.textAt(nameAt), {
          annotation: typeAt < 0 ? -1 : lowerAnnotation(b, typeAt),
          default: lowerField(b, child, F.value),
        });
        break;
      }
      case K.typed_parameter: {
        const inner = firstNamed(b, child);
        const typeAt = childByField(tree, child, F.type);
        const annotation = typeAt < 0 ? -1 : lowerAnnotation(b, typeAt);
        const splat = splatKind(tree.kind[inner] as number);
        if (splat) {
          add(splatName(b, inner), { kind: splat, annotation });
          if (splat === 'star') kind = 'keyword';
        } else add(b.textAt(inner), { annotation });
        break;
      }
      case K.list_splat_pattern:
        add(splatName(b, child), { kind: 'star' });
        kind = 'keyword';
        break;
      case K.dictionary_splat_pattern:
        add(splatName(b, child), { kind: 'double-star' });
        break;
      case K.keyword_separator:
        kind = 'keyword';
        break;
      case K.positional_separator:
        parameters = parameters.map((parameter) => ({ ...parameter, kind: 'positional' as const }));
        break;
    }
  }
  return parameters;
}

function splatKind(kind: number): 'star' | 'double-star' | null {
  if (kind === K.list_splat_pattern) return 'star';
  return kind === K.dictionary_splat_pattern ? 'double-star' : null;
}

function splatName(b: Builder, at: number): string {
  return b.textAt(firstNamed(b, at));
}

/** Lowers an annotation: never run, so nothing in it is a site, and what stands in quotes is read as well (PEP 563). */
export function lowerAnnotation(b: Builder, at: number): number {
  const sites = b.functions[b.function]?.sites;
  const before = sites?.length ?? 0;
  const outer = b.inAnnotation;
  b.inAnnotation = true;
  const node = lowerExpression(b, at);
  b.inAnnotation = outer;
  if (sites) sites.length = before;
  return node;
}

export function lowerClass(b: Builder, at: number, decorators: readonly number[], outermost: number): number {
  const { tree } = b;
  const nameAt = childByField(tree, at, F.name);
  const name = b.textAt(nameAt);
  const scopeNow = b.scopes[b.scope];
  const outerClass = scopeNow?.kind === 'class' ? b.classes[scopeNow.of] : undefined;
  const around = outerClass
    ? `${outerClass.qualname}.`
    : b.function >= 0
      ? `${b.functions[b.function]?.qualname}.<locals>.`
      : '';
  const id = b.classes.length;
  const info = {
    name,
    qualname: `${around}${name}`,
    node: -1,
    scope: -1,
    bases: [] as number[],
    decorators: [...decorators],
    attributes: new Map(),
    typeParameters: [] as string[],
    body: -1,
  };
  b.classes.push(info);
  const superclasses = childByField(tree, at, F.superclasses);
  if (superclasses >= 0) {
    info.bases = namedChildren(b, superclasses).map((base) => lowerArgument(b, base));
  }
  info.typeParameters = typeParametersOf(b, at);
  const node = b.node(Op.Class, outermost, id);
  info.node = node;
  b.define('class', name, node, { id });
  const { class: outer } = b;
  info.scope = b.openScope('class', id);
  b.class = id;
  const bodyAt = childByField(tree, at, F.body);
  info.body = bodyAt < 0 ? b.list([]) : lowerBlock(b, bodyAt);
  b.closeScope();
  b.class = outer;
  return node;
}

function typeParametersOf(b: Builder, at: number): string[] {
  const parameters = childByField(b.tree, at, F.type_parameters);
  if (parameters < 0) return [];
  const out: string[] = [];
  for (
    let child = firstChild(b.tree, parameters), isDefault = false;
    child >= 0;
    child = b.tree.next[child] as number
  ) {
    if (b.tree.kind[child] === T['=']) isDefault = true;
    else if (b.tree.kind[child] === T[',']) isDefault = false;
    else if (b.tree.kind[child] === K.ERROR) {
      // The grammar does not know defaults yet (PEP 696): the name and its `=` fit nowhere.
      const name = firstNamed(b, child);
      if (name >= 0) out.push(b.textAt(name));
      isDefault = true;
    } else if (b.tree.kind[child] === K.type && !isDefault) {
      const written = nodeText(b.tree, child).replace(/^\*+/, '');
      out.push(copied(written.split(/[:=\s]/)[0] ?? ''));
    }
  }
  return out;
}

/**
 * Comprehensions run in place, in a scope of their own; the first iterable is evaluated outside it. A generator
 * expression is a unit of its own: the consumer runs it.
 */
export function lowerComprehension(b: Builder, at: number, op: number): number {
  const { tree } = b;
  const clauses: number[] = [];
  for (let child = firstChild(tree, at); child >= 0; child = tree.next[child] as number) {
    if (tree.kind[child] === K.for_in_clause || tree.kind[child] === K.if_clause) clauses.push(child);
  }
  const first = clauses[0];
  const firstIterable = first === undefined ? -1 : lowerIterable(b, first);
  const outerFunction = b.function;
  const outerScope = b.scope;
  let unit: OpenFunction | null = null;
  let unitId = -1;
  if (op === Op.Generator) {
    unit = openFunction(b, 'generator', '<genexpr>', false);
    unitId = b.functions.length - 1;
    b.function = unitId;
  }
  const scope = b.openScope('comprehension', unitId);
  const lowered: number[] = [];
  for (const clause of clauses) {
    if (tree.kind[clause] === K.if_clause) {
      const test = firstNamed(b, clause);
      lowered.push(
        b.node(Op.CompIf, clause, test < 0 ? b.node(Op.Unparsed, clause, b.list([])) : lowerExpression(b, test)),
      );
      continue;
    }
    const iterable = clause === first ? firstIterable : lowerIterable(b, clause);
    const isAsync = hasToken(b, clause, T.async);
    const left = childByField(tree, clause, F.left);
    const kind = isAsync ? 'async-for' : 'for';
    const target = left < 0 ? b.node(Op.Unparsed, clause, b.list([])) : bindTarget(b, left, { kind, value: iterable });
    const node = b.node(Op.CompFor, clause, target, iterable, isAsync ? 1 : 0);
    b.site(node);
    lowered.push(node);
  }
  const body = childByField(tree, at, F.body);
  const element = body < 0 ? b.node(Op.Unparsed, at, b.list([])) : lowerExpression(b, body);
  b.scope = outerScope;
  b.function = outerFunction;
  const node = b.node(op, at, element, b.list(lowered), unit ? unitId : scope);
  if (unit) {
    unit.node = node;
    unit.scope = scope;
    unit.expression = element;
    unit.yields = true;
    unit.yielded.push(element);
  }
  return node;
}

function lowerIterable(b: Builder, clause: number): number {
  const rights: number[] = [];
  for (let child = firstChild(b.tree, clause); child >= 0; child = b.tree.next[child] as number) {
    if (b.tree.field[child] === F.right && b.tree.kind[child] !== T[',']) rights.push(child);
  }
  if (rights.length === 1) return lowerExpression(b, rights[0] as number);
  return b.node(Op.Tuple, clause, b.list(rights.map((right) => lowerExpression(b, right))));
}
