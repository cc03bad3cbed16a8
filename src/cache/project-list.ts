import { isAbsolute } from 'node:path';
import type { SourceFile } from '../source-file.ts';

/** All files of a project, by number. */
export class ProjectFiles {
  /** Relative to the root below it; anything else is absolute. */
  readonly paths: readonly string[];
  readonly #root: string;
  readonly #numbers: ReadonlyMap<string, number>;

  /** `found` are those below the root; what is linted belongs to the project wherever it is. */
  constructor(root: string, found: readonly string[], linted: readonly SourceFile[]) {
    this.#root = root;
    const all = new Set(found);
    for (const { absolute } of linted) all.add(this.pathOf(absolute));
    this.paths = all.size === found.length ? found : [...all];
    this.#numbers = new Map(this.paths.map((path, file) => [path, file]));
  }

  /** Null for what is no file of the project. */
  numberOf(absolute: string): number | null {
    return this.#numbers.get(this.pathOf(absolute)) ?? null;
  }

  absoluteOf(file: number): string {
    const path = this.paths[file] as string;
    return isAbsolute(path) ? path : `${this.#root}/${path}`;
  }

  pathOf(absolute: string): string {
    const root = this.#root;
    return absolute.startsWith(root) && absolute[root.length] === '/' ? absolute.slice(root.length + 1) : absolute;
  }

  areThoseOf(paths: readonly string[]): boolean {
    return this.paths.length === paths.length && this.paths.every((path, file) => path === paths[file]);
  }
}
