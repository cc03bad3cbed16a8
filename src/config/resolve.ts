import { dirname, resolve } from 'node:path';
import { kindIn as kindOnDisk, pathKind, readText } from '../files.ts';
import { below, type Globs, glob, globs, shown } from '../globs.ts';
import { inlineLayer, type Layer, readLayer } from './document.ts';
import { ConfigError } from './errors.ts';
import { DEFAULT_VERSION, EXCLUDED, type Options, type PythonVersion } from './keys.ts';
import { nearest } from './nearest.ts';
import { parseVersion } from './python-version.ts';
import { checkFlags, enabledRules, type RuleFlags } from './selection.ts';
import type { Settings } from './settings.ts';
import { severityPolicy } from './severity.ts';
import { isTestPath } from './test-files.ts';

export interface ConfigRequest extends RuleFlags {
  /** Absolute. */
  readonly cwd: string;
  /** Every known rule id. */
  readonly ruleIds: readonly string[];
  /** Absolute folders that the run starts from; they stand in for a project where nothing marks one. */
  readonly roots: readonly string[];
  /** Values of `--config`: one file at most, any number of `key=value`. */
  readonly config: readonly string[];
  readonly isolated: boolean;
}

/** What is in force for the files of one folder. */
export interface ResolvedConfig {
  readonly settings: Settings;
  readonly excludes: readonly Globs[];
  readonly respectGitignore: boolean;
  /** From weakest to strongest. */
  readonly layers: readonly Layer[];
  /** Absolute folder that defaults are relative to. */
  readonly home: string;
}

export interface Configuration {
  /** `folder` is absolute. Throws ConfigError, as does making a configuration. */
  forFolder(folder: string): ResolvedConfig;
  forFile(path: string): ResolvedConfig;
}

/** `kindIn` tells what a run has seen of the disk. */
export function configuration(request: ConfigRequest, kindIn = kindOnDisk): Configuration {
  checkFlags(request, request.ruleIds);
  const around = nearest(request, kindIn);
  const { fixed, inline } = explicitLayers(request);
  const byFolder = new Map<string, ResolvedConfig>();
  const byContent = new Map<string, ResolvedConfig>();

  function forFolder(folder: string): ResolvedConfig {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const found = request.isolated || fixed !== null ? null : around.layer(folder);
    const file = fixed ?? found;
    const home = found?.base ?? around.root(folder) ?? fallbackHome(folder, request);
    const python = request.isolated ? null : around.python(folder);
    // Folders with the same answers share one object, so that what is cached by settings stays small.
    const content = JSON.stringify([file?.path, home, python]);
    const layers = file === null ? inline : [file, ...inline];
    const resolved = byContent.get(content) ?? resolveLayers(layers, home, python, request);
    byContent.set(content, resolved);
    byFolder.set(folder, resolved);
    return resolved;
  }
  return { forFolder, forFile: (path) => forFolder(dirname(path)) };
}

function explicitLayers(request: ConfigRequest): { fixed: Layer | null; inline: Layer[] } {
  const inline: Layer[] = [];
  let fixed: Layer | null = null;
  for (const value of request.config) {
    const path = resolve(request.cwd, value);
    if (value.includes('=') && pathKind(path) === null) {
      inline.push(inlineLayer(value, request));
      continue;
    }
    if (pathKind(path) !== 'file') throw new ConfigError(`--config: no such file: ${value}`);
    if (request.isolated) throw new ConfigError('--config FILE and --isolated exclude each other');
    if (fixed !== null) throw new ConfigError('--config takes one file; further ones must be of the form key=value');
    fixed = readLayer(path, readText(path), request);
    if (fixed === null) throw new ConfigError(`${shown(request.cwd, path)}: no table [tool.nostall]`);
  }
  return { fixed, inline };
}

function fallbackHome(folder: string, { cwd, roots }: ConfigRequest): string {
  const candidates = [cwd, ...roots].filter((root) => root === folder || below(root, folder) !== null);
  return candidates.sort((a, b) => a.length - b.length)[0] ?? folder;
}

function resolveLayers(
  layers: readonly Layer[],
  home: string,
  python: PythonVersion | null,
  request: ConfigRequest,
): ResolvedConfig {
  const pick = <K extends keyof Options>(key: K): { value: NonNullable<Options[K]>; base: string } | null => {
    for (let i = layers.length - 1; i >= 0; i--) {
      const { options, base } = layers[i]!;
      const value = options[key];
      if (value !== undefined) return { value: value as NonNullable<Options[K]>, base };
    }
    return null;
  };
  const folders = (key: 'models' | 'src', fallback: readonly string[]): string[] => {
    const { value, base } = pick(key) ?? { value: fallback, base: home };
    return value.map((path) => resolve(base, path));
  };
  const isTest = (path: string): boolean => isTestPath(below(home, path) ?? path.slice(dirname(path).length + 1));
  const version = pick('target-version')?.value;
  const baseline = pick('baseline');

  const { select, ignore, extendSelect } = request;
  const written = layers.map(({ path, base, options }) => ({ path, base, options }));
  const settings: Settings = {
    signature: JSON.stringify([home, written, python, select, ignore, extendSelect]),
    configPath: layers.find((layer) => layer.path !== null)?.path ?? null,
    rules: enabledRules(
      layers.map((layer) => layer.options),
      request,
      request.ruleIds,
    ),
    ignoredIn: perFileIgnores(layers),
    severity: severityPolicy({
      layers: layers.map(({ base, options }) => ({ base, table: options.severity ?? {} })),
      tests: pick('tests')?.value ?? 'quieter',
      isTest,
    }),
    isTest,
    models: folders('models', []),
    src: folders('src', []),
    baseline: baseline === null ? null : resolve(baseline.base, baseline.value),
    respectNoqa: pick('respect-noqa')?.value ?? true,
    targetVersion: (version === undefined ? null : parseVersion(version)) ?? python ?? DEFAULT_VERSION,
  };
  const exclude = pick('exclude') ?? { value: EXCLUDED, base: home };
  const more = pick('extend-exclude');
  return {
    settings,
    excludes: [globs(exclude.base, exclude.value), ...(more === null ? [] : [globs(more.base, more.value)])],
    respectGitignore: pick('respect-gitignore')?.value ?? true,
    layers,
    home,
  };
}

function perFileIgnores(layers: readonly Layer[]): (path: string) => ReadonlySet<string> {
  const entries = layers.flatMap(({ base, options }) =>
    Object.entries(options['per-file-ignores'] ?? {}).map(([pattern, ids]) => ({ matches: glob(base, pattern), ids })),
  );
  if (entries.length === 0) return () => NO_RULES;
  return (path) => new Set(entries.flatMap(({ matches, ids }) => (matches(path) ? ids : [])));
}

const NO_RULES: ReadonlySet<string> = new Set();
