import type { Primitive } from '../../../src/project/behaviour.ts';
import { type Atom, type Condition, literalAt, parametersOf } from '../../../src/project/conditions.ts';
import type { Project } from '../../../src/project/project.ts';
import type { FunctionRef } from '../../../src/project/value.ts';
import type { Parameter } from '../../../src/python/index/module-index.ts';
import { Op } from '../../../src/python/index/ops.ts';

/** What a call passes for one parameter: a literal, something worked out (null), or nothing at all. */
export type Passed = { readonly literal: string | null } | 'absent';
export type Assignment = ReadonlyMap<string, Passed>;

/** Ways to call the function, plainest first, that tell its conditions apart. */
export function assignmentsOf(p: Project, fn: FunctionRef, primitives: readonly Primitive[]): Assignment[] {
  const conditions = primitives.flatMap(({ when, unless }) => [when, unless].filter((one) => one !== null));
  const names = [...new Set(conditions.flatMap(parametersOf))];
  let out: Assignment[] = [new Map()];
  for (const name of names) {
    const choices = choicesFor(p, fn, name, conditions);
    out = out.flatMap((known) => choices.map((choice) => new Map([...known, [name, choice]])));
  }
  return out;
}

function choicesFor(p: Project, fn: FunctionRef, name: string, conditions: readonly Condition[]): Passed[] {
  const parameter = fn.info.parameters.find((one) => one.name === name)!;
  const atoms = conditions.flat(2).filter((atom) => atom.parameter === name);
  const literals = [...new Set(atoms.flatMap((atom) => (atom.test === 'equals' ? [atom.literal] : [])))];
  const choices: Passed[] = [];
  if (parameter.default >= 0 || parameter.kind.includes('star')) choices.push('absent');
  choices.push({ literal: another(p, fn, parameter, literals) }, { literal: null });
  for (const literal of literals) choices.push({ literal });
  return choices;
}

/** A literal that none of the conditions asks about, of the kind that they ask about. */
function another(p: Project, fn: FunctionRef, { default: at }: Parameter, literals: readonly string[]): string {
  const usual = at < 0 ? null : literalAt(p, fn.mod, at);
  const known = [...literals, ...(usual === null ? [] : [usual])];
  for (const word of ['True', 'False']) {
    if (known.some((literal) => literal === 'True' || literal === 'False') && !literals.includes(word)) return word;
  }
  if (known.some((literal) => literal.startsWith('"'))) return '"other"';
  return '7';
}

/** The primitives that are met by a call; null when one of them cannot be decided. */
export function primitivesMet(
  p: Project,
  fn: FunctionRef,
  primitives: readonly Primitive[],
  assignment: Assignment,
): Primitive[] | null {
  const met: Primitive[] = [];
  for (const primitive of primitives) {
    const when = primitive.when === null ? true : truth(p, fn, primitive.when, assignment);
    const unless = primitive.unless === null ? false : truth(p, fn, primitive.unless, assignment);
    if (when === false || unless === true) continue;
    if (when === null || unless === null) return null;
    met.push(primitive);
  }
  return met;
}

function truth(p: Project, fn: FunctionRef, condition: Condition, assignment: Assignment): boolean | null {
  const alternatives = condition.map((atoms) => {
    const truths = atoms.map((atom) => atomTruth(p, fn, atom, assignment.get(atom.parameter) ?? 'absent'));
    return truths.includes(false) ? false : truths.includes(null) ? null : true;
  });
  return alternatives.includes(true) ? true : alternatives.includes(null) ? null : false;
}

function atomTruth(p: Project, fn: FunctionRef, { test, parameter, literal }: Atom, passed: Passed): boolean | null {
  if (test === 'given') return passed !== 'absent';
  if (test === 'absent') return passed === 'absent';
  if (test === 'literal') return passed !== 'absent' && passed.literal !== null;
  const seen = passed === 'absent' ? usualLiteral(p, fn, parameter) : passed.literal;
  if (seen !== null) return seen === literal;
  // A number that is worked out is taken to be another one.
  return /^-?\d/.test(literal) ? false : null;
}

/** `...` in a stub is a default that is none of those that are asked about. */
function usualLiteral(p: Project, fn: FunctionRef, name: string): string | null {
  const at = fn.info.parameters.find((one) => one.name === name)?.default ?? -1;
  return at >= 0 && fn.mod.index.op[at] !== Op.Ellipsis ? literalAt(p, fn.mod, at) : '...';
}
