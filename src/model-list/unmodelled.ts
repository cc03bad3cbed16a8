import { type Analysis, analyse, MOST_CHARACTERS } from '../analyse.ts';
import type { Settings } from '../config/settings.ts';
import { isTestPath } from '../config/test-files.ts';
import { ownModels } from '../model-files.ts';
import { isAwaited } from '../project/call-outcome.ts';
import { runsOnLoop } from '../project/on-loop.ts';
import type { FunctionRef, Mod } from '../project/value.ts';
import { Op } from '../python/index/ops.ts';
import type { Parser } from '../python/parser.ts';
import { type SourceFile, textOf } from '../source-file.ts';
import type { Problem } from '../types.ts';
import { packageOf, versionsOf } from './list.ts';
import { importsOf, rootImport } from './root-import.ts';
import { isStandard } from './standard-library.ts';

/** A third-party module without a model, and how much of it the project uses. */
export interface Unmodelled {
  readonly module: string;
  /** Calls in functions that run on the loop, and how many of them are awaited. */
  readonly calls: number;
  readonly awaited: number;
  /** Files that import it. */
  readonly imports: number;
}

export interface UnmodelledOptions {
  readonly files: readonly SourceFile[];
  readonly settingsOf: (absolute: string) => Settings;
  readonly parser: Parser;
  readonly onProblem: (problem: Problem) => void;
}

/** The most called on the loop come first: a model of these is worth most. Tests do not count. */
export function unmodelledModules({ files, settingsOf, parser, onProblem }: UnmodelledOptions): Unmodelled[] {
  const counts = new Map<string, { calls: number; awaited: number; imports: number }>();
  const countOf = (module: string) => {
    const count = counts.get(module) ?? { calls: 0, awaited: 0, imports: 0 };
    counts.set(module, count);
    return count;
  };
  const code = files.filter(({ path }) => path.endsWith('.py'));
  const own = ownRoots(code);
  const known = new Map<Settings, Known>();
  for (const file of code) {
    if (isTestPath(file.path)) continue;
    const settings = settingsOf(file.absolute);
    let shared = known.get(settings);
    if (!shared || shared.analysis.modules.size > MOST_CHARACTERS) {
      const names = packagesIn(settings.models);
      shared = { analysis: analyse(parser, files, settings, onProblem), ...names };
      known.set(settings, shared);
    }
    const text = textOf(file, onProblem);
    if (text === null) continue;
    const mod = shared.analysis.modules.open(file, text);
    const moduleOf = (dotted: string) => (own.has(rootOf(dotted)) ? null : unmodelledPart(shared, mod, dotted));
    const imported = new Set(importsOf(mod).flatMap((dotted) => moduleOf(dotted) ?? []));
    for (const module of imported) countOf(module).imports++;
    if (imported.size === 0) continue;
    for (const call of callsOnLoop(shared.analysis, mod)) {
      const dotted = rootImport(shared.analysis.project, mod, mod.index.a[call] as number);
      const module = dotted === null ? null : moduleOf(dotted);
      if (module === null) continue;
      const count = countOf(module);
      count.calls++;
      if (isAwaited(mod, call)) count.awaited++;
    }
  }
  return [...counts]
    .map(([module, count]) => ({ module, ...count }))
    .sort((a, b) => b.calls - a.calls || b.imports - a.imports || (a.module < b.module ? -1 : 1));
}

/** What files with the same settings share. */
interface Known {
  readonly analysis: Analysis;
  readonly packages: ReadonlySet<string>;
  /** Names that are no package, but hold several: `google`, `google.cloud`. */
  readonly namespaces: ReadonlySet<string>;
}

/** Of a dotted name the package that has no model; null when it has one, or is no library. */
function unmodelledPart({ analysis, packages, namespaces }: Known, mod: Mod, dotted: string): string | null {
  if (isStandard(rootOf(dotted))) return null;
  const parts = dotted.split('.');
  const prefixes = parts.map((_, at) => parts.slice(0, at + 1).join('.'));
  if (prefixes.some((prefix) => analysis.project.module(prefix, mod) !== null)) return null;
  const name = prefixes.find((prefix) => !namespaces.has(prefix));
  return name === undefined || packages.has(name) ? null : name;
}

function rootOf(dotted: string): string {
  return dotted.split('.', 1)[0] as string;
}

function callsOnLoop({ project }: Analysis, mod: Mod): number[] {
  return mod.functions.flatMap((fn) => {
    let outer: FunctionRef | undefined = fn;
    while (outer?.info.kind === 'generator') outer = mod.functions[outer.info.outer];
    if (outer === undefined || !runsOnLoop(project, outer)) return [];
    return fn.info.sites.filter((site) => mod.index.op[site] === Op.Call);
  });
}

function packagesIn(folders: readonly string[]): Pick<Known, 'packages' | 'namespaces'> {
  const versions = versionsOf([...folders, ownModels()]);
  const packages = new Set([...versions.keys()].map((name) => packageOf(name, versions)));
  const namespaces = new Set<string>();
  for (const name of packages) {
    const parts = name.split('.');
    for (const at of parts.keys()) if (at > 0) namespaces.add(parts.slice(0, at).join('.'));
  }
  return { packages, namespaces };
}

/**
 * Names by which the project may import its own: packages at the top, and files outside of packages. Where two of a name
 * are equally near an import stays unknown, but it is no library.
 */
function ownRoots(files: readonly SourceFile[]): Set<string> {
  const packages = new Set(files.flatMap(({ path }) => /^(.*)\/__init__\.py$/.exec(path)?.[1] ?? []));
  const roots = new Set<string>();
  for (const { path } of files) {
    const parts = path.replace(/\.py$/, '').split('/');
    let at = parts.length - 1;
    while (at > 0 && packages.has(parts.slice(0, at).join('/'))) at--;
    roots.add(parts[at] as string);
    roots.add((parts[0] === 'src' ? parts[1] : parts[0]) as string);
  }
  return roots;
}
