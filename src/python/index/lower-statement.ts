import { childByField, firstChild } from '../flat-tree.ts';
import { F, K, T } from '../kinds.ts';
import { bindTarget } from './bind.ts';
import type { Builder } from './builder.ts';
import { lowerTry, lowerWith } from './lower-block.ts';
import { DEEPEST, firstNamed, hasToken, lowerExpression, lowerField, namedChildren } from './lower-expression.ts';
import { lowerAnnotation, lowerClass, lowerFunction } from './lower-function.ts';
import { lowerImport, lowerImportFrom } from './lower-import.ts';
import { lowerCase } from './lower-match.ts';
import { Op } from './ops.ts';

/** Lowers the statements of a block (or of the module) and returns their list. */
export function lowerBlock(b: Builder, at: number): number {
  const statements: number[] = [];
  b.depth += 5;
  if (b.depth < DEEPEST) for (const child of namedChildren(b, at)) lowerStatement(b, child, statements);
  b.depth -= 5;
  return b.list(statements);
}

export function blockAt(b: Builder, at: number): number {
  return at < 0 ? -1 : lowerBlock(b, at);
}

function lowerStatement(b: Builder, at: number, out: number[]): void {
  const { tree } = b;
  switch (tree.kind[at]) {
    case K.expression_statement:
      out.push(lowerExpressionStatement(b, at));
      return;
    case K.return_statement: {
      const value = firstNamed(b, at);
      const node = value < 0 ? -1 : lowerExpression(b, value);
      if (node >= 0) b.functions[b.function]?.results.push(node);
      out.push(b.node(Op.Return, at, node));
      return;
    }
    case K.if_statement:
      out.push(lowerIf(b, at));
      return;
    case K.for_statement:
      out.push(lowerFor(b, at));
      return;
    case K.while_statement: {
      const test = lowerField(b, at, F.condition);
      const body = blockAt(b, childByField(tree, at, F.body));
      out.push(b.node(Op.While, at, test, body, elseOf(b, at)));
      b.site(out.at(-1) as number);
      return;
    }
    case K.try_statement:
      out.push(lowerTry(b, at));
      return;
    case K.with_statement:
      out.push(lowerWith(b, at));
      return;
    case K.function_definition:
      out.push(lowerFunction(b, at, [], at));
      return;
    case K.class_definition:
      out.push(lowerClass(b, at, [], at));
      return;
    case K.decorated_definition: {
      const decorators = namedChildren(b, at)
        .filter((child) => tree.kind[child] === K.decorator)
        .map((child) => lowerExpression(b, firstNamed(b, child)));
      const definition = childByField(tree, at, F.definition);
      if (definition < 0) return;
      const lower = tree.kind[definition] === K.class_definition ? lowerClass : lowerFunction;
      out.push(lower(b, definition, decorators, at));
      return;
    }
    case K.import_statement:
      out.push(lowerImport(b, at));
      return;
    case K.import_from_statement:
      out.push(lowerImportFrom(b, at));
      return;
    case K.raise_statement: {
      const [value, cause] = namedChildren(b, at);
      const lowered = value === undefined ? -1 : lowerExpression(b, value);
      out.push(b.node(Op.Raise, at, lowered, cause === undefined ? -1 : lowerExpression(b, cause)));
      return;
    }
    case K.assert_statement: {
      const [test, message] = namedChildren(b, at);
      const lowered = test === undefined ? b.node(Op.Unparsed, at, b.list([])) : lowerExpression(b, test);
      out.push(b.node(Op.Assert, at, lowered, message === undefined ? -1 : lowerExpression(b, message)));
      return;
    }
    case K.delete_statement:
      out.push(lowerDelete(b, at));
      return;
    case K.global_statement:
    case K.nonlocal_statement: {
      const isGlobal = tree.kind[at] === K.global_statement;
      const names = namedChildren(b, at).map((child) => b.textAt(child));
      for (const name of names) b.declare(name, isGlobal ? 0 : nonlocalScope(b, name));
      out.push(b.node(isGlobal ? Op.Global : Op.Nonlocal, at, b.list(names.map((name) => b.string(name)))));
      return;
    }
    case K.match_statement: {
      const subjects = namedChildren(b, at).filter((child) => tree.field[child] === F.subject);
      const subject =
        subjects.length === 1
          ? lowerExpression(b, subjects[0] as number)
          : b.node(Op.Tuple, at, b.list(subjects.map((child) => lowerExpression(b, child))));
      const body = childByField(tree, at, F.body);
      const cases = body < 0 ? [] : namedChildren(b, body).filter((child) => tree.kind[child] === K.case_clause);
      out.push(b.node(Op.Match, at, subject, b.list(cases.map((child) => lowerCase(b, child)))));
      return;
    }
    case K.pass_statement:
      out.push(b.node(Op.Pass, at));
      return;
    case K.break_statement:
      out.push(b.node(Op.Break, at));
      return;
    case K.continue_statement:
      out.push(b.node(Op.Continue, at));
      return;
    case K.future_import_statement:
      return;
    case K.type_alias_statement: {
      const [left, right] = namedChildren(b, at);
      let name = left === undefined ? -1 : firstNamed(b, left);
      if (name >= 0 && tree.kind[name] === K.generic_type) name = firstNamed(b, name);
      if (name < 0 || right === undefined || tree.kind[name] !== K.identifier) return;
      const value = lowerExpression(b, right);
      const target = bindTarget(b, name, { kind: 'assign', value });
      out.push(b.node(Op.Assign, at, b.list([target]), value));
      return;
    }
    case K.ERROR:
    case K.block:
    case K.module:
      // Statements the parser could still tell apart inside text it could not place.
      for (const child of namedChildren(b, at)) lowerStatement(b, child, out);
      return;
    default:
      out.push(b.node(Op.Expression, at, lowerExpression(b, at)));
  }
}

