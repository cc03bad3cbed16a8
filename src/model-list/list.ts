import { modelReader, moduleOf, ownModels, stubPaths, stubsOf, stubText } from '../model-files.ts';
import { modelSource } from '../project/models.ts';
import { Project } from '../project/project.ts';
import type { Parser } from '../python/parser.ts';
import { type Entry, entriesOf } from './entries.ts';

/** A module with a model. */
export interface ModelledModule {
  readonly name: string;
  /** What people install to have it. */
  readonly package: string;
  /** What the stub says it was checked against; null when it says nothing. */
  readonly version: string | null;
  /** Path of the stub where it is one of the user's, null where it comes with nostall. */
  readonly stub: string | null;
  readonly entries: readonly Entry[];
}

/** Names of all modules with a model, sorted. */
export function modelledNames(folders: readonly string[]): string[] {
  const names = new Set(folders.flatMap((folder) => [...stubPaths(folder)].map(moduleOf)));
  return [...names].sort();
}

/** What the models say of the modules, with those of the user (`folders`, nearest first) over those of nostall. */
export function listModels(
  parser: Parser,
  folders: readonly string[],
  target: readonly [number, number],
  isWanted: (name: string) => boolean,
): ModelledModule[] {
  const all = [...folders, ownModels()];
  const names = modelledNames(all);
  const versions = versionsOf(all);
  const models = modelSource(modelReader(parser, all), () => {});
  const project = new Project({ models, target });
  return names.filter(isWanted).flatMap((name) => {
    const mod = models(name);
    if (mod === null) return [];
    return {
      name,
      package: packageOf(name, versions),
      version: versions.get(name) ?? null,
      stub: mod.path.startsWith(`${ownModels()}/`) ? null : mod.path,
      entries: entriesOf(project, mod),
    };
  });
}

/** Versions by name of module. */
export function versionsOf(folders: readonly string[]): Map<string, string | null> {
  return new Map(modelledNames(folders).map((name) => [name, versionOf(name, folders)]));
}

/** What the nearest stub says that says something. */
function versionOf(name: string, folders: readonly string[]): string | null {
  for (const stub of stubsOf(name, folders)) {
    const version = CHECKED.exec(stubText(stub))?.[1];
    if (version !== undefined) return version;
  }
  return null;
}

const CHECKED = /^# source: .*\bchecked: (\S+)/;

/** Below a folder without a stub of its own stands one package, or several, of several versions: `google.cloud`. */
export function packageOf(name: string, versions: ReadonlyMap<string, string | null>): string {
  const parts = name.split('.');
  const prefixes = parts.map((_, at) => parts.slice(0, at + 1).join('.'));
  const isPackage = (prefix: string) => {
    if (versions.has(prefix)) return true;
    const inside = [...versions].filter(([other]) => other.startsWith(`${prefix}.`));
    return new Set(inside.map(([, version]) => version)).size === 1;
  };
  return prefixes.find(isPackage) ?? name;
}
