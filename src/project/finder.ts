import { ROOT_PACKAGE } from './module.ts';

/** A Python file of the project, by its path from the root, with forward slashes. */
export type ModulePath = string;

/**
 * Finds the file that an import means among all files below a root. An absolute import means the file whose path ends
 * in it, nearest to the importer; two equally near are unknown. Where the search starts must be a place that Python
 * could search: a folder that is no package itself. A stub counts where there is no code.
 */
export class Finder {
  readonly #code = new Map<string, ModulePath[]>();
  readonly #stubs = new Map<string, ModulePath[]>();
  readonly #all: ReadonlySet<ModulePath>;
  /** What was found already: by name, and by the folder of the importer, which is all of it that counts. */
  readonly #exact = new Map<string, ModulePath | null>();
  readonly #found = new Map<string, Map<string, ModulePath | null>>();
  readonly #packages = new Map<string, Map<string, readonly ModulePath[]>>();
  /** Files of code by the name of their folder, made when somebody asks. */
  #folders: Map<string, ModulePath[]> | null = null;

  constructor(paths: readonly ModulePath[]) {
    this.#all = new Set(paths);
    for (const path of paths) {
      const segments = segmentsOf(path);
      const byEnd = isStubPath(path) ? this.#stubs : this.#code;
      // By the last two names as well: every package of a large project may have its `models`.
      for (let length = 1; length <= Math.min(2, segments.length); length++) {
        const end = segments.slice(-length).join('/');
        const known = byEnd.get(end);
        if (known) known.push(path);
        else byEnd.set(end, [path]);
      }
    }
  }

  /** The file with exactly this dotted name from the root: what a relative import comes down to. */
  exact(name: string): ModulePath | null {
    let path = this.#exact.get(name);
    if (path === undefined) {
      path = this.#fileOf(name);
      this.#exact.set(name, path);
    }
    return path;
  }

  #fileOf(name: string): ModulePath | null {
    const start = name === ROOT_PACKAGE ? '' : name.split('.').map(unescaped).join('/');
    const candidates = start === '' ? ROOT_FILES : MODULE_FILES.map((end) => `${start}${end}`);
    return candidates.find((candidate) => this.#all.has(candidate)) ?? null;
  }

  /**
   * The file that `import name` means in `from`. `onPath` allows only search places above the importer, and code: a stub
   * of a library that has a model says nothing new. A stub elsewhere may be a folder of models that nobody asked for.
   */
  find(name: string, from: ModulePath, onPath: boolean): ModulePath | null {
    const folder = folderOf(from);
    let known = this.#found.get(folder);
    if (!known) {
      known = new Map();
      this.#found.set(folder, known);
    }
    const key = onPath ? ` ${name}` : name;
    let path = known.get(key);
    if (path === undefined) {
      path = this.#search(name, segmentsIn(folder), onPath);
      known.set(key, path);
    }
    return path;
  }

