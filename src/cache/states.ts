import { createHash } from 'node:crypto';
import { isTestPath } from '../config/test-files.ts';
import { fileStamp, readText } from '../files.ts';
import { isStubPath } from '../project/finder.ts';
import { scanClasses } from '../project/headers.ts';
import { heirsOf } from '../world.ts';
import type { FileState, Store } from './store.ts';

/** File systems keep times no finer than this, in milliseconds: what changed twice within it may look unchanged. */
const COARSEST = 2000;

/** The files of a project now. `absoluteOf` gives where a path of the store is; what cannot be read has no content. */
export function statesOf(
  paths: Iterable<string>,
  absoluteOf: (path: string) => string,
  store: Store,
): Map<string, FileState> {
  const states = new Map<string, FileState>();
  for (const path of paths) {
    const absolute = absoluteOf(path);
    const { size, mtime } = fileStamp(absolute);
    const known = store.files[path];
    const isTrusted = known?.hash && known.size === size && known.mtime === mtime && mtime < store.begun - COARSEST;
    states.set(path, isTrusted ? known : { size, mtime, ...contentOf(path, absolute) });
  }
  return states;
}

function contentOf(path: string, absolute: string): Pick<FileState, 'hash' | 'classes'> {
  let text: string;
  try {
    text = readText(absolute);
  } catch {
    return { hash: '', classes: [] };
  }
  return describe(path, text);
}

export function describe(path: string, text: string): Pick<FileState, 'hash' | 'classes'> {
  // The tables of classes leave these out.
  const isListed = !isTestPath(path) && !isStubPath(path);
  const classes = (isListed ? scanClasses(text) : []).map(({ name, bases, methods }) => {
    return [name, bases, digestOf(methods.join(' '))] as const;
  });
  return { hash: digestOf(text), classes };
}

function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

/** What differs between two times: paths, and questions for heirs that may be answered differently. */
export function changesBetween(before: Store['files'], now: ReadonlyMap<string, FileState>): Set<string> {
  const changed = new Set<string>();
  const names = new Set<string>();
  for (const [path, state] of now) {
    const then = before[path];
    if (then?.hash && then.hash === state.hash) continue;
    changed.add(path);
    const old = new Set(then?.classes.map((one) => JSON.stringify(one)));
    const fresh = new Set(state.classes.map((one) => JSON.stringify(one)));
    const differing = [...(then?.classes ?? []), ...state.classes].filter((one) => {
      const key = JSON.stringify(one);
      return old.has(key) !== fresh.has(key);
    });
    for (const [, bases] of differing) for (const base of bases) names.add(base);
  }
  if (names.size > 0) {
    const bases = basesByName([...Object.values(before), ...now.values()]);
    for (const name of names) for (const base of bases.get(name) ?? []) names.add(base);
  }
  for (const name of names) changed.add(heirsOf(name));
  return changed;
}

/** A class that changed is an heir of all that is above it, by any file's word for that. */
function basesByName(states: Iterable<FileState>): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const { classes } of states) {
    for (const [name, bases] of classes) out.set(name, [...(out.get(name) ?? []), ...bases]);
  }
  return out;
}

/** All from which a way of uses leads to one of the changed; they themselves, too. */
export function affectedBy(changed: ReadonlySet<string>, reached: Store['reached']): ReadonlySet<string> {
  if (changed.size === 0) return changed;
  const users = new Map<string, string[]>();
  for (const [user, uses] of Object.entries(reached)) {
    for (const used of uses) {
      const known = users.get(used);
      if (known) known.push(user);
      else users.set(used, [user]);
    }
  }
  const affected = new Set(changed);
  for (const one of affected) for (const user of users.get(one) ?? []) affected.add(user);
  return affected;
}
