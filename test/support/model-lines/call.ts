import { annotationType } from '../../../src/project/annotations.ts';
import { literalAt } from '../../../src/project/conditions.ts';
import { isStatic } from '../../../src/project/definition-type.ts';
import { nameAt, type Project } from '../../../src/project/project.ts';
import type { FunctionRef } from '../../../src/project/value.ts';
import { items, type Parameter } from '../../../src/python/index/module-index.ts';
import { Op } from '../../../src/python/index/ops.ts';
import type { Assignment } from './conditions.ts';
import { type Imports, nameOf } from './names.ts';

/** The arguments of one call, and the parameters that the function around it must declare for them. */
export interface Arguments {
  readonly text: string;
  readonly hasKeywords: boolean;
  readonly declared: readonly string[];
}

/** `given` says what to pass for some parameters, as Python text; required ones get a value of their type. */
export function argumentsFor(
  p: Project,
  fn: FunctionRef,
  imports: Imports,
  assignment: Assignment,
  given: ReadonlyMap<string, string> = new Map(),
  suffix = '',
): Arguments {
  const declared: string[] = [];
  const parts: string[] = [];
  let hasKeywords = false;
  const parameters = ownParameters(fn);
  const wanted = (parameter: Parameter) => {
    const passed = assignment.get(parameter.name);
    return given.has(parameter.name) || (passed !== undefined && passed !== 'absent') || isNeeded(fn, parameter);
  };
  const lastPositional = parameters.findLastIndex((one) => one.kind === 'positional' && wanted(one));
  const starGiven = parameters.findIndex((one) => one.kind === 'star' && wanted(one));
  let byKeyword = false;
  for (const [position, parameter] of parameters.entries()) {
    const isForced = position <= lastPositional || (position < starGiven && parameter.kind !== 'keyword');
    if (parameter.kind === 'double-star' || !(wanted(parameter) || isForced)) {
      if (parameter.kind === 'normal') byKeyword = true;
      continue;
    }
    const value = textFor(parameter);
    if (parameter.kind === 'keyword' || (byKeyword && parameter.kind === 'normal')) {
      hasKeywords = true;
      parts.push(`${parameter.name}=${value}`);
    } else parts.push(value);
  }
  return { text: parts.join(', '), hasKeywords, declared };

  function textFor(parameter: Parameter): string {
    const fixed = given.get(parameter.name);
    if (fixed !== undefined) return fixed;
    const passed = assignment.get(parameter.name);
    if (passed !== undefined && passed !== 'absent') return passed.literal ?? declare('');
    const literal = literalOf(p, fn, parameter);
    if (literal !== null) return literal;
    const known = plausible(p, fn, parameter, imports);
    return known.startsWith(':') ? declare(known) : known;
  }
  function declare(annotation: string): string {
    const name = `arg${declared.length}${suffix}`;
    declared.push(`${name}${annotation}`);
    return name;
  }
}

/** Parameters without the receiver. */
export function ownParameters(fn: FunctionRef): readonly Parameter[] {
  const isMethod = fn.info.class >= 0 && (!isStatic(fn.mod, fn) || fn.info.name === '__new__');
  return isMethod ? fn.info.parameters.slice(1) : fn.info.parameters;
}

/** One without a default, or one by whose literals an overload is told from the others. */
function isNeeded(fn: FunctionRef, parameter: Parameter): boolean {
  if (parameter.kind.includes('star')) return false;
  return parameter.default < 0 || literalNode(fn, parameter) >= 0;
}

function literalNode(fn: FunctionRef, { annotation }: Parameter): number {
  const { index } = fn.mod;
  if (annotation < 0 || index.op[annotation] !== Op.Subscript) return -1;
  if (nameAt(fn.mod, index.a[annotation] as number) !== 'Literal') return -1;
  const inner = index.b[annotation] as number;
  return index.op[inner] === Op.Tuple ? (items(index, index.a[inner] as number)[0] ?? -1) : inner;
}

function literalOf(p: Project, fn: FunctionRef, parameter: Parameter): string | null {
  const node = literalNode(fn, parameter);
  return node < 0 ? null : literalAt(p, fn.mod, node);
}

const LITERALS: Readonly<Record<string, string>> = {
  str: "'some'",
  bytes: "b'some'",
  int: '2',
  float: '2.5',
  bool: 'True',
  list: "['some']",
  tuple: "('some',)",
  dict: "{'some': 2}",
  set: "{'some'}",
};

/** A value of the parameter's type: Python text, or `: Type` of a parameter to declare for it. */
function plausible(p: Project, fn: FunctionRef, { annotation }: Parameter, imports: Imports): string {
  for (const value of annotationType(p, fn.mod, annotation).values) {
    if (value.tag === 'instance' && value.cls.mod.name === 'builtins') {
      const literal = LITERALS[value.cls.info.name];
      if (literal !== undefined) return literal;
    } else if (value.tag === 'instance') return `: ${nameOf(p, value.cls, imports)}`;
    else if (value.tag === 'shape' && value.name === 'Callable') return 'quiet';
  }
  return ': Any';
}
