import { decoratorName, type Project } from '../../../src/project/project.ts';
import type { FunctionRef } from '../../../src/project/value.ts';
import type { Entry } from './entries.ts';
import type { Imports } from './names.ts';
import { type Use, useOf } from './use.ts';

/** Two of it, one after the other, on objects that have nothing to do with each other. */
export function pair(p: Project, entry: Entry, imports: Imports): string {
  const uses = ['one', 'two'].map((receiver, i) => useOf(p, entry, imports, { receiver, suffix: `_${i + 1}` }));
  return awaitedPair(entry.fn, uses);
}

export function awaitedPair(fn: FunctionRef, uses: readonly Use[]): string {
  const declared = [...new Set(uses.flatMap((use) => use.declared))];
  const head = `async def CASE(${declared.join(', ')}):`;
  const lines = uses.map(({ text, isStatement }, i) => {
    if (isStatement) return text.startsWith('async') ? text : `async ${text}`;
    if (isEntered(fn)) return `async with ${text.replace(/^await /, '')}: pass`;
    return `out${i} = await ${text.replace(/^await /, '')}`;
  });
  const names = lines.flatMap((line) => /^out\d/.exec(line)?.[0] ?? []);
  return [head, ...lines, `return ${names.join(', ')}`.trimEnd()].join('\n    ');
}

function isEntered(fn: FunctionRef): boolean {
  return fn.info.decorators.some((node) => decoratorName(fn.mod, node) === 'asynccontextmanager');
}
