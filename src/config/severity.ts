import { glob } from '../globs.ts';
import { LEVELS, type Level } from '../types.ts';
import type { Severity, SeverityTable, TestPolicy } from './keys.ts';
import type { SeverityPolicy, Weight } from './settings.ts';

/** A severity table and the folder that its path patterns start from. */
export interface SeverityLayer {
  readonly base: string;
  readonly table: SeverityTable;
}

export interface SeverityOptions {
  /** A later one wins over an earlier one at the same place. */
  readonly layers: readonly SeverityLayer[];
  readonly tests: TestPolicy;
  readonly isTest: (path: string) => boolean;
}

/**
 * Of several overrides that apply, the narrower wins: path over kind over cost over rule. A path override also stands as
 * written in test files; everything else is subject to the `tests` policy.
 */
export function severityPolicy({ layers, tests, isTest }: SeverityOptions): SeverityPolicy {
  const byPath = pathOverrides(layers);
  const override = (table: 'kind' | 'cost', word: string | null): Severity | undefined =>
    word === null ? undefined : latest(layers, (layer) => layer.table[table]?.[word]);
  const byRule = (rule: string): Severity | undefined =>
    latest(layers, ({ table }) => (typeof table[rule] === 'string' ? (table[rule] as Severity) : undefined));

  return {
    levelOf(weight) {
      const forPath = byPath(weight.path);
      if (forPath !== undefined) return heard(forPath);
      const level = heard(
        override('kind', weight.kind) ?? override('cost', weight.cost) ?? byRule(weight.rule) ?? defaultLevel(weight),
      );
      if (level === null || tests === 'same' || !isTest(weight.path)) return level;
      // Between a test and what it reaches through other functions there is often a double.
      const steps = weight.isChained ? 2 : 1;
      return tests === 'off' ? null : (LEVELS[LEVELS.indexOf(level) + steps] ?? null);
    },
  };
}

export function defaultLevel({ rule, kind, cost, certainty }: Omit<Weight, 'path'>): Level {
  if (rule === 'syntax-error') return 'error';
  if (certainty === 'possible' || cost === 'micro') return 'note';
  return cost === 'unbounded' && kind !== 'cpu' ? 'error' : 'warning';
}

function heard(severity: Severity): Level | null {
  return severity === 'off' ? null : severity;
}

function latest<T>(layers: readonly SeverityLayer[], read: (layer: SeverityLayer) => T | undefined): T | undefined {
  for (let i = layers.length - 1; i >= 0; i--) {
    const value = read(layers[i]!);
    if (value !== undefined) return value;
  }
  return undefined;
}

function pathOverrides(layers: readonly SeverityLayer[]): (path: string) => Severity | undefined {
  const overrides = layers.flatMap(({ base, table }, order) =>
    Object.entries(table.path ?? {}).map(([pattern, severity]) => {
      return { matches: glob(base, pattern), severity, order, length: pattern.length };
    }),
  );
  // A later layer first (the command line over the file), then the longer pattern.
  overrides.sort((a, b) => b.order - a.order || b.length - a.length);
  if (overrides.length === 0) return () => undefined;
  const known = new Map<string, Severity | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, overrides.find((one) => one.matches(path))?.severity);
    return known.get(path);
  };
}
