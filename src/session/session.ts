import type { Settings } from '../config/settings.ts';
import type { Disk } from '../files.ts';
import { emptyPart, internalError, type Part, reportOf } from '../parts.ts';
import { createParser, type Parser } from '../python/parser.ts';
import { type SourceFile, textOf } from '../source-file.ts';
import type { Level, Problem, Report } from '../types.ts';
import { Followers } from './followers.ts';
import { OpenProject } from './open-project.ts';

export interface SessionOptions {
  /** Absolute folder of the project, which imports start from. */
  readonly root: string;
  /** Absolute folder that shown paths start from; the root when absent. */
  readonly cwd?: string;
  /** Gives the same for a file as long as the session lasts. */
  readonly settingsOf: (absolute: string) => Settings;
  /** The quietest level that is reported. */
  readonly level: Level;
  /** Where files come from that are not open; the real one when absent. */
  readonly disk?: Disk;
  /** Parse with the native tree-sitter instead of the WebAssembly one. */
  readonly native?: boolean;
}

/** A project in an editor: files on the disk, some of them open with another text. Paths are absolute. */
export interface Session {
  /** The file is open and has this text, saved or not. */
  edit(path: string, text: string): void;
  /** The file is no longer open: what counts is the disk. */
  close(path: string): void;
  /** These files or folders have changed on the disk, came or went. */
  changed(paths: Iterable<string>): void;
  /** What `lint` would report of the file now. */
  lint(path: string): Report;
}

/** Throws an Error with a one-line message when there is no parser. */
export async function openSession(options: SessionOptions): Promise<Session> {
  return new ProjectSession(options, await createParser({ native: options.native ?? false }));
}

class ProjectSession implements Session {
  readonly #options: SessionOptions;
  readonly #project: OpenProject;
  readonly #followers: Followers;
  /** Faults of models are met once, and hold as long as what was read then is known. */
  readonly #problems: Problem[] = [];

  constructor(options: SessionOptions, parser: Parser) {
    const { root, cwd, disk } = options;
    this.#options = options;
    this.#project = new OpenProject({ root, cwd, disk, parser, onProblem: (problem) => this.#problems.push(problem) });
    this.#followers = new Followers(parser);
  }

  edit(path: string, text: string): void {
    this.#project.edit(path, text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  }

  close(path: string): void {
    this.#followers.end(path);
    this.#project.close(path);
  }

  changed(paths: Iterable<string>): void {
    this.#project.changed(paths);
  }

  lint(path: string): Report {
    const started = performance.now();
    const part = this.#partOf(this.#project.fileAt(path));
    return reportOf([part], this.#problems, started);
  }

  #partOf(file: SourceFile): Part {
    const settings = this.#options.settingsOf(file.absolute);
    const part = { ...emptyPart(), enabled: new Set(settings.rules) };
    const text = textOf(file, (problem) => part.problems.push(problem));
    if (text === null) return part;
    try {
      const shared = this.#project.sharedFor(file, settings);
      const parse = this.#project.isOpen(file.absolute) ? this.#followers.of(file.absolute) : undefined;
      return shared.judge(file, text, settings, this.#options.level, parse);
    } catch (error) {
      // A fault of nostall's own may leave anything half done.
      this.#project.forget();
      return { ...part, linted: 1, problems: [internalError(file.path, error)] };
    }
  }
}
