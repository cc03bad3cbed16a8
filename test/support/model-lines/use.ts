import { isClassMethod, isStatic } from '../../../src/project/definition-type.ts';
import { decoratorName, nameAt, type Project } from '../../../src/project/project.ts';
import type { ClassRef } from '../../../src/project/value.ts';
import { type Arguments, argumentsFor } from './call.ts';
import type { Assignment } from './conditions.ts';
import type { Entry } from './entries.ts';
import { type Imports, nameOf } from './names.ts';

/** How a line of Python makes an entry happen. */
export interface Use {
  /** Parameters of the function around it. */
  readonly declared: readonly string[];
  readonly text: string;
  readonly isStatement: boolean;
  /** What is called, and with what; null where nothing is called by name. */
  readonly call: { readonly callee: string; readonly args: Arguments } | null;
}

export interface UseOptions {
  readonly assignment?: Assignment;
  /** Python text to pass for parameters. */
  readonly given?: ReadonlyMap<string, string>;
  readonly receiver?: string;
  /** Keeps the names of two uses in one function apart. */
  readonly suffix?: string;
  /** The class that stands for the receiver, when it is not the one that has the method. */
  readonly cls?: ClassRef;
}

export function useOf(p: Project, entry: Entry, imports: Imports, options: UseOptions = {}): Use {
  const { fn, cls } = entry;
  const { assignment = new Map(), receiver = 'it', suffix = '' } = options;
  const { name } = fn.info;
  const decorators = fn.info.decorators.map((node) => decoratorName(fn.mod, node));
  const args = argumentsFor(p, fn, imports, assignment, options.given, suffix);
  if (cls === null) {
    const callee = name === '__getattr__' ? unlisted(fn.mod.name, imports) : nameOf(p, fn, imports);
    return called(callee, name === '__getattr__' ? { ...args, text: "'some'" } : args, []);
  }
  const owner = nameOf(p, options.cls ?? cls, imports);
  if (CONSTRUCTORS.has(name)) return called(owner, args, []);
  const declared = [`${receiver}: ${owner}`];
  if (isStatic(fn.mod, fn) || isClassMethod(fn.mod, fn)) return called(`${owner}.${name}`, args, []);
  if (name === '__call__') return called(receiver, args, declared);
  if (name === '__getattr__') return called(`${receiver}.unlisted`, { ...args, text: "'some'" }, declared);
  const plain = (text: string, isStatement: boolean): Use => {
    return { declared: [...declared, ...args.declared], text, isStatement, call: null };
  };
  if (decorators.includes('property') || decorators.includes('cached_property'))
    return plain(`${receiver}.${name}`, false);
  const special = SPECIAL[name];
  if (special === undefined) return called(`${receiver}.${name}`, args, declared);
  const isSlice = nameAt(fn.mod, fn.info.parameters[1]?.annotation ?? -1) === 'slice';
  const [first = '0', second = '0'] = isSlice ? ['1:2'] : args.text.split(', ');
  const text = special.replace('IT', receiver).replace('FIRST', first).replace('SECOND', second);
  return plain(text, /^(?:for|with|async|del|if) |\] = /.test(text));

  function called(callee: string, given: Arguments, own: readonly string[]): Use {
    const isContext = decorators.includes('contextmanager');
    const text = `${fn.info.isAsync ? 'await ' : ''}${callee}(${given.text})`;
    return {
      declared: [...own, ...given.declared],
      text: isContext ? `with ${text}: pass` : text,
      isStatement: isContext,
      call: isContext ? null : { callee, args: given },
    };
  }
}

/** A coroutine in which it happens. */
export function coroutine({ declared, text, isStatement }: Use): string {
  return `async def CASE(${declared.join(', ')}):\n    ${isStatement ? text : `return ${text}`}`;
}

function unlisted(module: string, imports: Imports): string {
  imports.add(module);
  return `${module}.unlisted`;
}

const CONSTRUCTORS: ReadonlySet<string> = new Set(['__init__', '__new__']);

/** Special methods by the syntax that calls them. */
const SPECIAL: Readonly<Record<string, string>> = {
  __enter__: 'with IT: pass',
  __exit__: 'with IT: pass',
  __iter__: 'for _ in IT: pass',
  __next__: 'for _ in IT: pass',
  __aenter__: 'async with IT: pass',
  __aexit__: 'async with IT: pass',
  __aiter__: 'async for _ in IT: pass',
  __anext__: 'async for _ in IT: pass',
  __getitem__: 'IT[FIRST]',
  __setitem__: 'IT[FIRST] = SECOND',
  __delitem__: 'del IT[FIRST]',
  __contains__: 'FIRST in IT',
  __len__: 'len(IT)',
  __bool__: 'if IT: pass',
  __add__: 'IT + FIRST',
  __radd__: 'FIRST + IT',
  __or__: 'IT | FIRST',
  __matmul__: 'IT @ FIRST',
  __rmatmul__: 'FIRST @ IT',
  __truediv__: 'IT / FIRST',
};
