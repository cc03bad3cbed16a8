import { ROOT_PACKAGE } from './module.ts';

/** A Python file of the project, by its path from the root, with forward slashes. */
export type ModulePath = string;

/**
 * Finds the file that an import means among all files below a root. An absolute import means the file whose path ends
 * in it, nearest to the importer; two equally near are unknown. Where the search starts must be a place that Python
 * could search: a folder that is no package itself.
 */
export class Finder {
  readonly #byLast = new Map<string, ModulePath[]>();
  readonly #all: ReadonlySet<ModulePath>;

  constructor(paths: readonly ModulePath[]) {
    this.#all = new Set(paths);
    for (const path of paths) {
      const last = segmentsOf(path).at(-1) ?? '';
      const known = this.#byLast.get(last);
      if (known) known.push(path);
      else this.#byLast.set(last, [path]);
    }
  }

  /** The file with exactly this dotted name from the root: what a relative import comes down to. */
  exact(name: string): ModulePath | null {
    if (name === ROOT_PACKAGE) return this.#all.has('__init__.py') ? '__init__.py' : null;
    const path = name.split('.').map(unescaped).join('/');
    return [`${path}/__init__.py`, `${path}.py`].find((candidate) => this.#all.has(candidate)) ?? null;
  }

  /** The file that `import name` means in `from`. `onPath` allows only search places above the importer. */
  find(name: string, from: ModulePath, onPath: boolean): ModulePath | null {
    const parts = name.split('.');
    const importer = from.split('/').slice(0, -1);
    let best: ModulePath | null = null;
    let nearness = -1;
    let tied = false;
    for (const path of this.#byLast.get(parts.at(-1) as string) ?? []) {
      const segments = segmentsOf(path);
      const root = segments.slice(0, segments.length - parts.length);
      if (segments.length < parts.length || parts.some((part, i) => segments[root.length + i] !== part)) continue;
      if (this.#isPackage(root)) continue;
      if (onPath && !isSearched(root, importer)) continue;
      const shared = sharedLength(root, importer);
      // Of `a.py` and `a/__init__.py` in one folder Python takes the package.
      const isTwin = best !== null && shared === nearness && segmentsOf(best).join() === segments.join();
      if (shared > nearness || (isTwin && path.endsWith('/__init__.py'))) {
        best = path;
        nearness = shared;
        tied = false;
      } else if (shared === nearness && !isTwin) tied = true;
    }
    return tied ? null : best;
  }

  #isPackage(folder: readonly string[]): boolean {
    return this.#all.has([...folder, '__init__.py'].join('/'));
  }
}

/** Dotted name of a file from the root; dots inside a folder's name would otherwise look like levels. */
export function dottedPath(path: ModulePath): string {
  return segmentsOf(path).map(escaped).join('.') || ROOT_PACKAGE;
}

function segmentsOf(path: ModulePath): string[] {
  const segments = path.replace(/\.pyi?$/, '').split('/');
  if (segments.at(-1) === '__init__') segments.pop();
  return segments;
}

const escaped = (segment: string): string => segment.replaceAll('.', '\u2024');
const unescaped = (segment: string): string => segment.replaceAll('\u2024', '.');

/** Whether Python started somewhere above the importer would search the folder: an ancestor, or `src` in one. */
function isSearched(root: readonly string[], importer: readonly string[]): boolean {
  const outer = root.at(-1) === 'src' || root.at(-1) === 'lib' ? root.slice(0, -1) : root;
  return sharedLength(outer, importer) === outer.length;
}

function sharedLength(left: readonly string[], right: readonly string[]): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  return length;
}
