import { fileURLToPath } from 'node:url';
import { listFolder, pathKind, readText } from './files.ts';
import type { ModelFile } from './project/models.ts';
import { buildIndex } from './python/index/build.ts';
import type { ModuleIndex } from './python/index/module-index.ts';
import type { Parser } from './python/parser.ts';

/** Reads stubs below folders, nearest folder first; what was read once in this process is not read again. */
export function modelReader(parser: Parser, folders: readonly string[]): (name: string) => ModelFile | null {
  return (name) => {
    const relative = name.replaceAll('.', '/');
    for (const folder of folders) {
      const files = filesBelow(folder);
      for (const [path, isPackage] of [
        [`${relative}.pyi`, false],
        [`${relative}/__init__.pyi`, true],
      ] as const) {
        if (files.has(path)) return { index: indexOf(parser, `${folder}/${path}`), isPackage };
      }
    }
    return null;
  };
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
  let index = indices.get(path);
  if (!index) {
    index = buildIndex(path, parser.parse(readText(path)), (text) => parser.parse(text));
    indices.set(path, index);
  }
  return index;
}
