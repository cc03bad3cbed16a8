import { relative, sep } from 'node:path';
import { shown } from '../globs.ts';
import { isTable } from '../json.ts';
import type { Layer } from './document.ts';
import { DEFAULT_VERSION, EXCLUDED, KEYS, type Options } from './keys.ts';
import type { ResolvedConfig } from './resolve.ts';

/** What is in force, as TOML that could be written into a nostall.toml, with the origin of each line. */
export function shownConfig({ settings, layers, home, respectGitignore }: ResolvedConfig, cwd: string): string {
  const fromHome = (path: string) => (relative(home, path) || '.').replaceAll(sep, '/');
  const merged = Object.assign({}, ...layers.map(({ options }) => options)) as Options;
  const inForce: Readonly<Record<keyof Options, unknown>> = {
    select: [...settings.rules].sort(),
    ignore: [],
    'extend-select': [],
    'per-file-ignores': tablesOf(layers.map(({ options }) => options['per-file-ignores'])),
    exclude: merged.exclude ?? EXCLUDED,
    'extend-exclude': merged['extend-exclude'] ?? [],
    'respect-gitignore': respectGitignore,
    severity: tablesOf(layers.map(({ options }) => options.severity)),
    tests: merged.tests ?? 'quieter',
    models: settings.models.map(fromHome),
    src: settings.src.map(fromHome),
    baseline: settings.baseline === null ? '' : fromHome(settings.baseline),
    'respect-noqa': settings.respectNoqa,
    'target-version': settings.targetVersion.join('.'),
  };
  const lines = [
    settings.configPath === null ? '# No configuration file: defaults.' : `# ${shown(cwd, settings.configPath)}`,
    `# Paths and patterns start from ${shown(cwd, home)}`,
  ];
  for (const key of Object.keys(KEYS) as (keyof Options)[]) {
    if (FOLDED.has(key) || inForce[key] === '') continue;
    const origin = originOf(key === 'select' ? ['select', ...FOLDED] : [key], layers);
    const fallback =
      key === 'target-version' && settings.targetVersion !== DEFAULT_VERSION ? 'requires-python' : 'default';
    lines.push(`${key} = ${tomlValue(inForce[key])}  # ${origin ?? fallback}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Their outcome is in the line of `select`. */
const FOLDED: ReadonlySet<keyof Options> = new Set(['ignore', 'extend-select'] as const);

function originOf(keys: readonly (keyof Options)[], layers: readonly Layer[]): string | null {
  const origins = layers.flatMap((layer) =>
    keys.filter((key) => layer.options[key] !== undefined).map((key) => layer.origin(key)),
  );
  return origins.length === 0 ? null : [...new Set(origins)].join(', ');
}

function tablesOf(tables: readonly (object | undefined)[]): Record<string, unknown> {
  const merged: Record<string, unknown> = {};
  for (const table of tables) {
    for (const [key, value] of Object.entries(table ?? {})) {
      const before = merged[key];
      const isNested = isTable(before) && isTable(value);
      merged[key] = isNested ? { ...before, ...value } : value;
    }
  }
  return merged;
}

function tomlValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(tomlValue).join(', ')}]`;
  if (isTable(value)) {
    const pairs = Object.entries(value).map(([key, inner]) => `${tomlKey(key)} = ${tomlValue(inner)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  // Of strings and booleans, JSON's way of writing is also TOML's.
  return JSON.stringify(value);
}

function tomlKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}
