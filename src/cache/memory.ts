import { join, relative } from 'node:path';
import { disk, fileStamp } from '../files.ts';
import type { LintOptions } from '../lint.ts';
import type { Changes } from '../narrow/seen-outside.ts';
import type { PackedIndex } from '../packed-index.ts';
import { emptyPart, type Part } from '../parts.ts';
import { isStubPath } from '../project/finder.ts';
import type { ScannedClass } from '../project/headers.ts';
import { projectFiles } from '../project-files.ts';
import type { SourceFile } from '../source-file.ts';
import { affectedBy, heirsBetween, usersOf } from './changes.ts';
import type { CachePlace } from './place.ts';
import { ProjectFiles } from './project-list.ts';
import { pointsInto, recordsOf } from './records.ts';
import { IndexShelf } from './shelf.ts';
import { digestOf, Signatures } from './signatures.ts';
import { describe, type FileState, isStartOf, stateOf } from './states.ts';
import { type FileRecord, NOTHING_KNOWN, nothingOf, readStore, type Store, writeStore } from './store.ts';

/** What earlier runs found out that still holds. Files go by their number in the list of all files of the project. */
export class Memory {
  readonly #options: LintOptions;
  readonly #path: string;
  readonly #begun = Date.now();
  readonly #root: string;
  readonly #found: readonly string[];
  readonly #files: ProjectFiles;
  /** What is kept of these same files; empty when nothing is. */
  readonly #kept: Store;
  /** Of the files that are not as they were kept, or may not be. */
  readonly #states = new Map<number, FileState>();
  /** What is not as it was kept: files, and questions for heirs that get another answer. */
  readonly #changed: ReadonlySet<number | string>;
  /** Files of which what is kept may hold no longer. */
  #affected: ReadonlySet<number | string>;
  /** Whether some that make use of a changed file are not judged again. */
  #isNarrowed = false;
  /** Indexes of files as they are kept, and as they are. */
  readonly shelf: IndexShelf;
  readonly #signatures = new Signatures();
  readonly #settings: string[];
  /** Whether it is known of every file that was linted what it makes use of. */
  #isWhole = false;

  /** Null where no cache can be used: a folder with more files than a project has. */
  static open(options: LintOptions, place: CachePlace): Memory | null {
    const paths = projectFiles(place.disk ?? disk, `${place.root}/`);
    if (paths === null) return null;
    const { build, root, cwd, folder } = place;
    const kind = [build, relative(folder, root), relative(folder, cwd), options.level, options.native ?? false];
    const path = join(folder, `${digestOf(kind.join('\0'))}.json`);
    try {
      return new Memory(options, place, paths, path, readStore(path));
    } catch {
      // What was read does not hold what it says.
      return new Memory(options, place, paths, path, null);
    }
  }

