import { ConfigError } from './errors.ts';
import type { Options } from './keys.ts';
import { unknownRule } from './validate.ts';

/** Rules chosen on the command line. `select` is null when the flag was not given. */
export interface RuleFlags {
  readonly select: readonly string[] | null;
  readonly ignore: readonly string[];
  readonly extendSelect: readonly string[];
}

/**
 * `--select` puts aside every choice that configuration made; `--extend-select` brings back what configuration ignores.
 * On either side of that line, ignoring wins.
 */
export function enabledRules(
  layers: readonly Options[],
  flags: RuleFlags,
  ruleIds: readonly string[],
): ReadonlySet<string> {
  const last = (key: 'select' | 'extend-select' | 'ignore') =>
    layers.findLast((options) => options[key] !== undefined)?.[key];
  const enabled = new Set(flags.select ?? last('select') ?? ruleIds);
  if (flags.select === null) {
    for (const id of last('extend-select') ?? []) enabled.add(id);
    for (const id of last('ignore') ?? []) enabled.delete(id);
  }
  for (const id of flags.extendSelect) enabled.add(id);
  for (const id of flags.ignore) enabled.delete(id);
  return enabled;
}

/** Throws ConfigError for an id that no rule has. */
export function checkFlags(flags: RuleFlags, ruleIds: readonly string[]): void {
  checkFlag('--select', flags.select ?? [], ruleIds);
  checkFlag('--ignore', flags.ignore, ruleIds);
  checkFlag('--extend-select', flags.extendSelect, ruleIds);
}

function checkFlag(flag: string, ids: readonly string[], ruleIds: readonly string[]): void {
  for (const id of ids) {
    if (!ruleIds.includes(id)) throw new ConfigError(`${flag}: ${unknownRule(id, ruleIds)}`);
  }
}
