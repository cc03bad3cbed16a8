import type { Settings } from './config/settings.ts';
import { readText } from './files.ts';
import { modelReader, ownModels } from './model-files.ts';
import { ModuleFiles } from './module-files.ts';
import { modelSource } from './project/models.ts';
import { overriddenCalls } from './project/overrides.ts';
import { Project } from './project/project.ts';
import { questionsAbout } from './project/questions.ts';
import { Summaries } from './project/summaries.ts';
import type { Mod } from './project/value.ts';
import type { SuppressionComment } from './python/index/module-index.ts';
import type { Parser } from './python/parser.ts';
import { LineTable } from './python/positions.ts';
import type { Knowledge } from './source-code.ts';
import { Suppressions } from './suppress.ts';
import type { Problem } from './types.ts';
import type { KnownFile, World } from './world.ts';

/** What files with the same settings share: the parser, the models, and the modules that were read. */
export interface Analysis {
  readonly parser: Parser;
  readonly project: Project;
  readonly modules: ModuleFiles;
  readonly summaries: Summaries;
  readonly suppressionsIn: (mod: Mod) => Suppressions;
  /** The comment that silences the rule at a node, which then counts as used. */
  readonly commentAt: (mod: Mod, node: number, rule: string) => SuppressionComment | null;
  /**
   * Drops what is known of files, by absolute path, and of nothing else: all that makes use of one has to be among them.
   * The texts of some of them have changed.
   */
  readonly renew: (absolutes: Iterable<string>, changed: ReadonlySet<string>) => void;
}

/** The same for settings that can share an analysis. */
export function analysisKey({ targetVersion, respectNoqa, models, src }: Settings): string {
  return JSON.stringify([targetVersion, respectNoqa, models, src]);
}

/** An analysis that holds more is dropped, so that memory is bounded: what is known of a file does not depend on who asks, so it can be worked out again. */
export const MOST_CHARACTERS = 10_000_000;

export function analyse(
  parser: Parser,
  files: Iterable<KnownFile>,
  settings: Settings,
  onProblem: (problem: Problem) => void,
  world: World = {},
): Analysis {
  const readModel = modelReader(parser, [...settings.models, ownModels()]);
  const models = modelSource(readModel, (mod, node, message) => {
    const { line } = new LineTable(readText(mod.path)).positionOf(mod.index.start[node] as number);
    onProblem({ path: mod.path, line, message: `model: ${message}` });
  });
  const hasModel = (name: string): boolean => models(name.split('.')[0] as string) !== null;
  const modules = new ModuleFiles(parser, files, hasModel, { sources: settings.src, ...world });
  const project = new Project({ models, own: modules, target: settings.targetVersion });

  const suppressions = new Map<Mod, Suppressions>();
  const suppressionsIn = (mod: Mod): Suppressions => {
    let known = suppressions.get(mod);
    if (!known) {
      known = new Suppressions(mod.index.suppressions, settings.respectNoqa);
      suppressions.set(mod, known);
    }
    return known;
  };
  const commentAt = (mod: Mod, node: number, rule: string, counts = true) => {
    const { lines } = modules.sourceOf(mod);
    const [first, last] = [mod.index.start[node] as number, mod.index.end[node] as number];
    return suppressionsIn(mod).find(rule, lines.lineOf(first), lines.lineOf(last), counts);
  };
  const summaries = new Summaries(project, (mod, node, rule) => {
    if (mod.index.suppressions.length === 0) return false;
    // What a subclass makes of a method is known only where somebody calls it: that must not decide what is of use here.
    return commentAt(mod.view?.origin ?? mod, node, rule, mod.view === null) !== null;
  });
  const renew: Analysis['renew'] = (absolutes, changed) => {
    const gone = modules.renew(absolutes, changed);
    project.forget(gone);
    summaries.forget(gone);
    for (const mod of gone) suppressions.delete(mod);
  };
  return { parser, project, modules, summaries, suppressionsIn, commentAt, renew };
}

/** The rules that follow calls. */
const RULES = ['no-blocking-io-in-async', 'cpu-bound-needs-thread'];

/** What rules may know of a module that was opened. */
export function knowledgeOf(analysis: Analysis, mod: Mod): Knowledge {
  const { project, modules, summaries, suppressionsIn } = analysis;
  const comments = mod.index.suppressions;
  // A comment in a synchronous function is of use when its line has an effect, whoever calls the function.
  if (comments.some((comment) => comment.kind === 'nostall')) {
    for (const fn of mod.functions) {
      if (fn.info.isAsync) continue;
      summaries.of(fn);
      for (const node of overriddenCalls(project, fn)) for (const rule of RULES) analysis.commentAt(mod, node, rule);
    }
  }
  const questions = questionsAbout(project, summaries, mod, (asked) => modules.sourceOf(asked));
  return { faults: mod.index.faults, comments, suppressions: suppressionsIn(mod), project: questions };
}
