import { annotationType } from '../../../src/project/annotations.ts';
import type { Project } from '../../../src/project/project.ts';
import type { FunctionRef } from '../../../src/project/value.ts';
import { ownParameters } from './call.ts';
import type { Add } from './case.ts';
import type { Entry } from './entries.ts';
import type { Imports } from './names.ts';
import { coroutine, useOf } from './use.ts';

/** What an entry offloads, schedules or runs, each parameter with something that stalls. */
export function addHandedOver(p: Project, entry: Entry, imports: Imports, add: Add): void {
  const { fn, behaviour } = entry;
  for (const name of behaviour.offloads) {
    const text = handed(p, fn, name, 'stalls()');
    const moved = text === 'stall' ? 'offload :stall' : `call ${fn.mod.name}:${fn.info.qualname}`;
    add(`offloads ${name}`, coroutine(using(name, text)), 'sleepless', moved);
  }
  for (const name of behaviour.runs) {
    add(`runs ${name}`, coroutine(using(name, handed(p, fn, name, 'stalls()'))), 'sleeps');
  }
  for (const name of behaviour.schedules) {
    const text = handed(p, fn, name, '[stall]');
    const use = using(name, text);
    add(`schedules ${name}`, coroutine(use), 'sleeps');
    const isDecorator = use.call?.args.text === 'stall' && ownParameters(fn)[0]?.name === name;
    if (use.call === null || !isDecorator || fn.info.name === '__init__') continue;
    add(`schedules ${name}, as a decorator`, decorated(use.declared, use.call.callee), 'sleeps');
  }

  function using(name: string, text: string) {
    return useOf(p, entry, imports, { given: new Map([[name, text]]) });
  }
}

/** A method that the loop calls, overridden by one that stalls. */
export function addSubclass(p: Project, entry: Entry, imports: Imports, add: Add): void {
  const base = useOf(p, entry, imports).declared[0]?.replace(/^\w+: /, '');
  const { isAsync, name } = entry.fn.info;
  const method = `    ${isAsync ? 'async def' : 'def'} ${name}(self, *args):\n        time.sleep(1)`;
  add('called by the loop', `class CASE(${base}):\n${method}`, 'sleeps');
}

function decorated(declared: readonly string[], decorator: string): string {
  return `def CASE(${declared.join(', ')}):\n    @${decorator}\n    def handler(*args):\n        time.sleep(1)`;
}

/** A function; for an iterable, what stalls where it is stepped through, or a list of functions. */
function handed(p: Project, fn: FunctionRef, name: string, collection: string): string {
  const parameter = fn.info.parameters.find((one) => one.name === name)!;
  const { values } = annotationType(p, fn.mod, parameter.annotation);
  const isCollection = values.some(
    (value) =>
      (value.tag === 'shape' && /Iter|Sequence|Collection/.test(value.name)) ||
      (value.tag === 'instance' && ['list', 'tuple'].includes(value.cls.info.name)),
  );
  return isCollection ? collection : 'stall';
}
