import type { Bound } from './arguments.ts';
import { parameterOf } from './arguments.ts';
import { holderOf } from './attribute-needs.ts';
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
    const parameter = asCallerNames(need.parameter, callee, bound as Bound, caller);
    if (parameter === null) continue;
    const moved: Need = { ...need, parameter };
    if (contraries(moved).some((contrary) => out.has(needKey(contrary)))) return null;
    out.set(needKey(moved), moved);
  }
  return [...out.values()];
}

/** A parameter of the callee, or an attribute of one, as one of the caller. */
function asCallerNames(path: string, callee: FunctionRef, bound: Bound, caller: FunctionRef): string | null {
  const { parameter, attribute } = holderOf(path);
  const isReceiver = bound.receiver >= 0 && callee.info.parameters[0]?.name === parameter;
  const argument = isReceiver ? bound.receiver : bound.byName.get(parameter);
  const own = argument === undefined ? null : parameterAt(caller, argument);
  if (own === null || attribute === null) return own;
  // What is known of the attribute of an attribute is not followed.
  return own.includes('.') ? null : `${own}.${attribute}`;
}

/** Needs that cannot hold together with this one. */
function contraries(need: Need): Need[] {
  const { parameter, test, holds } = need;
  const out: Need[] = [{ ...need, holds: !holds }];
  const isNone = test.tag === 'equals' && test.literals.length === 1 && test.literals[0] === 'None';
  if (isNone && holds) out.push({ parameter, test: { tag: 'truth' }, holds: true });
  if (test.tag === 'truth' && holds) out.push({ parameter, test: { tag: 'equals', literals: ['None'] }, holds: true });
  return out;
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
