import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import type { Effect } from './effects.ts';
import { spelled } from './lookup.ts';
import { pathOf } from './nonblocking.ts';
import type { Project } from './project.ts';
import type { FunctionRef, Mod } from './value.ts';

/**
 * Whether a double stands in the way: the chain goes through something that the test replaces by `patch`, around the
 * site or before it.
 */
export function endsInDouble(p: Project, fn: FunctionRef, site: number, effect: Effect): boolean {
  if (!patches(fn.mod)) return false;
  const replaced = replacedAt(p, fn, site);
  const passed = [effect.name];
  for (let link = effect.chain; link; link = link.next) {
    const { qualname } = link.fn.info;
    passed.push(qualname);
    if (link.fn.info.class >= 0) passed.push(qualname.slice(0, qualname.lastIndexOf('.')));
  }
  return replaced.some((name) => passed.some((path) => isSame(name, path)));
}

const patching = new WeakMap<Mod, boolean>();

function patches(mod: Mod): boolean {
  let known = patching.get(mod);
  if (known === undefined) {
    const isPatch = (name: string | null | undefined) => name === 'patch' || name === 'monkeypatch';
    known = mod.index.strings.some(isPatch) || mod.index.definitions.some((one) => isPatch(one.import?.name));
    patching.set(mod, known);
  }
  return known;
}

/** `test_app.Store.load` is `Store.load`, `app.db.sleep` may be `time.sleep`: only classes have to agree. */
function isSame(replaced: string, path: string): boolean {
  const [name, holder] = replaced.split('.').reverse();
  const [own, owner] = path.split('.').reverse();
  if (name !== own) return false;
  return isClass(holder) ? holder === owner : true;
}

function isClass(name: string | undefined): boolean {
  return name !== undefined && /^_*[A-Z]/.test(name);
}

/** Dotted names, as far as they are written, of what is replaced while the site runs. */
function replacedAt(p: Project, fn: FunctionRef, site: number): readonly string[] {
  const { mod } = fn;
  const { index } = mod;
  const out: string[] = [];
  const take = (node: number) => {
    const name = nameReplaced(p, mod, node);
    if (name !== null) out.push(name);
  };
  const cls = mod.classes[fn.info.class];
  for (const node of [...fn.info.decorators, ...(cls?.info.decorators ?? [])]) take(node);
  for (let at = index.parent[site] as number; at >= 0 && at !== fn.info.node; at = index.parent[at] as number) {
    if (index.op[at] === Op.With) for (const item of items(index, index.a[at] as number)) take(index.a[item] as number);
  }
  for (const { start, name } of lastingIn(p, fn)) {
    if (start >= (index.start[site] as number)) break;
    out.push(name);
  }
  return out;
}

interface Lasting {
  readonly start: number;
  readonly name: string;
}

const lasting = new WeakMap<FunctionRef, readonly Lasting[]>();

/** What calls in the function replace until its end: a patch in a `with` ends with it; one that a fixture makes lasts for the test. */
function lastingIn(p: Project, fn: FunctionRef): readonly Lasting[] {
  let known = lasting.get(fn);
  if (!known) {
    const { index } = fn.mod;
    const calls = fn.info.sites.filter((call) => index.op[index.parent[call] as number] !== Op.WithItem);
    known = calls.flatMap((call) => {
      const name = nameReplaced(p, fn.mod, call);
      return name === null ? [] : [{ start: index.start[call] as number, name }];
    });
    lasting.set(fn, known);
  }
  return known;
}

const BY_PATH = /(?:^|\.)(?:patch|setattr)$/;
const BY_OBJECT = /(?:^|\.)(?:patch\.object|setattr)$/;

/** `patch("app.db.load")`, `patch.object(Store, "load")`, `monkeypatch.setattr(time, "sleep", ...)`. */
function nameReplaced(p: Project, mod: Mod, node: number): string | null {
  const { index } = mod;
  if (index.op[node] !== Op.Call) return null;
  const written = index.a[node] as number;
  const callee = spelled(p, mod, written) ?? pathOf(mod, written) ?? '';
  if (!/patch/.test(callee)) return null;
  const [first, second] = items(index, index.b[node] as number);
  const text = textAt(mod, first);
  if (text !== null) return BY_PATH.test(callee) ? text : null;
  const attribute = textAt(mod, second);
  const object = first === undefined ? null : (spelled(p, mod, first) ?? pathOf(mod, first));
  return BY_OBJECT.test(callee) && attribute !== null && object !== null ? `${object}.${attribute}` : null;
}

function textAt(mod: Mod, node: number | undefined): string | null {
  const { index } = mod;
  return node !== undefined && index.op[node] === Op.String ? (index.strings[index.a[node] as number] as string) : null;
}
