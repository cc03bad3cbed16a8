/** Definitions of each local name that reach a point; null where control never comes. */
export type Env = Map<string, readonly number[]> | null;

/** What may be bound when some of `bound` was bound after `before`. */
export function withAlso(before: Env, bound: ReadonlyMap<string, readonly number[]>): Env {
  const out = copy(before);
  for (const [name, definitions] of bound) out?.set(name, union(out.get(name) ?? [], definitions));
  return out;
}

export function sameEnv(left: Env, right: Env): boolean {
  if (left === null || right === null) return left === right;
  if (left.size !== right.size) return false;
  for (const [name, definitions] of right) {
    const known = left.get(name);
    if (!known || known.length !== definitions.length || definitions.some((id) => !known.includes(id))) return false;
  }
  return true;
}

/** What holds after one of two ways; neither of them is used any more. */
export function either(left: Env, right: Env): Env {
  if (left === null) return right;
  if (right === null || left === right) return left;
  for (const [name, definitions] of right) {
    const known = left.get(name);
    if (known !== definitions) left.set(name, known ? union(known, definitions) : definitions);
  }
  return left;
}

export function copy(env: Env): Env {
  return env === null ? null : new Map(env);
}

export function join(left: Env, right: Env): Env {
  if (left === null) return copy(right);
  if (right === null || left === right) return copy(left);
  const out = new Map(left);
  for (const [name, definitions] of right) {
    const known = out.get(name);
    out.set(name, known ? union(known, definitions) : definitions);
  }
  return out;
}

export function union(left: readonly number[], right: readonly number[]): readonly number[] {
  if (left === right || (right.length === 1 && left.includes(right[0] as number))) return left;
  if (right.every((id) => left.includes(id))) return left;
  return [...left, ...right.filter((id) => !left.includes(id))];
}
