import { EXCLUDED } from './config/keys.ts';
import { isTestPath } from './config/test-files.ts';
import type { Disk } from './files.ts';
import { dottedPath, Finder, isStubPath } from './project/finder.ts';
import { HeaderScans, Headers } from './project/headers.ts';
import { makeModule } from './project/module.ts';
import type { Source } from './project/questions.ts';
import type { ClassRef, Mod } from './project/value.ts';
import type { FlatTree } from './python/flat-tree.ts';
import { buildIndex } from './python/index/build.ts';
import type { ModuleIndex } from './python/index/module-index.ts';
import type { Parser } from './python/parser.ts';
import { LineTable } from './python/positions.ts';

/** A file as the project knows it; `root` is the folder that shown paths start from. */
export interface KnownFile {
  readonly absolute: string;
  readonly path: string;
  readonly read: () => string;
}

interface Loaded {
  readonly mod: Mod;
  readonly file: KnownFile;
  readonly root: string;
}

/**
 * What is forgotten in a run to save memory is not worked out again, small as it is. A run has its own parser or its own
 * files; the next one over the same files may find other texts.
 */
interface Kept {
  readonly scans: HeaderScans;
  readonly tables: WeakMap<Iterable<KnownFile>, Map<string, Headers>>;
}

const keptBy = new WeakMap<Parser, Kept>();

/** What `import` of it gives is the stub beside a file; no name of Python has a hyphen. */
const BESIDE = '-stub';

/** The project's own modules: read when something reaches into them, each once. */
export class ModuleFiles {
  readonly #parser: Parser;
  readonly #given: ReadonlyMap<string, KnownFile>;
  readonly #hasModel: (name: string) => boolean;
  readonly #disk: Disk;
  readonly #loaded = new Map<string, Loaded | null>();
  readonly #byMod = new Map<Mod, Loaded>();
  readonly #paths = new Map<string, readonly string[]>();
  readonly #finders = new Map<string, Finder>();
  readonly #scans: HeaderScans;
  readonly #headers: Map<string, Headers>;
  readonly #sources = new Map<Mod, Source>();
  /** Characters of source that are held as modules. */
  size = 0;

