import { behaviourOf } from '../../../src/project/behaviour.ts';
import { ancestors } from '../../../src/project/members.ts';
import type { Project } from '../../../src/project/project.ts';
import type { ClassRef, FunctionRef, Mod } from '../../../src/project/value.ts';
import type { Case } from './case.ts';
import { exclusivesIn } from './entries.ts';
import { type Imports, nameOf } from './names.ts';
import { awaitedPair } from './pairs.ts';
import { useOf } from './use.ts';

/** Of every `@exclusive` class: two awaits on one object, which wait for each other, and on two, which need not. */
export function exclusiveCases(p: Project, mod: Mod, imports: Imports): Map<string, Case[]> {
  const out = new Map<string, Case[]>();
  for (const cls of exclusivesIn(p, mod)) {
    const entry = `${mod.name}:${cls.info.qualname}`;
    const pairOf = (second: string) => {
      const fn = readingMethod(p, cls);
      if (fn === null) return unlistedPair(nameOf(p, cls, imports), second);
      const own = { name: entry, fn, cls, behaviour: behaviourOf(fn) };
      return awaitedPair(
        fn,
        ['db', second].map((receiver, i) => useOf(p, own, imports, { receiver, suffix: `_${i + 1}`, cls })),
      );
    };
    out.set(entry, [
      { entry, what: 'one object', text: pairOf('db'), expected: { tag: 'apart' }, reaches: null },
      { entry, what: 'two objects', text: pairOf('other_db'), expected: { tag: 'overlaps' }, reaches: null },
    ]);
  }
  return out;
}

/** A method that is said to read, so that nothing but the object keeps two calls apart. */
function readingMethod(p: Project, cls: ClassRef): FunctionRef | null {
  const self = { tag: 'instance', cls, args: [] } as const;
  for (const { cls: owner } of ancestors(p, cls, [], self).line) {
    const found = owner.mod.functions.find(
      (fn) => fn.info.class === owner.id && owner.mod === fn.mod && behaviourOf(fn).awaiting === 'reads',
    );
    if (found && !found.info.name.startsWith('__')) return found;
  }
  return null;
}

/** A method that the model does not know, of which its name and that of the object say that it reads from elsewhere. */
function unlistedPair(owner: string, second: string): string {
  const declared = [...new Set(['db', second])].map((name) => `${name}: ${owner}`);
  return [
    `async def CASE(${declared.join(', ')}):`,
    'out0 = await db.fetch_unlisted(1)',
    `out1 = await ${second}.fetch_unlisted(2)`,
    'return out0, out1',
  ].join('\n    ');
}
