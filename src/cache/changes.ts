import type { ScannedClass } from '../project/headers.ts';
import { heirsOf } from '../world.ts';
import type { FileUses } from './store.ts';

/** Questions for heirs that may be answered otherwise where these classes stand in place of those, among all of them. */
export function heirsBetween(
  changes: Iterable<readonly [before: readonly ScannedClass[], now: readonly ScannedClass[]]>,
  all: () => Iterable<readonly ScannedClass[]>,
): Set<string> {
  const names = new Set<string>();
  for (const [before, now] of changes) {
    const old = new Set(before.map((one) => JSON.stringify(one)));
    const fresh = new Set(now.map((one) => JSON.stringify(one)));
    for (const one of [...before, ...now]) {
      const key = JSON.stringify(one);
      if (old.has(key) !== fresh.has(key)) for (const base of one.bases) names.add(base);
    }
  }
  if (names.size > 0) {
    // A class that changed is an heir of all that is above it, by any file's word for that.
    const bases = basesByName(all());
    for (const name of names) for (const base of bases.get(name) ?? []) names.add(base);
  }
  return new Set([...names].map(heirsOf));
}

function basesByName(all: Iterable<readonly ScannedClass[]>): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const classes of all) {
    for (const { name, bases } of classes) {
      const known = out.get(name);
      if (known) known.push(...bases);
      else out.set(name, [...bases]);
    }
  }
  return out;
}

/** All from which a way of uses leads to one of the changed; they themselves, too. `uses` are by number of the file. */
export function affectedBy(changed: Iterable<number | string>, uses: readonly FileUses[]): Set<number | string> {
  const affected = new Set(changed);
  if (affected.size === 0) return affected;
  const users = usersOf(uses);
  for (const one of affected) for (const user of users.get(one) ?? []) affected.add(user);
  return affected;
}

export function usersOf(uses: readonly FileUses[]): Map<number | string, number[]> {
  const users = new Map<number | string, number[]>();
  for (const [user, all] of uses.entries()) {
    for (const used of all) {
      const known = users.get(used);
      if (known) known.push(user);
      else users.set(used, [user]);
    }
  }
  return users;
}