  /** `given` are the files being linted: their text may differ from what is on the disk. */
  constructor(parser: Parser, given: Iterable<KnownFile>, hasModel: (name: string) => boolean, disk: Disk) {
    this.#parser = parser;
    const kept = keptBy.get(parser) ?? { scans: new HeaderScans(), tables: new WeakMap() };
    keptBy.set(parser, kept);
    this.#scans = kept.scans;
    this.#headers = kept.tables.get(given) ?? new Map();
    kept.tables.set(given, this.#headers);
    this.#given = new Map([...given].map((file) => [file.absolute, file]));
    this.#hasModel = hasModel;
    this.#disk = disk;
  }

  /** The module of a file, with its tree when it was parsed just now. */
  open(file: KnownFile, text: string, parsed?: FlatTree): { mod: Mod; tree: FlatTree | null } {
    const known = this.#loaded.get(file.absolute);
    if (known) return { mod: known.mod, tree: null };
    return this.#add(file, text, rootOf(file), parsed);
  }

  owns(mod: Mod): boolean {
    return this.#loadedAs(mod) !== undefined;
  }

  /** What `import name` in `from` gives, when it is a file of the project. */
  find(name: string, from: Mod): Mod | null {
    const importer = this.#loadedAs(from);
    if (!importer) return null;
    if (name === BESIDE) return this.#load(importer.root, `${importer.file.path}i`);
    const path = this.#finderAt(importer.root).find(name, importer.file.path, this.#hasModel(name));
    return path === null ? null : this.#load(importer.root, path);
  }

  /** What a relative import comes down to: the module with this dotted name from the root of `from`. */
  exact(name: string, from: Mod): Mod | null {
    const importer = this.#loadedAs(from);
    if (!importer) return null;
    const full = dottedPath(importer.file.path);
    const path = this.#finderAt(importer.root).exact(`${full.slice(0, full.length - from.name.length)}${name}`);
    return path === null ? null : this.#load(importer.root, path);
  }

  /** The one module right below a package that defines the name. */
  memberOf(name: string, member: string, from: Mod): Mod | null {
    const importer = this.#loadedAs(from);
    if (!importer || this.#hasModel(name)) return null;
    const defines = new RegExp(String.raw`^(?:class|(?:async[ \t]+)?def)[ \t]+${member}\b`, 'm');
    const [path, ...others] = this.#finderAt(importer.root)
      .inside(name, importer.file.path)
      .filter((one) => defines.test(this.#textAt(importer.root, one)));
    return path === undefined || others.length > 0 ? null : this.#load(importer.root, path);
  }

  heirCount(name: string, method: string, from: Mod): number {
    const loaded = this.#loadedAs(from);
    return loaded ? this.#headersAt(loaded.root).heirs(name, method).length : 0;
  }

  /** Classes with the method that may derive from one of the name; those of tests stand in for others. */
  heirs(name: string, method: string, from: Mod): readonly ClassRef[] {
    const loaded = this.#loadedAs(from);
    if (!loaded) return [];
    return this.#headersAt(loaded.root)
      .heirs(name, method)
      .flatMap((header) => {
        const mod = this.#load(loaded.root, header.path);
        return mod?.classes.filter(({ info }) => info.name === header.name) ?? [];
      });
  }

  sourceOf(mod: Mod): Source {
    let source = this.#sources.get(mod);
    if (!source) {
      const file = this.#loadedAs(mod)?.file;
      source = { path: file?.path ?? mod.path, lines: new LineTable(file?.read() ?? '') };
      if (this.#sources.size === MOST_SOURCES) this.#sources.clear();
      this.#sources.set(mod, source);
    }
    return source;
  }

  #loadedAs(mod: Mod): Loaded | undefined {
    return this.#byMod.get(mod.view?.origin ?? mod);
  }

  #load(root: string, path: string): Mod | null {
    const absolute = `${root}${path}`;
    const known = this.#loaded.get(absolute);
    if (known !== undefined) return known?.mod ?? null;
    const file = this.#given.get(absolute) ?? { absolute, path, read: () => this.#disk.readText(absolute) };
    try {
      return this.#add(file, file.read(), root).mod;
    } catch (error) {
      // It is named as a problem when it is linted itself; for who imports it, it is unknown.
      if (!(error instanceof Error)) throw error;
      this.#loaded.set(absolute, null);
      return null;
    }
  }

  #add(file: KnownFile, text: string, root: string, tree = this.#parser.parse(text)): { mod: Mod; tree: FlatTree } {
    const index = buildIndex(file.path, tree, (inner) => this.#parser.parse(inner));
    const isPackage = /(?:^|\/)__init__\.pyi?$/.test(file.path);
    const finder = this.#finderAt(root);
    const stub = isStubPath(file.path);
    // What a stub states is reported by the name that the library goes by.
    const name = stub ? finder.importedAs(file.path) : dottedPath(file.path);
    const mod = makeModule(name, finder.has(`${file.path}i`) ? beside(index) : index, { stub, isPackage });
    const loaded = { mod, file, root };
    this.size += text.length;
    this.#loaded.set(file.absolute, loaded);
    this.#byMod.set(mod, loaded);
    return { mod, tree };
  }

  #finderAt(root: string): Finder {
    let finder = this.#finders.get(root);
    if (!finder) {
      finder = new Finder(this.#pathsAt(root));
      this.#finders.set(root, finder);
    }
    return finder;
  }

  #headersAt(root: string): Headers {
    let headers = this.#headers.get(root);
    if (!headers) {
      headers = new Headers();
      for (const path of this.#pathsAt(root)) {
        if (isTestPath(path) || isStubPath(path)) continue;
        headers.add(path, this.#scans.of(`${root}${path}`, this.#textAt(root, path)));
      }
      this.#headers.set(root, headers);
    }
    return headers;
  }

  /** Empty for a file that cannot be read: that is told where it is linted. */
  #textAt(root: string, path: string): string {
    const absolute = `${root}${path}`;
    try {
      return this.#given.get(absolute)?.read() ?? this.#disk.readText(absolute);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return '';
    }
  }

  #pathsAt(root: string): readonly string[] {
    let paths = this.#paths.get(root);
    if (!paths) {
      const found: string[] = [];
      if (root !== '') collect(this.#disk, root, '', found);
      const known = new Set(found);
      for (const file of this.#given.values()) if (rootOf(file) === root) known.add(file.path);
      paths = [...known].sort();
      this.#paths.set(root, paths);
    }
    return paths;
  }
}

/** Names that the code does not define, as what is made when it runs, come from the stub beside it (PEP 561). */
function beside(index: ModuleIndex): ModuleIndex {
  return { ...index, stars: [{ module: BESIDE, level: 0, scope: 0 }, ...index.stars] };
}

/** The folder that the shown path starts from, with its slash; empty when the path is shown in full. */
function rootOf(file: KnownFile): string {
  const { absolute, path } = file;
  return absolute !== path && absolute.endsWith(`/${path}`) ? absolute.slice(0, -path.length) : '';
}

const LEFT_OUT: ReadonlySet<string> = new Set(EXCLUDED);
/** Texts that are held at once; they can be read again. */
const MOST_SOURCES = 50;
/** A root with more files than any project has is no project: a home folder, a whole disk. */
const MOST = 60_000;

const PYTHON = /\.pyi?$/;

function collect(disk: Disk, root: string, prefix: string, into: string[]): void {
  if (into.length >= MOST) return;
  let entries: ReturnType<Disk['listFolder']>;
  try {
    entries = disk.listFolder(`${root}${prefix}`);
  } catch {
    // A folder that may not be read has no modules that can be.
    return;
  }
  for (const { name, kind } of entries) {
    if (kind === 'file' && PYTHON.test(name)) into.push(`${prefix}${name}`);
    else if (kind === 'folder' && !name.startsWith('.') && !LEFT_OUT.has(name))
      collect(disk, root, `${prefix}${name}/`, into);
  }
}
