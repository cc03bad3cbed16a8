import { annotationType, NO_ENV } from './annotations.ts';
import { functionResult } from './call-type.ts';
import type { Project } from './project.ts';
import type { Type, Value } from './value.ts';

/** What a decorator makes of a function, null when it cannot be told. */
export function calledFunction(p: Project, decorator: Value, decorated: Type): Type | null {
  if (decorator.tag === 'partial') return calledFunction(p, decorator.callee, decorated);
  if (decorator.tag !== 'function') return null;
  const { fn } = decorator;
  if (fn.mod.stub) return fromModel(p, decorator, decorated);
  const result = functionResult(p, fn, null, NO_ENV);
  const functions = result.values.filter((value) => value.tag === 'function' && value.fn.info.outer >= 0);
  return functions.length > 0 ? { values: functions, open: result.open } : null;
}

/** In a model, a decorator that gives a type variable back gives the function back. */
function fromModel(p: Project, decorator: Value & { tag: 'function' }, decorated: Type): Type | null {
  const { fn } = decorator;
  if (fn.info.returns < 0) return null;
  const declared = annotationType(p, fn.mod, fn.info.returns, NO_ENV);
  if (declared.values.length === 0) return null;
  const offers = declared.values.some((value) => value.tag !== 'shape' || value.name !== 'Callable');
  return offers ? declared : decorated;
}
