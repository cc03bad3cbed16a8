import { Op } from '../../python/index/ops.ts';
import { typeOf } from '../infer.ts';
import { ancestors, attributeType } from '../members.ts';
import { pathOf } from '../nonblocking.ts';
import type { Project } from '../project.ts';
import type { ClassRef, Mod, Value } from '../value.ts';
import { type Exclusive, exclusiveClass, unnamed, type Wanted } from './exclusive.ts';

/** What repositories and services keep and use in turns, when all that is known of it is its name. */
const KEPT = /(?:^|_)(?:session|sess|conn|connection|cursor|cur|tx|txn|transaction|uow|db)$/;

/**
 * What the object that a method is called on keeps for itself and uses one operation at a time: the session of a
 * repository. For methods whose own body does not show what they use.
 */
export function heldBy(p: Project, mod: Mod, call: number, wanted: Wanted): Exclusive[] {
  const { index } = mod;
  const callee = index.a[call] as number;
  if (index.op[callee] !== Op.Attr) return [];
  const receiver = index.a[callee] as number;
  const path = pathOf(mod, receiver) ?? unnamed(receiver);
  if (!wanted(path)) return [];
  return typeOf(p, mod, receiver).values.flatMap((value) => {
    const kept = value.tag === 'instance' ? keptBy(p, value) : null;
    return kept === null ? [] : [{ path: `${path}.${kept.name}`, kind: kept.kind }];
  });
}

interface Kept {
  readonly name: string;
  readonly kind: string;
}

const known = new WeakMap<ClassRef, Kept | null>();

function keptBy(p: Project, value: Value & { tag: 'instance' }): Kept | null {
  const before = known.get(value.cls);
  if (before !== undefined) return before;
  const found = search(p, value);
  known.set(value.cls, found);
  return found;
}

function search(p: Project, value: Value & { tag: 'instance' }): Kept | null {
  for (const { cls } of ancestors(p, value.cls, value.args, value).line) {
    if (cls.mod.stub) continue;
    const { index } = cls.mod;
    const names = new Set([...cls.info.attributes.keys(), ...(index.scopes[cls.info.scope]?.names.keys() ?? [])]);
    for (const name of names) {
      if (!KEPT.test(name)) continue;
      const { values } = attributeType(p, { values: [value], open: false }, name, cls.mod);
      const kind = exclusiveClass(p, values);
      // A type that is known and not exclusive speaks louder than the name.
      if (kind !== null || values.length === 0) return { name, kind: kind ?? name.replace(/^_+/, '') };
    }
  }
  return null;
}
