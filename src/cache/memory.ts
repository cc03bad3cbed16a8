import { createHash } from 'node:crypto';
import { isAbsolute, join, relative } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { disk, fileStamp } from '../files.ts';
import type { LintOptions } from '../lint.ts';
import { emptyPart, type Part } from '../parts.ts';
import { projectFiles } from '../project-files.ts';
import type { SourceFile } from '../source-file.ts';
import type { Finding } from '../types.ts';
import { affectedBy, changesBetween, describe, statesOf } from './states.ts';
import { type CachePlace, EMPTY, type FileRecord, type FileState, readStore, type Store, writeStore } from './store.ts';

/** What earlier runs found out that still holds. */
export class Memory {
  readonly #options: LintOptions;
  readonly #place: CachePlace;
  readonly #path: string;
  readonly #begun = Date.now();
  readonly #states: ReadonlyMap<string, FileState>;
  readonly #valid = new Map<string, FileRecord>();
  readonly #reached = new Map<string, readonly string[]>();
  readonly #signatures = new Map<Settings, string>();
  /** Whether the disk already holds all of this. */
  #isKept: boolean;
  /** Whether it is known of every file that was linted what it makes use of. */
  #isWhole = false;

  /** Null where no cache can be used: a folder with more files than a project has. */
  static open(options: LintOptions, place: CachePlace): Memory | null {
    const paths = projectFiles(place.disk ?? disk, `${place.root}/`);
    return paths === null ? null : new Memory(options, place, paths);
  }

  constructor(options: LintOptions, place: CachePlace, paths: readonly string[]) {
    this.#options = options;
    this.#place = place;
    const { build, root, cwd, folder } = place;
    const kind = [build, relative(folder, root), relative(folder, cwd), options.level, options.native ?? false].join(
      '\0',
    );
    this.#path = join(folder, `${digestOf(kind)}.json`);
    const given = [...options.files, ...(options.context ?? [])].map(({ absolute }) => this.#pathOf(absolute));
    const all = new Set([...paths, ...given]);
    const read = readStore(this.#path);
    this.#states = statesOf(all, (path) => this.#absoluteOf(path), read);

    // Where modules are found depends on which files there are: one more or less may change what any import gives.
    const before = sameKeys(all, read.files) ? read : EMPTY;
    const affected = affectedBy(changesBetween(before.files, this.#states), before.reached);
    for (const [path, record] of Object.entries(before.records)) {
      if (!affected.has(path)) this.#valid.set(path, record);
    }
    for (const [path, uses] of Object.entries(before.reached)) {
      // What a changed file made use of is found out again; what others made use of, by way of it, still holds or is, too.
      if (before.files[path]?.hash === this.#states.get(path)?.hash) this.#reached.set(path, uses);
    }
    this.#isKept = [...this.#states].every(([path, state]) => before.files[path] === state);
  }

  /** What is known of the files to lint, and those of which nothing is. */
  recall(): { part: Part; unknown: readonly SourceFile[] } {
    const part = emptyPart();
    const unknown: SourceFile[] = [];
    for (const file of this.#options.files) {
      const settings = this.#options.settingsOf(file.absolute);
      const record = this.#valid.get(this.#pathOf(file.absolute));
      if (record?.settings !== this.#signatureOf(settings)) {
        unknown.push(file);
        continue;
      }
      for (const rule of settings.rules) part.enabled.add(rule);
      part.linted++;
      part.findings.push(...record.findings);
      part.suppressed.push(...record.suppressed);
      if (record.hidden > 0) part.hidden.set(file.path, record.hidden);
    }
    return { part, unknown };
  }

  /** Keeps what linting `files` gave. With problems nothing is kept: they are told as long as they are there. */
  keep(files: readonly SourceFile[], parts: readonly Part[]): void {
    if (parts.some(({ problems }) => problems.length > 0)) return;
    this.#isWhole = true;
    if (files.length === 0 && this.#isKept) return;
    const findings = byPath(parts.flatMap((part) => part.findings));
    const suppressed = byPath(parts.flatMap((part) => part.suppressed));
    for (const { path, absolute } of files) {
      this.#valid.set(this.#pathOf(absolute), {
        settings: this.#signatureOf(this.#options.settingsOf(absolute)),
        findings: findings.get(path) ?? [],
        suppressed: suppressed.get(path) ?? [],
        hidden: parts.reduce((sum, part) => sum + (part.hidden.get(path) ?? 0), 0),
      });
    }
    for (const { reached } of parts) {
      for (const [from, uses] of reached) {
        const path = this.#pathOf(from);
        this.#reached.set(path, [
          ...new Set([...(this.#reached.get(path) ?? []), ...[...uses].map((one) => this.#pathOf(one))]),
        ]);
      }
    }
    const states = [...this.#states].map(([path, state]) => [path, this.#settled(path, state)] as const);
    const store: Store = {
      begun: this.#begun,
      files: Object.fromEntries(states),
      records: Object.fromEntries(this.#valid),
      reached: Object.fromEntries(this.#reached),
    };
    writeStore(this.#path, store);
  }

  /**
   * The files that may be judged otherwise where these texts stood in place of what is there now, by absolute path; null
   * when any may. What reaches none of them has the same before it in both cases.
   */
  affectedBy(texts: ReadonlyMap<string, string>): ReadonlySet<string> | null {
    if (!this.#isWhole) return null;
    const then: Record<string, FileState> = Object.fromEntries(this.#states);
    for (const [absolute, text] of texts) {
      const path = this.#pathOf(absolute);
      const now = then[path];
      if (now === undefined) return null;
      then[path] = { ...now, ...describe(path, text) };
    }
    const affected = affectedBy(changesBetween(then, this.#states), Object.fromEntries(this.#reached));
    return new Set([...affected].map((path) => this.#absoluteOf(path)));
  }

  /** What changed while it was linted may have been linted in either state. */
  #settled(path: string, state: FileState): FileState {
    const { size, mtime } = fileStamp(this.#absoluteOf(path));
    return size === state.size && mtime === state.mtime ? state : { ...state, hash: null };
  }

  #signatureOf(settings: Settings): string {
    let known = this.#signatures.get(settings);
    if (known === undefined) {
      known = digestOf(JSON.stringify([settings.signature, settings.models.map(stampsBelow)]));
      this.#signatures.set(settings, known);
    }
    return known;
  }

  /** Relative to the root below it; anything else stays as it is. */
  #pathOf(absolute: string): string {
    const { root } = this.#place;
    return absolute.startsWith(`${root}/`) ? absolute.slice(root.length + 1) : absolute;
  }

  #absoluteOf(path: string): string {
    return isAbsolute(path) ? path : `${this.#place.root}/${path}`;
  }
}

function sameKeys(keys: ReadonlySet<string>, table: Readonly<Record<string, unknown>>): boolean {
  const others = Object.keys(table);
  return others.length === keys.size && others.every((key) => keys.has(key));
}

function byPath(findings: readonly Finding[]): Map<string, Finding[]> {
  const out = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = out.get(finding.place.path);
    if (known) known.push(finding);
    else out.set(finding.place.path, [finding]);
  }
  return out;
}

/** What changes when a stub below the folder does. */
function stampsBelow(folder: string): readonly unknown[] {
  const paths = projectFiles(disk, `${folder}/`) ?? [];
  return paths.map((path) => [path, fileStamp(join(folder, path))]);
}

function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 16);
}
