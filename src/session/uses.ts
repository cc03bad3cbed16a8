/** Who makes use of what: files by absolute path, and questions for the heirs of a class. */
export class Uses {
  readonly #usedBy = new Map<string, Set<string>>();
  readonly #uses = new Map<string, Set<string>>();

  note(user: string, used: string): void {
    if (add(this.#uses, user, used)) add(this.#usedBy, used, user);
  }

  /** All from which a way of uses leads to one of these; they themselves, too. */
  reaching(changed: Iterable<string>): ReadonlySet<string> {
    const affected = new Set(changed);
    for (const one of affected) for (const user of this.#usedBy.get(one) ?? []) affected.add(user);
    return affected;
  }

  /** What these make use of is noted anew when it is found out again. */
  forget(users: Iterable<string>): void {
    for (const user of users) {
      for (const used of this.#uses.get(user) ?? []) this.#usedBy.get(used)?.delete(user);
      this.#uses.delete(user);
    }
  }
}

/** Whether it was not there yet. */
function add(map: Map<string, Set<string>>, key: string, value: string): boolean {
  const known = map.get(key);
  if (known?.has(value)) return false;
  if (known) known.add(value);
  else map.set(key, new Set([value]));
  return true;
}
