import { Clock } from './clock.ts';
import { isTestPath } from './config/test-files.ts';
import { type Disk, disk as realDisk } from './files.ts';
import { shown } from './globs.ts';
import { dottedPath, Finder, isStubPath } from './project/finder.ts';
import { HeaderScans, Headers } from './project/headers.ts';
import { makeModule } from './project/module.ts';
import type { Source } from './project/questions.ts';
import type { ClassRef, Mod } from './project/value.ts';
import { projectFiles } from './project-files.ts';
import type { FlatTree } from './python/flat-tree.ts';
import { Indexes } from './python/index/indexes.ts';
import type { ModuleIndex } from './python/index/module-index.ts';
import type { Parser } from './python/parser.ts';
import { LineTable } from './python/positions.ts';
import { heirsOf, type KnownFile, type OnReach, type World } from './world.ts';

interface Loaded {
  readonly mod: Mod;
  readonly file: KnownFile;
  /** Absolute folder that imports start from, with its slash; empty when none is known. */
  readonly root: string;
  /** Of the file, from there. */
  readonly path: string;
  /** In characters. */
  readonly size: number;
}

/**
 * What is forgotten in a run to save memory is not worked out again, small as it is. A run has its own parser or its own
 * files; the next one over the same files may find other texts.
 */
interface Kept {
  readonly scans: HeaderScans;
  readonly indexes: Indexes;
  readonly tables: WeakMap<Iterable<KnownFile>, Map<string, Headers>>;
}

const keptBy = new WeakMap<Parser, Kept>();

/** What `import` of it gives is the stub beside a file; no name of Python has a hyphen. */
const BESIDE = '-stub';

/** The project's own modules: read when something reaches into them, each once. */
export class ModuleFiles {
  readonly #given: ReadonlyMap<string, KnownFile>;
  readonly #hasModel: (name: string) => boolean;
  readonly #disk: Disk;
  readonly #loaded = new Map<string, Loaded | null>();
  readonly #byMod = new Map<Mod, Loaded>();
  readonly #paths = new Map<string, readonly string[]>();
  readonly #finders = new Map<string, Finder>();
  readonly #scans: HeaderScans;
  readonly #indexes: Indexes;
  readonly #headers: Map<string, Headers>;
  readonly #sources = new Map<Mod, Source>();
  readonly #onReach: OnReach;
  readonly #classesIn: NonNullable<World['classesIn']>;
  readonly #filesBelow: NonNullable<World['filesBelow']>;
  readonly #clock: Clock;
  readonly #root: string | null;
  readonly #folders: readonly string[];
  /** Characters of source that are held as modules. */
  size = 0;

