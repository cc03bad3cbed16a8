import type { Outline, Unit } from '../python/index/outline.ts';

/**
 * Names by which others may notice what differs between two versions of a file, none when only places do; null when it
 * cannot be said who may.
 */
export function namesChanged(before: Outline, now: Outline): ReadonlySet<string> | null {
  if (!before.isPlain || !now.isPlain || before.rest !== now.rest) return null;
  const [old, fresh] = [keyed(before), keyed(now)];
  // Which of two classes of one name a method belongs to, its name does not tell.
  for (const { kind, key } of [...before.units, ...now.units])
    if (kind === 'class' && !key?.endsWith(' 0')) return null;
  const stays = ({ key }: Unit) => key === null || (old.has(key) && fresh.has(key));
  const order = (outline: Outline) => outline.units.filter(stays).map(({ key, content }) => key ?? content);
  // What stands in another order, or is another statement, may be seen by all.
  if (order(before).join('\0') !== order(now).join('\0')) return null;
  const names = new Set<string>();
  for (const unit of [...before.units, ...now.units]) {
    if (unit.key === null) continue;
    const [left, right] = [old.get(unit.key), fresh.get(unit.key)];
    if (left?.content === right?.content) continue;
    if (unit.speaksForOthers || (unit.kind === 'class' && left && right)) return null;
    if (unit.kind === 'class') {
      names.add(ownName(unit));
      continue;
    }
    const around = classAround(unit);
    const cls = around === null ? undefined : (old.get(around) ?? fresh.get(around));
    // Operators ask whether any class of the file has them.
    const isNew = cls !== undefined && !stays(cls);
    if (isSpecial(ownName(unit)) && !(isNew && !cls.isDerived && ownName(unit) === '__init__')) return null;
    if (isNew && ownName(unit) === '__init__') continue;
    for (const name of unit.names) names.add(name);
  }
  return names;
}

function keyed({ units }: Outline): Map<string, Unit> {
  return new Map(units.flatMap((unit) => (unit.key === null ? [] : [[unit.key, unit] as const])));
}

/** Keys are qualified names, numbered: `Store.load 0`. */
export function ownName({ key }: Pick<Unit, 'key'>): string {
  const qualified = (key ?? '').split(' ')[0] as string;
  return qualified.slice(qualified.lastIndexOf('.') + 1);
}

/** The key of the class that a method is in. */
export function classAround({ key }: Unit): string | null {
  const qualified = (key ?? '').split(' ')[0] as string;
  const dot = qualified.lastIndexOf('.');
  return dot < 0 ? null : `${qualified.slice(0, dot)} 0`;
}

/** Its own name alone: `Store`. */
export function classNameAround(unit: Unit): string | null {
  const around = classAround(unit);
  return around === null ? null : ownName({ key: around });
}

export function isSpecial(name: string): boolean {
  return name.startsWith('__') && name.endsWith('__');
}
