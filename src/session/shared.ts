import { type Analysis, analyse, MOST_CHARACTERS } from '../analyse.ts';
import type { Settings } from '../config/settings.ts';
import type { Disk } from '../files.ts';
import { judgeFile } from '../judge.ts';
import { addFinding, emptyPart, type Part } from '../parts.ts';
import type { FlatTree } from '../python/flat-tree.ts';
import type { Parser } from '../python/parser.ts';
import type { SourceFile } from '../source-file.ts';
import type { Level, Problem } from '../types.ts';
import { heirsOf, type KnownFile } from '../world.ts';
import { Uses } from './uses.ts';

type OnProblem = (problem: Problem) => void;

interface Place {
  readonly disk: Disk;
  readonly root: string;
}

/** What files with the same settings share in a session: all that is known of modules that have not changed since. */
export class Shared {
  readonly analysis: Analysis;
  readonly #uses = new Uses();
  readonly #parts = new Map<string, Part>();
  /** In characters. */
  #most: number | null = null;

  constructor(parser: Parser, given: readonly KnownFile[], settings: Settings, onProblem: OnProblem, place: Place) {
    const onReach = (from: string, to: string) => this.#uses.note(from, to);
    this.analysis = analyse(parser, given, settings, onProblem, { ...place, onReach });
  }

  /** Whether it holds much more than when this was asked first: in an editor, one file after another is looked at. */
  hasOutgrown(): boolean {
    const { size } = this.analysis.modules;
    this.#most ??= size + MOST_CHARACTERS;
    return size > this.#most;
  }

  /** What there is to say of a file, worked out unless that is known since nothing that it hangs on has changed. */
  judge(file: SourceFile, text: string, settings: Settings, level: Level, parse?: (text: string) => FlatTree): Part {
    let part = this.#parts.get(file.absolute);
    if (!part) {
      part = emptyPart();
      part.linted = 1;
      for (const rule of settings.rules) part.enabled.add(rule);
      const { problems } = part;
      const found = judgeFile(file, text, settings, this.analysis, (one) => problems.push(one), parse?.(text));
      for (const finding of found) addFinding(part, finding, level);
      this.#parts.set(file.absolute, part);
    }
    return part;
  }

  /** Drops what hangs on these files, whose texts have changed. */
  change(files: readonly KnownFile[]): void {
    const changed = new Set(files.map(({ absolute }) => absolute));
    const names = files.flatMap((file) => [...this.analysis.modules.rescan(file)]);
    const affected = this.#uses.reaching([...changed, ...names.map(heirsOf)]);
    this.analysis.renew(affected, changed);
    this.#uses.forget(affected);
    for (const absolute of affected) this.#parts.delete(absolute);
  }
}
