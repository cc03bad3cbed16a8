import type { Bound } from './arguments.ts';
import { parameterOf } from './arguments.ts';
import { isPlainlyDecorated } from './decorated.ts';
import { passes } from './known-values.ts';
import { type Need, needKey, parameterAt } from './needs.ts';
import type { Project } from './project.ts';
import type { FunctionRef } from './value.ts';

/**
 * What is left of the needs of a callee for the function that calls it: those that the arguments meet are gone, those
 * that hang on a parameter of the caller are put to it. Null when the arguments, or the caller's own tests, rule them out.
 */
export function passedOn(
  p: Project,
  needs: readonly Need[],
  callee: FunctionRef,
  bound: Bound | undefined,
  caller: FunctionRef,
  own: readonly Need[],
): readonly Need[] | null {
  if (needs.length === 0) return own;
  const out = new Map(own.map((need) => [needKey(need), need]));
  for (const need of bound ? needs : []) {
    const answer = answerFor(p, need, callee, bound as Bound, caller);
    if (answer === !need.holds) return null;
    if (answer !== null) continue;
    const argument = bound?.byName.get(need.parameter);
    const parameter = argument === undefined ? null : parameterAt(caller, argument);
    if (parameter === null) continue;
    const moved: Need = { ...need, parameter };
    if (out.has(needKey({ ...moved, holds: !moved.holds }))) return null;
    out.set(needKey(moved), moved);
  }
  return [...out.values()];
}

function answerFor(p: Project, need: Need, callee: FunctionRef, bound: Bound, caller: FunctionRef): boolean | null {
  const argument = bound.byName.get(need.parameter);
  if (argument !== undefined) return passes(p, need.test, caller.mod, argument);
  const parameter = parameterOf(callee, need.parameter);
  if (!parameter || bound.partial) return null;
  if (need.test.tag === 'truth' && parameter.kind === 'star') return bound.rest.length > 0;
  // A decorator may pass what the call leaves out.
  if (parameter.default < 0 || !isPlainlyDecorated(callee)) return null;
  return passes(p, need.test, callee.mod, parameter.default);
}