  #search(name: string, importer: readonly string[], onPath: boolean): ModulePath | null {
    const parts = name.split('.');
    if (ALWAYS_STANDARD.has(parts[0] as string)) return null;
    const code = this.#nearest(this.#code, parts, importer, onPath);
    // A name that a relative import came down to may begin inside a package.
    return code ?? (onPath ? null : (this.#nearest(this.#stubs, parts, importer, true) ?? this.exact(name)));
  }

  /** The same, looked for in these folders alone: paths from the root, with a slash unless it is the root itself. */
  among(folders: readonly string[], name: string): ModulePath | null {
    if (folders.length === 0 || ALWAYS_STANDARD.has(name.split('.', 1)[0] as string)) return null;
    for (const folder of folders) {
      const start = `${folder}${name.split('.').map(unescaped).join('/')}`;
      const found = MODULE_FILES.map((end) => `${start}${end}`).find((path) => this.#all.has(path));
      if (found !== undefined) return found;
    }
    return null;
  }

  /** Dotted name of a file from the place where Python would search for it: the nearest folder above that is no package. */
  importedAs(path: ModulePath): string {
    const segments = segmentsOf(path);
    let start = Math.max(0, segments.length - 1);
    while (start > 0 && this.#isPackage(segments.slice(0, start))) start--;
    return segments.slice(start).map(escaped).join('.') || ROOT_PACKAGE;
  }

  /** The modules right below the package of this name that is nearest to `from`. */
  inside(name: string, from: ModulePath): readonly ModulePath[] {
    const folder = folderOf(from);
    let known = this.#packages.get(folder);
    if (!known) {
      known = new Map();
      this.#packages.set(folder, known);
    }
    let paths = known.get(name);
    if (paths === undefined) {
      paths = this.#modulesIn(name, segmentsIn(folder));
      known.set(name, paths);
    }
    return paths;
  }

  #modulesIn(name: string, importer: readonly string[]): readonly ModulePath[] {
    const parts = name.split('.');
    let found: ModulePath[] = [];
    let nearness = -1;
    for (const path of this.#below(parts.at(-1) as string)) {
      const folder = path.split('/').slice(0, -1);
      const root = folder.slice(0, folder.length - parts.length);
      if (folder.length < parts.length || parts.some((part, i) => folder[root.length + i] !== part)) continue;
      const shared = sharedLength(root, importer);
      if (shared < nearness || this.#isPackage(root)) continue;
      found = shared > nearness ? [path] : [...found, path];
      nearness = shared;
    }
    return found;
  }

  #below(folder: string): readonly ModulePath[] {
    if (this.#folders === null) {
      this.#folders = new Map();
      for (const path of this.#all) {
        const last = path.split('/').at(-2);
        if (last === undefined || isStubPath(path)) continue;
        const known = this.#folders.get(last);
        if (known) known.push(path);
        else this.#folders.set(last, [path]);
      }
    }
    return this.#folders.get(folder) ?? [];
  }

  has(path: ModulePath): boolean {
    return this.#all.has(path);
  }

  #nearest(
    files: ReadonlyMap<string, readonly ModulePath[]>,
    parts: readonly string[],
    importer: readonly string[],
    onPath: boolean,
  ): ModulePath | null {
    let best: ModulePath | null = null;
    let nearness = -1;
    let tied = false;
    for (const path of files.get(parts.slice(-2).join('/')) ?? []) {
      const segments = segmentsOf(path);
      const root = segments.slice(0, segments.length - parts.length);
      if (segments.length < parts.length || parts.some((part, i) => segments[root.length + i] !== part)) continue;
      if (this.#isPackage(root)) continue;
      if (onPath && !isSearched(root, importer)) continue;
      const shared = sharedLength(root, importer);
      if (shared > nearness) {
        best = path;
        nearness = shared;
        tied = false;
      } else if (best !== null && segmentsOf(best).join() === segments.join()) {
        // Of `a.py` and `a/__init__.py` in one folder Python takes the package.
        if (/\/__init__\.pyi?$/.test(path)) best = path;
      } else if (shared === nearness) tied = true;
    }
    return tied ? null : best;
  }

  #isPackage(folder: readonly string[]): boolean {
    const start = [...folder, '__init__.py'].join('/');
    return this.#all.has(start) || this.#all.has(`${start}i`);
  }
}

/** Endings of the files that a module may be, the first one first. */
const MODULE_FILES = ['/__init__.py', '.py', '/__init__.pyi', '.pyi'];
const ROOT_FILES = ['__init__.py', '__init__.pyi'];

export function isStubPath(path: ModulePath): boolean {
  return path.endsWith('.pyi');
}

/**
 * What no file of a project stands in for: modules compiled into CPython wherever it runs (what `sys.builtin_module_names`
 * of the builds for Linux, macOS and Windows share) and those it has loaded before it looks at the first line of a program.
 */
const ALWAYS_STANDARD: ReadonlySet<string> = new Set(
  (
    'atexit builtins errno faulthandler gc itertools marshal sys time _abc _ast _codecs _collections _functools _imp _io ' +
    '_locale _operator _signal _sre _stat _string _symtable _thread _tracemalloc _warnings _weakref ' +
    'abc codecs encodings genericpath io os site stat zipimport'
  ).split(' '),
);

/** Dotted name of a file from the root; dots inside a folder's name would otherwise look like levels. */
export function dottedPath(path: ModulePath): string {
  return segmentsOf(path).map(escaped).join('.') || ROOT_PACKAGE;
}

function folderOf(path: ModulePath): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function segmentsIn(folder: string): readonly string[] {
  return folder === '' ? [] : folder.split('/');
}

function segmentsOf(path: ModulePath): string[] {
  const segments = path.replace(/\.pyi?$/, '').split('/');
  if (segments.at(-1) === '__init__') segments.pop();
  return segments;
}

const escaped = (segment: string): string => segment.replaceAll('.', '\u2024');
const unescaped = (segment: string): string => segment.replaceAll('\u2024', '.');

/** Folders whose content is imported without their name; type checkers look for stubs in `typings`. */
const SOURCE_FOLDERS: ReadonlySet<string> = new Set(['src', 'lib', 'typings']);

/** Whether Python started somewhere above the importer would search the folder: an ancestor, or `src` in one. */
function isSearched(root: readonly string[], importer: readonly string[]): boolean {
  const outer = SOURCE_FOLDERS.has(root.at(-1) ?? '') ? root.slice(0, -1) : root;
  return sharedLength(outer, importer) === outer.length;
}

function sharedLength(left: readonly string[], right: readonly string[]): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  return length;
}
