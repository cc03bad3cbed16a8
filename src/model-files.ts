import { fileURLToPath } from 'node:url';
import { listFolder, pathKind, readText } from './files.ts';
import type { ModelFile } from './project/models.ts';
import { overlaid } from './project/overlay.ts';
import { buildIndex } from './python/index/build.ts';
import type { ModuleIndex } from './python/index/module-index.ts';
import type { Parser } from './python/parser.ts';

/**
 * Reads stubs below folders, nearest folder first, where a nearer one speaks for what it names and the others for the
 * rest; what was read once in this process is not read again.
 */
export function modelReader(parser: Parser, folders: readonly string[]): (name: string) => ModelFile | null {
  return (name) => {
    const stubs = stubsOf(name, folders);
    const [nearest] = stubs;
    if (nearest === undefined) return null;
    const { isPackage } = stubs.at(-1) as Stub;
    const parts = stubs.map(({ path }) => indexOf(parser, path));
    const index = stubs.length === 1 ? indexOf(parser, nearest.path) : layered(parser, stubs);
    return { index, isPackage, parts };
  };
}

/** A stub file, and the folder of models that it was found in. */
export interface Stub {
  readonly folder: string;
  readonly path: string;
  readonly isPackage: boolean;
}

/** The stubs of a module, nearest folder first: at most one of each folder. Without any, those of its family. */
export function stubsOf(name: string, folders: readonly string[]): Stub[] {
  for (const one of [name, ...familyNames(name)]) {
    const stubs = stubsNamed(one, folders);
    if (stubs.length > 0) return stubs;
  }
  return [];
}

/** `types_boto3_s3.client` is one of `types_boto3_.client`: packages made by one generator, with a name for each service. */
function familyNames(name: string): string[] {
  const [first = '', ...rest] = name.split('.');
  const names: string[] = [];
  for (let at = first.lastIndexOf('_', first.length - 2); at > 0; at = first.lastIndexOf('_', at - 1))
    names.push([first.slice(0, at + 1), ...rest].join('.'));
  return names;
}

function stubsNamed(name: string, folders: readonly string[]): Stub[] {
  const relative = name.replaceAll('.', '/');
  return folders.flatMap((folder): Stub[] => {
    const files = filesBelow(folder);
    const module = `${relative}.pyi`;
    if (files.has(module)) return [{ folder, path: `${folder}/${module}`, isPackage: false }];
    const init = `${relative}/__init__.pyi`;
    return files.has(init) ? [{ folder, path: `${folder}/${init}`, isPackage: true }] : [];
  });
}

/** Paths of the stubs below a folder, relative to it. */
export function stubPaths(folder: string): ReadonlySet<string> {
  return filesBelow(folder);
}

/** The module that a stub speaks for, by its path relative to a folder of models. */
export function moduleOf(relative: string): string {
  return relative.replace(/(?:\/__init__)?\.pyi$/, '').replaceAll('/', '.');
}

/** The models that come with nostall: beside the bundle, or in the source tree. */
export function ownModels(): string {
  const bundled = fileURLToPath(new URL('./models', import.meta.url));
  return pathKind(bundled) === 'folder' ? bundled : fileURLToPath(new URL('../rules/models', import.meta.url));
}

const listings = new Map<string, Set<string>>();

function filesBelow(folder: string): Set<string> {
  let known = listings.get(folder);
  if (!known) {
    known = new Set();
    collect(folder, '', known);
    listings.set(folder, known);
  }
  return known;
}

function collect(folder: string, prefix: string, into: Set<string>): void {
  for (const entry of listFolder(prefix === '' ? folder : `${folder}/${prefix}`)) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.kind === 'folder') collect(folder, path, into);
    else if (path.endsWith('.pyi')) into.add(path);
  }
}

const indices = new Map<string, ModuleIndex>();

function indexOf(parser: Parser, path: string): ModuleIndex {
  return indexOnce(path, () => buildIndex(path, parser.parse(readText(path)), (text) => parser.parse(text)));
}

/** One index for several stubs: the farthest stands first, so that each overrides what is above it. */
function layered(parser: Parser, stubs: readonly Stub[]): ModuleIndex {
  const paths = stubs.map(({ path }) => path);
  return indexOnce(paths.join('\0'), () => {
    const starts: number[] = [];
    let text = '';
    for (const path of [...paths].reverse()) {
      if (text !== '') starts.push(text.length);
      text += `${readText(path)}\n`;
    }
    const index = buildIndex(paths[0] as string, parser.parse(text), (inner) => parser.parse(inner));
    return overlaid(index, starts);
  });
}

function indexOnce(key: string, make: () => ModuleIndex): ModuleIndex {
  let index = indices.get(key);
  if (!index) {
    index = make();
    indices.set(key, index);
  }
  return index;
}