  /** `given` are the files being linted: their text may differ from what is on the disk. */
  constructor(
    parser: Parser,
    given: Iterable<KnownFile>,
    hasModel: (name: string) => boolean,
    {
      disk = realDisk,
      root,
      sources = [],
      onReach = () => {},
      indexes,
      classesIn = () => null,
      filesBelow = () => null,
      clock = new Clock(),
    }: World,
  ) {
    const kept = keptBy.get(parser) ?? {
      scans: new HeaderScans(),
      indexes: new Indexes(parser),
      tables: new WeakMap(),
    };
    keptBy.set(parser, kept);
    this.#scans = kept.scans;
    this.#indexes = indexes ?? kept.indexes;
    this.#headers = kept.tables.get(given) ?? new Map();
    kept.tables.set(given, this.#headers);
    this.#given = new Map([...given].map((file) => [file.absolute, file]));
    this.#hasModel = hasModel;
    this.#disk = disk;
    this.#root = root === undefined ? null : `${root}/`;
    this.#folders = sources;
    this.#onReach = onReach;
    this.#classesIn = classesIn;
    this.#filesBelow = filesBelow;
    this.#clock = clock;
  }

  /** The module of a file; `parsed` is its tree where it is at hand. */
  open(file: KnownFile, text: string, parsed?: FlatTree): Mod {
    const known = this.#loaded.get(file.absolute);
    if (known) return known.mod;
    return this.#add(file, text, this.#rootOf(file), parsed);
  }

  /** Whether a file is among those that imports are looked for in. */
  lists(file: KnownFile): boolean {
    const root = this.#rootOf(file);
    return this.#finderAt(root).has(pathBelow(root, file));
  }

  /** Makes the modules of these files anew, those that have changed when somebody asks; gives what they were. */
  renew(absolutes: Iterable<string>, changed: ReadonlySet<string>): Set<Mod> {
    const gone = new Set<Mod>();
    for (const absolute of absolutes) {
      const loaded = this.#loaded.get(absolute);
      if (changed.has(absolute)) this.#loaded.delete(absolute);
      if (!loaded) continue;
      const { mod, size } = loaded;
      const { name, index, stub, isPackage } = mod;
      gone.add(mod);
      this.#byMod.delete(mod);
      this.#sources.delete(mod);
      this.size -= size;
      if (!changed.has(absolute)) this.#hold({ ...loaded, mod: makeModule(name, index, { stub, isPackage }) });
    }
    return gone;
  }

  /** Takes note of the classes of a file whose text has changed; gives the names that may have other heirs now. */
  rescan(file: KnownFile): ReadonlySet<string> {
    const root = this.#rootOf(file);
    const path = pathBelow(root, file);
    const headers = this.#headers.get(root);
    if (!headers || !isScanned(path) || !this.#finderAt(root).has(path)) return new Set();
    return headers.replace(path, this.#scans.of(file.absolute, this.#textAt(root, path)));
  }

  owns(mod: Mod): boolean {
    return this.#loadedAs(mod) !== undefined;
  }

  /** What `import name` in `from` gives, when it is a file of the project. */
  find(name: string, from: Mod): Mod | null {
    const importer = this.#loadedAs(from);
    if (!importer) return null;
    if (name === BESIDE) return this.#reach(importer, `${importer.path}i`);
    const finder = this.#finderAt(importer.root);
    const path =
      finder.among(this.#startsBelow(importer.root), name) ?? finder.find(name, importer.path, this.#hasModel(name));
    return path === null ? null : this.#reach(importer, path);
  }

  /** What a relative import comes down to: the module with this dotted name from the root of `from`. */
  exact(name: string, from: Mod): Mod | null {
    const importer = this.#loadedAs(from);
    if (!importer) return null;
    const full = dottedPath(importer.path);
    const path = this.#finderAt(importer.root).exact(`${full.slice(0, full.length - from.name.length)}${name}`);
    return path === null ? null : this.#reach(importer, path);
  }

  /** The one module right below a package that defines the name. */
  memberOf(name: string, member: string, from: Mod): Mod | null {
    const importer = this.#loadedAs(from);
    if (!importer || this.#hasModel(name)) return null;
    const defines = new RegExp(String.raw`^(?:class|(?:async[ \t]+)?def)[ \t]+${member}\b`, 'm');
    const [path, ...others] = this.#finderAt(importer.root)
      .inside(name, importer.path)
      .filter((one) => {
        // Also what does not define it decides, since it might.
        this.#onReach(importer.file.absolute, `${importer.root}${one}`);
        return defines.test(this.#textAt(importer.root, one));
      });
    return path === undefined || others.length > 0 ? null : this.#load(importer.root, path);
  }

  heirCount(name: string, method: string, from: Mod): number {
    const loaded = this.#loadedAs(from);
    if (loaded) this.#onReach(loaded.file.absolute, heirsOf(name));
    return loaded ? this.#headersAt(loaded.root).heirs(name, method).length : 0;
  }

  /** Classes with the method that may derive from one of the name; those of tests stand in for others. */
  heirs(name: string, method: string, from: Mod): readonly ClassRef[] {
    const loaded = this.#loadedAs(from);
    if (!loaded) return [];
    this.#onReach(loaded.file.absolute, heirsOf(name));
    return this.#headersAt(loaded.root)
      .heirs(name, method)
      .flatMap((header) => {
        const mod = this.#reach(loaded, header.path);
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

  #reach(from: Loaded, path: string): Mod | null {
    this.#onReach(from.file.absolute, `${from.root}${path}`);
    return this.#load(from.root, path);
  }

  #load(root: string, path: string): Mod | null {
    const absolute = `${root}${path}`;
    const known = this.#loaded.get(absolute);
    if (known !== undefined) return known?.mod ?? null;
    const file = this.#given.get(absolute) ?? this.#fromDisk(absolute, path, root);
    try {
      return this.#add(file, file.read(), root);
    } catch (error) {
      // It is named as a problem when it is linted itself; for who imports it, it is unknown.
      if (!(error instanceof Error)) throw error;
      this.#loaded.set(absolute, null);
      return null;
    }
  }

  #fromDisk(absolute: string, path: string, root: string): KnownFile {
    // Paths are shown as those of the files that were given.
    const from = root === this.#root ? this.#shownFrom() : null;
    const read = () => this.#disk.readText(absolute);
    return { absolute, path: from === null ? path : shown(from, absolute), read };
  }

  /** The folder that shown paths start from; null when the given files do not tell. */
  #shownFrom(): string | null {
    for (const { absolute, path } of this.#given.values()) {
      if (absolute !== path && absolute.endsWith(`/${path}`)) return absolute.slice(0, -path.length - 1);
    }
    return null;
  }

  #add(file: KnownFile, text: string, root: string, parsed?: FlatTree): Mod {
    const timed = (make: () => ModuleIndex) => this.#clock.time('index', make);
    const index = this.#indexes.of(file, text, parsed, timed);
    const path = pathBelow(root, file);
    const isPackage = /(?:^|\/)__init__\.pyi?$/.test(path);
    const finder = this.#finderAt(root);
    const stub = isStubPath(path);
    // What a stub states is reported by the name that the library goes by.
    const name = stub ? finder.importedAs(path) : dottedPath(path);
    const mod = makeModule(name, finder.has(`${path}i`) ? beside(index) : index, { stub, isPackage });
    this.#hold({ mod, file, root, path, size: text.length });
    return mod;
  }

  #hold(loaded: Loaded): void {
    this.size += loaded.size;
    this.#loaded.set(loaded.file.absolute, loaded);
    this.#byMod.set(loaded.mod, loaded);
  }

  /** The folders of absolute imports as paths from the root, each with its slash. */
  #startsBelow(root: string): readonly string[] {
    return this.#folders.flatMap((folder) => (`${folder}/`.startsWith(root) ? `${folder}/`.slice(root.length) : []));
  }

  #rootOf(file: KnownFile): string {
    return this.#root !== null && file.absolute.startsWith(this.#root) ? this.#root : rootOf(file);
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
        if (!isScanned(path)) continue;
        const absolute = `${root}${path}`;
        headers.add(path, this.#classesIn(absolute) ?? this.#scans.of(absolute, this.#textAt(root, path)));
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
      const known = new Set(root === '' ? [] : (this.#filesBelow(root) ?? projectFiles(this.#disk, root) ?? []));
      for (const file of this.#given.values()) {
        if (this.#rootOf(file) === root) known.add(pathBelow(root, file));
      }
      paths = [...known].sort();
      this.#paths.set(root, paths);
    }
    return paths;
  }
}

function pathBelow(root: string, { absolute, path }: KnownFile): string {
  return root === '' ? path : absolute.slice(root.length);
}

/** What tests derive stands in for something, and what stubs do has no code. */
function isScanned(path: string): boolean {
  return !isTestPath(path) && !isStubPath(path);
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

/** Texts that are held at once; they can be read again. */
const MOST_SOURCES = 50;