function lowerExpressionStatement(b: Builder, at: number): number {
  const { tree } = b;
  const parts = namedChildren(b, at);
  const first = parts[0] ?? -1;
  if (parts.length === 1 && tree.kind[first] === K.assignment) return lowerAssignment(b, first);
  if (parts.length === 1 && tree.kind[first] === K.augmented_assignment) {
    const value = lowerField(b, first, F.right);
    const left = childByField(tree, first, F.left);
    const target =
      left < 0 ? b.node(Op.Unparsed, first, b.list([])) : bindTarget(b, left, { kind: 'augmented', value });
    return b.node(Op.Augmented, at, target, value, b.stringAt(childByField(tree, first, F.operator)));
  }
  if (parts.length === 1) return b.node(Op.Expression, at, lowerExpression(b, first));
  return b.node(Op.Expression, at, b.node(Op.Tuple, at, b.list(parts.map((part) => lowerExpression(b, part)))));
}

function lowerAssignment(b: Builder, at: number): number {
  const { tree } = b;
  const targets: number[] = [];
  let annotation = -1;
  let right = at;
  while (right >= 0 && tree.kind[right] === K.assignment) {
    const left = childByField(tree, right, F.left);
    if (left >= 0) targets.push(left);
    const type = childByField(tree, right, F.type);
    if (type >= 0) annotation = lowerAnnotation(b, type);
    right = childByField(tree, right, F.right);
  }
  const value = right < 0 ? -1 : lowerExpression(b, right);
  const kind = value < 0 ? 'declare' : 'assign';
  const bound = targets.map((target) => bindTarget(b, target, { kind, value, annotation }));
  if (annotation >= 0) return b.node(Op.Annotated, at, bound[0] as number, annotation, value);
  const node = b.node(Op.Assign, at, b.list(bound), value);
  // Unpacking iterates.
  if (bound.some((target) => b.op[target] === Op.Tuple || b.op[target] === Op.List)) b.site(node);
  return node;
}

function elseOf(b: Builder, at: number): number {
  const alternative = childByField(b.tree, at, F.alternative);
  return alternative < 0 ? -1 : blockAt(b, childByField(b.tree, alternative, F.body));
}

const MOST_ARMS = 400;

function lowerIf(b: Builder, at: number): number {
  const { tree } = b;
  const arms: number[] = [at];
  let last = -1;
  for (let child = firstChild(tree, at); child >= 0; child = tree.next[child] as number) {
    if (tree.kind[child] === K.elif_clause) arms.push(child);
    else if (tree.kind[child] === K.else_clause) last = child;
  }
  // They nest in the lowered tree, one level each.
  const lowered = arms.slice(0, MOST_ARMS).map((arm) => ({
    arm,
    test: lowerField(b, arm, F.condition),
    body: blockAt(b, childByField(tree, arm, F.consequence)),
  }));
  let otherwise = last < 0 ? -1 : blockAt(b, childByField(tree, last, F.body));
  for (let i = lowered.length - 1; i > 0; i--) {
    const { arm, test, body } = lowered[i] as (typeof lowered)[number];
    otherwise = b.list([b.node(Op.If, arm, test, body, otherwise)]);
  }
  const { test, body } = lowered[0] as (typeof lowered)[number];
  return b.node(Op.If, at, test, body, otherwise);
}

function lowerFor(b: Builder, at: number): number {
  const { tree } = b;
  const iterable = lowerField(b, at, F.right);
  const isAsync = hasToken(b, at, T.async);
  const left = childByField(tree, at, F.left);
  const kind = isAsync ? 'async-for' : 'for';
  const target = left < 0 ? b.node(Op.Unparsed, at, b.list([])) : bindTarget(b, left, { kind, value: iterable });
  const node = b.node(Op.For, at, target, iterable);
  b.site(node);
  const body = blockAt(b, childByField(tree, at, F.body));
  b.c[node] = b.list([isAsync ? 1 : 0, body, elseOf(b, at)]);
  return node;
}

const GROUPS: readonly number[] = [K.expression_list, K.tuple, K.list, K.parenthesized_expression];

function lowerDelete(b: Builder, at: number): number {
  const { tree } = b;
  const flat = (child: number): number[] =>
    GROUPS.includes(tree.kind[child] as number) ? namedChildren(b, child).flatMap(flat) : [child];
  const targets = namedChildren(b, at).flatMap(flat);
  const lowered = targets.map((target) =>
    tree.kind[target] === K.identifier
      ? bindTarget(b, target, { kind: 'delete', value: -1 })
      : lowerExpression(b, target),
  );
  return b.node(Op.Delete, at, b.list(lowered));
}

/** The nearest enclosing function that binds `name`; the nearest function when none does so far. */
function nonlocalScope(b: Builder, name: string): number {
  let nearest = 0;
  for (let scope = b.scopes[b.scope]?.parent ?? -1; scope > 0; scope = b.scopes[scope]?.parent ?? -1) {
    const candidate = b.scopes[scope];
    if (candidate?.kind !== 'function') continue;
    if (nearest === 0) nearest = scope;
    if (candidate.names.has(name)) return scope;
  }
  return nearest;
}
