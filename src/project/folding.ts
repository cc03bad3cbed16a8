import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { dearer, type Effect } from './effects.ts';
import { typeOf } from './infer.ts';
import { methodsOf } from './members.ts';
import { outcomeOf } from './outcome.ts';
import type { Project } from './project.ts';
import type { Mod } from './value.ts';

/**
 * Whether an effect at a site belongs to one that is reported already: work on a file that the same function opens,
 * and stepping through or leaving what a call in the same expression made. The fix for the one covers the other.
 */
export function isFolded(p: Project, mod: Mod, site: number, effect: Effect): boolean {
  const receiver = receiverOf(mod, site);
  if (receiver < 0) return false;
  const { op, owner } = mod.index;
  if (op[receiver] === Op.Call && op[site] !== Op.Call) {
    if (outcomeOf(p, mod, receiver).effects.some((made) => made.kind === effect.kind && covers(made, effect)))
      return true;
  }
  // A loop around both makes both dearer; only what is unbounded by itself is worth a finding of its own.
  const own = outcomeOf(p, mod, site).effects.find((raw) => raw.kind === effect.kind && raw.name === effect.name);
  if (effect.kind !== 'file' || own?.cost === 'unbounded') return false;
  return comesFromOpening(p, mod, receiver, owner[site] as number, 0);
}

function covers(made: Effect, effect: Effect): boolean {
  return dearer(made.cost, effect.cost) === made.cost;
}

/** The object that a method is called on, that is iterated or entered; -1 when there is none. */
export function receiverOf(mod: Mod, site: number): number {
  const { op, a, b } = mod.index;
  const first = a[site] as number;
  switch (op[site]) {
    case Op.Call:
      return op[first] === Op.Attr ? (a[first] as number) : -1;
    case Op.WithItem:
    case Op.YieldFrom:
      return first;
    case Op.For:
    case Op.CompFor:
      return b[site] as number;
    default:
      return -1;
  }
}

function comesFromOpening(p: Project, mod: Mod, node: number, owner: number, depth: number): boolean {
  const { op, b, definitions } = mod.index;
  if (depth > 4) return false;
  if (op[node] === Op.Call) return opens(p, mod, node, owner);
  if (op[node] !== Op.Name) return false;
  const reaching = items(mod.index, b[node] as number);
  return (
    reaching.length > 0 &&
    reaching.every((id) => {
      const definition = definitions[id];
      if (definition?.kind !== 'with' && definition?.kind !== 'assign') return false;
      return definition.value >= 0 && comesFromOpening(p, mod, definition.value, owner, depth + 1);
    })
  );
}

/** `Path(x).resolve()` asks the file system, but what it gives can be neither read nor closed: nothing was opened. */
function isClosable(p: Project, mod: Mod, call: number): boolean {
  const { values } = typeOf(p, mod, call);
  return (
    values.length === 0 ||
    values.some((value) => ['close', 'read'].some((name) => methodsOf(p, value, name).length > 0))
  );
}

function opens(p: Project, mod: Mod, call: number, owner: number): boolean {
  const { index } = mod;
  if (index.owner[call] !== owner) return false;
  const outcome = outcomeOf(p, mod, call);
  if (outcome.effects.some((effect) => effect.kind === 'file') && isClosable(p, mod, call)) return true;
  // `contextlib.closing(open(p))`, `csv.reader(open(p))`
  return [...items(index, index.b[call] as number)].some(
    (argument) => index.op[argument] === Op.Call && opens(p, mod, argument, owner),
  );
}
