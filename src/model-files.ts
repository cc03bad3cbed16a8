import { fileURLToPath } from 'node:url';
import { listFolder, pathKind, readText } from './files.ts';
import { type ModelPack, openPack } from './model-pack.ts';
import type { ModelFile } from './project/models.ts';
import { overlaid } from './project/overlay.ts';
import { buildIndex } from './python/index/build.ts';
import type { ModuleIndex } from './python/index/module-index.ts';
import type { Parser } from './python/parser.ts';

/**
 * Reads stubs below folders, nearest folder first, where a nearer one speaks for what it names and the others for the
 * rest; what was read once in this process is not read again. A folder may be packed into one file. Throws FileError
 * for a file that is no such pack.
 */
export function modelReader(parser: Parser, folders: readonly string[]): (name: string) => ModelFile | null {
  for (const folder of folders) packAt(folder);
  return (name) => {
    const stubs = stubsOf(name, folders);
    const [nearest] = stubs;
    if (nearest === undefined) return null;
    const { isPackage } = stubs.at(-1) as Stub;
    // What is packed was checked before.
    const unchecked = stubs.filter(({ folder }) => packAt(folder) === null).map((stub) => indexOf(parser, stub));
    const index = stubs.length === 1 ? indexOf(parser, nearest) : layered(parser, stubs);
    return { index, isPackage, unchecked };
  };
}

/** A stub, and the folder of models that it was found in. */
export interface Stub {
  readonly folder: string;
  readonly relative: string;
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
  const module = `${relative}.pyi`;
  const init = `${relative}/__init__.pyi`;
  return folders.flatMap((folder): Stub[] => {
    const files = packAt(folder) ?? filesBelow(folder);
    if (files.has(module)) return [{ folder, relative: module, path: `${folder}/${module}`, isPackage: false }];
    return files.has(init) ? [{ folder, relative: init, path: `${folder}/${init}`, isPackage: true }] : [];
  });
}

/** Paths of the stubs below a folder, relative to it. */
export function stubPaths(folder: string): ReadonlySet<string> {
  const pack = packAt(folder);
  return pack === null ? filesBelow(folder) : new Set(pack.paths());
}

export function stubText({ folder, relative, path }: Stub): string {
  return packAt(folder)?.text(relative) ?? readText(path);
}

/** The module that a stub speaks for, by its path relative to a folder of models. */
export function moduleOf(relative: string): string {
  return relative.replace(/(?:\/__init__)?\.pyi$/, '').replaceAll('/', '.');
}

/** The models that come with nostall: packed beside the bundle, or in the source tree. */
export function ownModels(): string {
  own ??= [`./${PACKED_MODELS}`, '../rules/models']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => pathKind(path) !== null);
  if (own === undefined) throw new Error(`${PACKED_MODELS} is missing: install nostall again`);
  return own;
}

export const PACKED_MODELS = 'models.bin';

let own: string | undefined;

const packs = new Map<string, ModelPack | null>();

/** Null for a folder that is one. */
function packAt(folder: string): ModelPack | null {
  let pack = packs.get(folder);
  if (pack === undefined) {
    pack = pathKind(folder) === 'file' ? openPack(folder) : null;
    packs.set(folder, pack);
  }
  return pack;
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

function indexOf(parser: Parser, stub: Stub): ModuleIndex {
  const { folder, relative, path } = stub;
  return indexOnce(path, () => packAt(folder)?.index(relative) ?? built(parser, path, readText(path)));
}

function built(parser: Parser, path: string, text: string): ModuleIndex {
  return buildIndex(path, parser.parse(text), (inner) => parser.parse(inner));
}

/** One index for several stubs: the farthest stands first, so that each overrides what is above it. */
function layered(parser: Parser, stubs: readonly Stub[]): ModuleIndex {
  const paths = stubs.map(({ path }) => path);
  return indexOnce(paths.join('\0'), () => {
    const starts: number[] = [];
    let text = '';
    for (const stub of [...stubs].reverse()) {
      if (text !== '') starts.push(text.length);
      text += `${stubText(stub)}\n`;
    }
    return overlaid(built(parser, paths[0] as string, text), starts);
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
