import { analysisKey } from '../analyse.ts';
import type { Settings } from '../config/settings.ts';
import { type Disk, hasMark, pathKind, disk as realDisk } from '../files.ts';
import { below, shown } from '../globs.ts';
import { projectFiles } from '../project-files.ts';
import type { Parser } from '../python/parser.ts';
import type { SourceFile } from '../source-file.ts';
import type { Problem } from '../types.ts';
import { Shared } from './shared.ts';
import { Texts } from './texts.ts';

export interface OpenProjectOptions {
  /** Absolute folder that imports start from. */
  readonly root: string;
  /** Absolute folder that shown paths start from; the root when absent. */
  readonly cwd?: string | undefined;
  readonly disk?: Disk | undefined;
  readonly parser: Parser;
  /** Told of faults of models, once in a project as it is. */
  readonly onProblem: (problem: Problem) => void;
}

/** The files of a project, some of them open with another text, and what is known of them. */
export class OpenProject {
  readonly #options: OpenProjectOptions;
  readonly #texts: Texts;
  /** All files that were named: they belong to the project wherever they are. */
  readonly #named = new Map<string, SourceFile>();
  readonly #shared = new Map<string, Shared>();
  /** Which files there were on the disk when the first of those was made. */
  #listed = '';

  constructor(options: OpenProjectOptions) {
    this.#options = options;
    this.#texts = new Texts(options.disk ?? realDisk);
  }

  isOpen(path: string): boolean {
    return this.#texts.isOpen(path);
  }

  edit(path: string, text: string): void {
    const before = this.#texts.of(path);
    this.#texts.open(path, text);
    this.#name(this.fileAt(path));
    if (before !== text) this.#touch([path]);
  }

  close(path: string): void {
    if (!this.#texts.isOpen(path)) return;
    const before = this.#texts.of(path);
    this.#texts.close(path);
    const text = this.#texts.of(path);
    if (text === null) this.#drop(path);
    else if (text !== before) this.#touch([path]);
  }

  /** These files or folders have changed on the disk, came or went. */
  changed(paths: Iterable<string>): void {
    // What is open counts as it is open, whatever is saved.
    const others = [...paths].filter((path) => !this.#texts.isOpen(path));
    for (const path of others) this.#texts.forget(path);
    for (const path of others) if (this.#named.has(path) && this.#texts.of(path) === null) this.#drop(path);
    this.#touch(others);
    // Where a module is found depends on which files there are: one more or less may change what any import gives.
    if (others.length > 0 && this.#shared.size > 0 && this.#list() !== this.#listed) this.forget();
  }

  /** Looks through the disk for what has changed since it was read. */
  refresh(): void {
    this.changed([this.#options.root, ...this.#texts.outdated()]);
  }

  /** What is known of the files with the same settings as this one. */
  sharedFor(file: SourceFile, settings: Settings): Shared {
    this.#name(file);
    const key = analysisKey(settings);
    let shared = this.#shared.get(key);
    if (!shared || shared.hasOutgrown()) {
      const { parser, root, onProblem } = this.#options;
      if (this.#shared.size === 0) this.#listed = this.#list();
      shared = new Shared(parser, [...this.#named.values()], settings, onProblem, { disk: this.#texts.disk, root });
      this.#shared.set(key, shared);
    }
    return shared;
  }

  /** Drops all that is known. */
  forget(): void {
    this.#shared.clear();
  }

  fileAt(absolute: string): SourceFile {
    const { cwd, root, disk } = this.#options;
    return {
      absolute,
      path: shown(cwd ?? root, absolute),
      read: () => this.#texts.disk.readText(absolute),
      hasMark: () => disk === undefined && pathKind(absolute) === 'file' && hasMark(absolute),
    };
  }

  #touch(paths: readonly string[]): void {
    const { root } = this.#options;
    // Nobody looks which files there are elsewhere.
    if (paths.some((path) => path !== root && below(root, path) === null)) this.forget();
    for (const shared of this.#shared.values()) shared.change(paths.map((path) => this.fileAt(path)));
  }

  #name(file: SourceFile): void {
    if (this.#named.has(file.absolute)) return;
    this.#named.set(file.absolute, file);
    for (const [key, { analysis }] of this.#shared) if (!analysis.modules.lists(file)) this.#shared.delete(key);
  }

  #drop(path: string): void {
    this.#named.delete(path);
    this.forget();
  }

  #list(): string {
    return (projectFiles(this.#texts.disk, `${this.#options.root}/`) ?? []).join('\n');
  }
}
