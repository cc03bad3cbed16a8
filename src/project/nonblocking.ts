import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { passedTo } from './arguments.ts';
import { receiverOf } from './folding.ts';
import { nameAt } from './project.ts';
import type { Mod } from './value.ts';

/** Whether the receiver was made non-blocking: `sock.setblocking(False)` in the function, or on `self.sock` in the class. */
export function isNonblockingReceiver(mod: Mod, site: number): boolean {
  const { index } = mod;
  const receiver = receiverOf(mod, site);
  if (receiver < 0) return false;
  const owner = index.functions[index.owner[site] as number];
  const key = pathOf(mod, receiver);
  if (key === null || !owner) return false;
  const around =
    key.startsWith('self.') && owner.class >= 0 ? index.functions.filter((fn) => fn.class === owner.class) : [owner];
  return around.some((fn) => fn.sites.some((call) => switchesOff(mod, call, key)));
}

/** Connecting a datagram socket only remembers the address. */
export function isDatagramConnect(mod: Mod, site: number): boolean {
  const { index } = mod;
  const callee = index.a[site] as number;
  if (index.op[site] !== Op.Call || index.op[callee] !== Op.Attr) return false;
  if (!['connect', 'connect_ex'].includes(nameAt(mod, callee) ?? '')) return false;
  const socket = index.a[callee] as number;
  const made = index.op[socket] === Op.Name ? [...items(index, index.b[socket] as number)] : [];
  return (
    made.length > 0 &&
    made.every((id) => {
      const definition = index.definitions[id];
      const value = definition?.kind === 'assign' || definition?.kind === 'with' ? definition.value : -1;
      return index.op[value] === Op.Call && passedTo(mod, value).some((part) => nameAt(mod, part) === 'SOCK_DGRAM');
    })
  );
}

function switchesOff(mod: Mod, call: number, key: string): boolean {
  const { index } = mod;
  if (index.op[call] !== Op.Call) return false;
  const callee = index.a[call] as number;
  const method = nameAt(mod, callee);
  if (index.op[callee] !== Op.Attr || (method !== 'setblocking' && method !== 'settimeout')) return false;
  if (pathOf(mod, index.a[callee] as number) !== key) return false;
  const [argument] = items(index, index.b[call] as number);
  if (argument === undefined) return false;
  if (method === 'setblocking') return index.op[argument] === Op.False || isZero(mod, argument);
  return isZero(mod, argument);
}

function isZero(mod: Mod, node: number): boolean {
  const { op, a, strings } = mod.index;
  return (op[node] === Op.Integer || op[node] === Op.Float) && Number(strings[a[node] as number]) === 0;
}

/** `sock`, `self.sock`: a name with attributes, as text. */
export function pathOf(mod: Mod, node: number): string | null {
  const { op, a, b, strings } = mod.index;
  if (op[node] === Op.Name) return strings[a[node] as number] as string;
  if (op[node] !== Op.Attr) return null;
  const object = pathOf(mod, a[node] as number);
  return object === null ? null : `${object}.${strings[b[node] as number]}`;
}