  private constructor(
    options: LintOptions,
    place: CachePlace,
    found: readonly string[],
    path: string,
    read: Store | null,
  ) {
    this.#options = options;
    this.#path = path;
    // What the index of a text is hangs on nothing that is asked for.
    const { build, root, folder } = place;
    const kind = [build, relative(folder, root), options.native ?? false];
    this.shelf = new IndexShelf(join(folder, digestOf(kind.join('\0'))), root);
    this.#root = root;
    this.#found = found;
    this.#files = new ProjectFiles(root, found, [...options.files, ...(options.context ?? [])]);
    // Where modules are found depends on which files there are: one more or less may change what any import gives.
    const kept = read !== null && this.#files.areThoseOf(read.paths) ? read : null;
    for (const [file, one] of this.#files.paths.entries()) {
      const state = stateOf(one, this.#files.absoluteOf(file), file, kept);
      if (state !== null) this.#states.set(file, state);
    }
    this.#kept = kept ?? nothingOf(this.#files.paths);
    this.#settings = [...this.#kept.settings];
    this.#changed = this.#whatChanged();
    this.#affected = this.#changed.size === 0 ? this.#changed : affectedBy(this.#changed, this.#kept.uses.values());
    // All lines are there and can be read.
    if (this.#kept.records.values().length !== this.#files.paths.length) throw new Error('it is cut short');
  }

  /** The files with another content than was kept, and the questions for heirs that get another answer. */
  #whatChanged(): Set<number | string> {
    const { hashes, classes } = this.#kept;
    const changed = new Set<number | string>();
    const pairs: [readonly ScannedClass[], readonly ScannedClass[]][] = [];
    for (const [file, state] of this.#states) {
      if (state.hash !== '' && hashes.at(file) === state.hash) continue;
      changed.add(file);
      pairs.push([classes.at(file), state.classes]);
    }
    const all = () => [...classes.values(), ...[...this.#states.values()].map((state) => state.classes)];
    for (const question of heirsBetween(pairs, all)) changed.add(question);
    return changed;
  }

  /** Whether nothing is known. */
  get isEmpty(): boolean {
    return this.#kept.settings.length === 0;
  }

  /** Whether it is worth a look which of the files that make use of changed ones may see what changed. */
  get mayNarrow(): boolean {
    const files = [...this.#changed].filter((one) => typeof one === 'number');
    const isFew = files.length > 0 && files.length <= MOST_CHANGED;
    return (
      isFew &&
      this.#affected.size > this.#changed.size &&
      files.every((file) => !isStubPath(this.#files.absoluteOf(file)))
    );
  }

  /** Takes none for affected but those that see places or heirs, where `isSeenOutside` says that nothing else is seen. */
  narrow(
    isSeenOutside: (changes: Changes) => boolean,
    indexAt: (absolute: string) => ReturnType<Changes['indexOf']>,
  ): void {
    const { uses, hashes, records } = this.#kept;
    const users = usersOf(uses.values());
    const files = [...this.#changed].filter((one) => typeof one === 'number');
    const isSeen = isSeenOutside({
      files: new Set(files.filter((file) => users.has(file))),
      paths: this.#files.paths,
      digests: hashes.values(),
      counts: (file) => users.has(file) || uses.at(file).length > 0,
      absoluteOf: (file) => this.#files.absoluteOf(file),
      indexOf: (file) => (this.#states.get(file)?.hash === '' ? null : indexAt(this.#files.absoluteOf(file))),
      shelf: this.shelf,
    });
    if (isSeen) return;
    const questions = [...this.#changed].filter((one) => typeof one === 'string');
    const affected = affectedBy(questions, uses.values());
    const moved = files.filter((file) => !this.#isOnlyLonger(file)).map((file) => this.#files.absoluteOf(file));
    for (const [file, record] of records.values().entries()) if (pointsInto(record, moved)) affected.add(file);
    for (const file of files) affected.add(file);
    this.#affected = affected;
    this.#isNarrowed = true;
  }

  /** Whether text was put to the end of a file and nowhere else: all places in it are where they were. */
  #isOnlyLonger(file: number): boolean {
    const { sizes, hashes } = this.#kept;
    return isStartOf(this.#files.absoluteOf(file), sizes[file] as number, hashes.at(file));
  }

  /** The classes in a file as they were found before, or just now; null when the file is not of the project. */
  classesIn(absolute: string): readonly ScannedClass[] | null {
    const file = this.#files.numberOf(absolute);
    if (file === null) return null;
    return this.#states.get(file)?.classes ?? this.#kept.classes.at(file);
  }

  /** All Python files below the root of the project, which ends in a slash; null for another folder. */
  filesBelow(root: string): readonly string[] | null {
    return root === `${this.#root}/` ? this.#found : null;
  }

  /** What is known of the files to lint, and those of which nothing is. */
  recall(): { part: Part; unknown: readonly SourceFile[] } {
    const part = emptyPart();
    const unknown: SourceFile[] = [];
    const records = this.#kept.records.values();
    for (const file of this.#options.files) {
      const settings = this.#options.settingsOf(file.absolute);
      const number = this.#numberOf(file.absolute);
      const record = records[number] as FileRecord;
      const kept = this.#kept.settings[typeof record === 'number' ? record : record[0]];
      if (kept !== this.#signatures.of(file, settings) || this.#affected.has(number)) {
        unknown.push(file);
        continue;
      }
      for (const rule of settings.rules) part.enabled.add(rule);
      part.linted++;
      if (typeof record === 'number') continue;
      const [, hidden, findings, suppressed] = record;
      part.findings.push(...findings);
      part.suppressed.push(...suppressed);
      if (hidden > 0) part.hidden.set(file.path, hidden);
    }
    return { part, unknown };
  }

  /** Keeps what linting `files` gave. With problems nothing is kept: they are told as long as they are there. */
  keep(files: readonly SourceFile[], parts: readonly Part[], indexes: Iterable<PackedIndex>): void {
    if (parts.some(({ problems }) => problems.length > 0)) return;
    this.#isWhole = true;
    if (files.length === 0 && this.#states.size === 0) return;
    const { records, hashes, uses, classes } = this.#kept;
    const [sizes, mtimes] = [[...this.#kept.sizes], [...this.#kept.mtimes]];

    for (const one of this.#affected) if (typeof one === 'number') records.set(one, NOTHING_KNOWN);
    for (const [file, state] of this.#states) {
      // What a changed file made use of is found out again, where all that make use of it are judged again; what others
      // made use of, by way of it, still holds or is found out, too.
      if (hashes.at(file) !== state.hash && !this.#isNarrowed) uses.set(file, []);
      hashes.set(file, state.hash);
      classes.set(file, state.classes);
      sizes[file] = state.size;
      mtimes[file] = state.mtime;
    }
    const recordOf = recordsOf(parts);
    for (const file of files) {
      const settings = this.#numberOfSettings(this.#signatures.of(file, this.#options.settingsOf(file.absolute)));
      records.set(this.#numberOf(file.absolute), recordOf(file.path, settings));
    }
    for (const { reached } of parts) for (const [from, to] of reached) this.#addUses(this.#numberOf(from), to);
    for (const file of this.#read(files, parts)) {
      if (this.#isSettled(file, sizes[file] as number, mtimes[file] as number)) continue;
      // No file has such a stamp.
      [sizes[file], mtimes[file]] = [-1, -1];
      hashes.set(file, null);
    }
    this.shelf.keep(indexes, new Set(this.#files.paths));
    writeStore(this.#path, { ...this.#kept, begun: this.#begun, sizes, mtimes, settings: this.#settings });
  }

  /**
   * The files that may be judged otherwise where these texts stood in place of what is there now, by absolute path; null
   * when any may. What reaches none of them has the same before it in both cases.
   */
  affectedBy(texts: ReadonlyMap<string, string>): ReadonlySet<string> | null {
    if (!this.#isWhole) return null;
    const changed = new Set<number | string>();
    const pairs: [readonly ScannedClass[], readonly ScannedClass[]][] = [];
    for (const [absolute, text] of texts) {
      const file = this.#files.numberOf(absolute);
      if (file === null) return null;
      const then = describe(this.#files.paths[file] as string, text);
      const now = this.#states.get(file) ?? { hash: this.#kept.hashes.at(file), classes: this.#kept.classes.at(file) };
      if (then.hash === now.hash) continue;
      changed.add(file);
      pairs.push([then.classes, now.classes]);
    }
    const all = () => [...this.#kept.classes.values(), ...pairs.map(([then]) => then)];
    for (const question of heirsBetween(pairs, all)) changed.add(question);
    const affected = affectedBy(changed, this.#kept.uses.values());
    return new Set([...affected].map((one) => (typeof one === 'string' ? one : this.#files.absoluteOf(one))));
  }

  /** Files whose text was read while others were linted. */
  #read(files: readonly SourceFile[], parts: readonly Part[]): ReadonlySet<number> {
    const read = new Set(files.map((file) => this.#numberOf(file.absolute)));
    for (const { reached } of parts) {
      for (const used of reached.values()) {
        for (const one of used) {
          const file = this.#files.numberOf(one);
          if (file !== null) read.add(file);
        }
      }
    }
    return read;
  }

  #addUses(file: number, used: ReadonlySet<string>): void {
    const { uses } = this.#kept;
    const all = new Set(uses.at(file));
    for (const one of used) all.add(this.#files.numberOf(one) ?? this.#files.pathOf(one));
    uses.set(file, [...all]);
  }

  /** What changed while it was linted may have been linted in either state. */
  #isSettled(file: number, size: number, mtime: number): boolean {
    if (this.#states.get(file)?.hash === '') return false;
    const now = fileStamp(this.#files.absoluteOf(file));
    return now.size === size && now.mtime === mtime;
  }

  #numberOf(absolute: string): number {
    return this.#files.numberOf(absolute) as number;
  }

  #numberOfSettings(signature: string): number {
    const known = this.#settings.indexOf(signature);
    return known >= 0 ? known : this.#settings.push(signature) - 1;
  }
}

/** More changed files than one types between two runs: much of the project is judged again anyway. */
const MOST_CHANGED = 20;
