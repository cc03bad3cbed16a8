import { type Analysis, analyse, analysisKey, MOST_CHARACTERS } from './analyse.ts';
import { Clock } from './clock.ts';
import type { Settings } from './config/settings.ts';
import { readText } from './files.ts';
import { judgeFile } from './judge.ts';
import type { Linting } from './lint-parts.ts';
import type { PackedIndex, Shelf } from './packed-index.ts';
import { addFinding, emptyPart, internalError, type Part } from './parts.ts';
import { Indexes } from './python/index/indexes.ts';
import type { ModuleIndex } from './python/index/module-index.ts';
import { createParser, type Parser } from './python/parser.ts';
import { haveRoots } from './sieve/own-models.ts';
import { readingOf, type SourceFile } from './source-file.ts';
import type { Finding, Problem } from './types.ts';
import type { KnownFile, World } from './world.ts';

/** Lints some files of a run at a time; what they have in common is kept from one time to the next. */
export interface Linter {
  readonly lint: (files: readonly SourceFile[], onFile?: (position: number) => void) => Part;
  /** Makes the indexes of files ahead of linting, for others to use; of those that are worth it and not known yet. */
  readonly index: (files: readonly SourceFile[]) => PackedIndex[];
  readonly indexes: Indexes;
  /** The index of a file as it is now. Throws an Error when it cannot be read. */
  readonly indexAt: (absolute: string) => ModuleIndex;
}

/** Throws an Error with a one-line message when there is no parser. */
export async function makeLinter(options: Linting, shelf: Shelf | null = null): Promise<Linter> {
  const clock = new Clock();
  const bare = await clock.wait('load parser', () => createParser({ native: options.native ?? false }));
  const parser: Parser = { ...bare, parse: (text) => clock.time('parse', () => bare.parse(text)) };
  const indexes = new Indexes(parser, shelf);
  const analyses = new Map<string, Analysis>();
  const problems: Problem[] = [];
  const onProblem = (problem: Problem) => problems.push(problem);
  const known: readonly KnownFile[] = [...options.files, ...(options.context ?? [])];
  let count = 0;
  let part = emptyPart();
  const leaves: string[] = [];
  const { disk, root } = options;
  const reached = new Set<string>();
  const onReach = (from: string, to: string) => {
    reached.add(to);
    if (options.tracks) noteReach(part.reached, from, to);
  };
  const world: World = {
    ...(disk && { disk }),
    ...(root !== undefined && { root }),
    onReach,
    ...(options.classesIn && { classesIn: options.classesIn }),
    ...(options.filesBelow && { filesBelow: options.filesBelow }),
    indexes,
    clock,
  };

  const read = (file: SourceFile, settings: Settings, tell: (problem: Problem) => void) => {
    const sieves = (options.sieve ?? true) && !haveRoots(settings.models);
    return clock.time('read', () => readingOf(file, sieves, tell));
  };

  return {
    indexes,
    indexAt(absolute) {
      const file = known.find((one) => one.absolute === absolute) ?? {
        absolute,
        path: absolute,
        read: () => readText(absolute),
      };
      return indexes.of(file, file.read(), undefined, (make) => clock.time('index', make));
    },
    lint(files, onFile) {
      part = emptyPart();
      for (const [position, file] of files.entries()) {
        onFile?.(position);
        const settings = options.settingsOf(file.absolute);
        for (const rule of settings.rules) part.enabled.add(rule);
        const reading = read(file, settings, onProblem);
        if (reading === null) continue;
        part.linted++;
        const { text, isWorth } = reading;
        if (text === null) continue;
        if (count++ % ROUND === 0 && forgetTheOldest(analyses)) indexes.packAll();
        const make = () => analyse(parser, known, settings, onProblem, world);
        const analysis = analysisFor(settings, analyses, make);
        for (const finding of clock.time('judge', () => judgeSafely(file, text, settings, analysis, onProblem))) {
          // With the sieve or without it, syntax errors are told of the same files.
          if (isWorth || finding.rule !== 'syntax-error') addFinding(part, finding, options.level);
        }
        // Nobody makes use of most files: what is known of them is of no further use.
        if (!reached.has(file.absolute)) leaves.push(file.absolute);
        if (leaves.length === LEAVES) {
          const gone = new Set(leaves.splice(0).filter((absolute) => !reached.has(absolute)));
          for (const { renew } of analyses.values()) renew(gone, gone);
          for (const absolute of gone) indexes.release(absolute);
        }
      }
      part.problems.push(...problems.splice(0));
      part.times = clock.take();
      return part;
    },
    index(files) {
      const made: PackedIndex[] = [];
      for (const file of files) {
        // Problems are told when it is linted.
        const text = read(file, options.settingsOf(file.absolute), () => {})?.text ?? null;
        const packed = text === null ? null : clock.time('index', () => indexes.pack(file.absolute, text));
        if (packed !== null) made.push(packed);
      }
      return made;
    },
  };
}

function noteReach(reached: Map<string, Set<string>>, from: string, to: string): void {
  const known = reached.get(from);
  if (known) known.add(to);
  else reached.set(from, new Set([to]));
}

/** A fault of nostall's own costs the findings of one file, not the run. */
function judgeSafely(
  file: SourceFile,
  text: string,
  settings: Settings,
  analysis: Analysis,
  onProblem: (problem: Problem) => void,
): Finding[] {
  try {
    return judgeFile(file, text, settings, analysis, onProblem);
  } catch (error) {
    onProblem(internalError(file.path, error));
    return [];
  }
}

/** Files between two looks at the size. What many files reach is worked out again after each, so not too few. */
const ROUND = 250;

/** Files that are forgotten together: each time, tables of all that is known are looked through. */
const LEAVES = 50;

/** Until all that are left hold little enough together; those that were not used for the longest go first. Whether any was. */
function forgetTheOldest(analyses: Map<string, Analysis>): boolean {
  let size = 0;
  for (const { modules } of analyses.values()) size += modules.size;
  const before = analyses.size;
  for (const [key, { modules }] of analyses) {
    if (size <= MOST_CHARACTERS) break;
    size -= modules.size;
    analyses.delete(key);
  }
  return analyses.size < before;
}

/** Files with the same models and target share what is known about library modules. */
function analysisFor(settings: Settings, known: Map<string, Analysis>, make: () => Analysis): Analysis {
  const key = analysisKey(settings);
  const analysis = known.get(key) ?? make();
  // What was used last is at the end.
  known.delete(key);
  known.set(key, analysis);
  return analysis;
}
